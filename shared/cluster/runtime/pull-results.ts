/** What a pull's end means for the containers that waited for it. */
import { must } from '../../base/assert.ts';
import type { ContainerState } from '../../api/pod.ts';
import type { ImagePull } from '../../api/world/node-store.ts';
import type { RuntimeContainer, Sandbox } from '../../api/world/sandbox.ts';
import type { PullFailure, PullOutcome } from '../../api/world/trace.ts';
import { pullErrorReason } from '../kubelet/pull-policy.ts';
import { tellOfSandbox } from '../kubelet/kubelet-events.ts';
import { recordPullEnd } from '../registry/records.ts';
import { normaliseReference } from '../registry/reference.ts';
import type { World } from '../world.ts';
import { backoffAfterFailedPull } from './backoff.ts';
import { CREATING } from './container-states.ts';
import { pullError } from './pull-errors.ts';

/** The container waits, and why. What it was before is kept as its last state. */
export function waiting(container: RuntimeContainer, reason: string, message: string): RuntimeContainer {
  const state: ContainerState = { type: 'waiting', reason, message };
  return {
    ...container,
    state,
    lastState: container.state.type === 'terminated' ? container.state : container.lastState,
  };
}

/** Replaces one container of a sandbox. */
export function withContainer(sandbox: Sandbox, container: RuntimeContainer): Sandbox {
  return {
    ...sandbox,
    containers: sandbox.containers.map((other) => (other.name === container.name ? container : other)),
  };
}

/** Ends the pull, and hands each container that waited for it what `settle` makes of it. */
function endPull(
  world: World,
  pull: ImagePull,
  settle: (container: RuntimeContainer) => RuntimeContainer,
  tell: (sandbox: Sandbox, container: RuntimeContainer) => void,
  outcome: PullOutcome,
): void {
  world.remove('ImagePull', pull.key);
  const pods: string[] = [];
  for (const key of world.by('sandboxesByNode', pull.nodeName)) {
    const sandbox = must(world.get('Sandbox', key), `sandbox ${key}`);
    const waits = (container: RuntimeContainer) =>
      container.pulling && normaliseReference(container.image) === pull.reference;
    const waiters = sandbox.containers.filter(waits);
    if (waiters.length === 0) continue;
    const containers = sandbox.containers.map((container) => (waits(container) ? settle(container) : container));
    world.put({ ...sandbox, containers });
    for (const container of waiters) tell(sandbox, container);
    pods.push(sandbox.podKey);
  }
  recordPullEnd(world, pull, outcome, pods);
}

export function settlePull(world: World, pull: ImagePull, sizeBytes: number): void {
  const pullTicks = world.tick - (pull.startedTick ?? world.tick);
  const waitedTicks = world.tick - pull.requestedTick;
  endPull(
    world,
    pull,
    (container) => ({
      ...container,
      state: container.state.type === 'waiting' ? CREATING : container.state,
      pulling: false,
      pulledDigest: pull.digest,
      pullBackoff: null,
    }),
    (sandbox, { name, image }) =>
      tellOfSandbox(world, sandbox, {
        type: 'Normal',
        reason: 'Pulled',
        message: `Successfully pulled image "${image}" in ${pullTicks}s (${waitedTicks}s including waiting). Image size: ${sizeBytes} bytes.`,
        details: { container: name, image, seconds: pullTicks, bytes: sizeBytes },
      }),
    'pulled',
  );
}

export function failPull(world: World, pull: ImagePull, failure: PullFailure): void {
  const error = pullError(pull, failure);
  const reason = pullErrorReason(error);
  endPull(
    world,
    pull,
    (container) => ({
      ...waiting(container, reason, error),
      pulling: false,
      pullBackoff: backoffAfterFailedPull(container.pullBackoff, world.tick),
    }),
    (sandbox, { name, image }) => {
      const details = { container: name, image, failure };
      const message = `Failed to pull image "${image}": ${error}`;
      tellOfSandbox(world, sandbox, { type: 'Warning', reason: 'Failed', message, details });
      tellOfSandbox(world, sandbox, { type: 'Warning', reason: 'Failed', message: `Error: ${reason}`, details });
    },
    failure,
  );
}
