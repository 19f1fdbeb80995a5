/** How many pulls a second a kubelet begins: a bucket of tokens. Source: pkg/kubelet/images/helpers.go, client-go's flowcontrol. */
import type { KubeletSettings } from '../../../api/world/kubelet-settings.ts';
import type { PullTokens } from '../../../api/world/kubelet-state.ts';

type PullLimits = Pick<KubeletSettings, 'registryPullQPS' | 'registryBurst'>;

/** The bucket after one more pull; null when there is no token for it. A bucket that was never used is full. */
export function takePullToken(before: PullTokens | null, tick: number, limits: PullLimits): PullTokens | null {
  const { registryPullQPS: perTick, registryBurst: most } = limits;
  if (perTick === 0) return { left: most, tick };
  const left = before === null ? most : Math.min(most, before.left + perTick * (tick - before.tick));
  return left < 1 ? null : { left: left - 1, tick };
}
