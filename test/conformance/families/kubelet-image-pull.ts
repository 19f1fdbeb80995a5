// kubelet-image-pull: what becomes of a container's wish for its image, attempt by attempt.
import type { PullTokens } from '../../../shared/api/world/kubelet-state.ts';
import type { PullBackoff } from '../../../shared/api/world/sandbox.ts';
import { takePullToken } from '../../../shared/cluster/kubelet/images/pull-limit.ts';
import {
  decidePull,
  IMAGE_TROUBLE,
  looksIntoCache,
  pullErrorReason,
  withDefaultImageTag,
  type PullPolicy,
} from '../../../shared/cluster/kubelet/pull-policy.ts';
import { backoffAfterFailedPull } from '../../../shared/cluster/runtime/backoff.ts';

interface Input {
  readonly image: string;
  readonly pullPolicy: PullPolicy;
  readonly presentImages: readonly string[];
  readonly inspectError: string;
  readonly pullError: string;
  readonly attempts: number;
  readonly secondsBetweenAttempts: number;
  readonly backoffBaseSeconds: number;
  readonly backoffMaxSeconds: number;
  readonly qps: number;
  readonly burst: number;
}

interface Attempt {
  readonly error: string;
  readonly events: readonly string[];
  readonly runtimeCalls: readonly string[];
}

/** One node with this one container, over the attempts. */
class Node {
  readonly input: Input;
  readonly present: Set<string>;
  tokens: PullTokens | null = null;
  backoff: PullBackoff | null = null;
  tick = 0;

  constructor(input: Input) {
    this.input = input;
    this.present = new Set(input.presentImages);
  }

  attempt(): Attempt {
    const { image, pullPolicy: policy, inspectError, secondsBetweenAttempts } = this.input;
    this.tick += secondsBetweenAttempts;
    const name = withDefaultImageTag(image) ?? '';
    const decision = decidePull({
      image,
      policy,
      isPresent: this.present.has(name),
      inspectFails: inspectError !== '',
      isBackingOff: this.backoff !== null && this.tick < this.backoff.untilTick,
    });
    const looks = name !== '' && looksIntoCache(policy) ? ['GetImageRef'] : [];
    if (decision === 'use-cached') return { error: '', events: ['Pulled'], runtimeCalls: looks };
    if (decision === 'pull') return this.pull(name, looks);
    const { state, event } = IMAGE_TROUBLE[decision];
    return { error: state, events: [event], runtimeCalls: looks };
  }

  pull(name: string, looks: readonly string[]): Attempt {
    const { qps, burst, pullError, backoffBaseSeconds, backoffMaxSeconds } = this.input;
    const tokens = takePullToken(this.tokens, this.tick, { registryPullQPS: qps, registryBurst: burst });
    this.tokens = tokens ?? this.tokens;
    const calls = tokens === null ? looks : [...looks, 'PullImage'];
    if (tokens !== null && pullError === '') {
      this.present.add(name);
      return { error: '', events: ['Pulling', 'Pulled'], runtimeCalls: [...calls, 'GetImageSize'] };
    }
    const limits = { initialTicks: backoffBaseSeconds, maxTicks: backoffMaxSeconds };
    this.backoff = backoffAfterFailedPull(this.backoff, this.tick, limits);
    return { error: pullErrorReason(pullError), events: ['Pulling', 'Failed'], runtimeCalls: calls };
  }
}

export const adapters = {
  ensureImageExists: (input: Input) => {
    const node = new Node(input);
    return { attempts: Array.from({ length: input.attempts }, () => node.attempt()) };
  },
  applyDefaultImageTag: ({ image }: { readonly image: string }) => ({ normalized: withDefaultImageTag(image) ?? '' }),
};
