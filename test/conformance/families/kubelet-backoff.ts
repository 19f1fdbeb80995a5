// kubelet-backoff: how long a container that failed waits for its next start.
import type { CrashBackoff } from '../../../shared/api/world/sandbox.ts';
import { backoffAfterExit, backoffAfterRestart } from '../../../shared/cluster/runtime/backoff.ts';

interface OnceInput {
  readonly containerState: string;
  readonly finishedSecondsAgo: number;
  readonly alreadyBackedOffOnce: boolean;
  readonly backoffBaseSeconds: number;
  readonly backoffMaxSeconds: number;
}

interface LoopInput {
  readonly baseSeconds: number;
  readonly maxSeconds: number;
  readonly uptimeSecondsBeforeEachExit: readonly number[];
}

export const adapters = {
  doBackOff: (input: OnceInput) => {
    const limits = { initialTicks: input.backoffBaseSeconds, maxTicks: input.backoffMaxSeconds };
    const before = input.alreadyBackedOffOnce ? backoffAfterRestart(null, 0, limits) : null;
    const after = input.containerState === 'exited' ? backoffAfterExit(before, 0, limits) : null;
    const inBackOff = after !== null && input.finishedSecondsAgo < after.untilTick;
    return { inBackOff, error: inBackOff };
  },
  crashLoopBackOff: ({ baseSeconds, maxSeconds, uptimeSecondsBeforeEachExit }: LoopInput) => {
    const limits = { initialTicks: baseSeconds, maxTicks: maxSeconds };
    const startTimes = [0];
    const waitSecondsAfterEachExit: number[] = [];
    let backoff: CrashBackoff | null = null;
    let tick = 0;
    for (const uptime of uptimeSecondsBeforeEachExit) {
      tick += uptime;
      backoff = backoffAfterExit(backoff, tick, limits);
      const wait: number = backoff === null ? 0 : backoff.untilTick - tick;
      tick += wait;
      waitSecondsAfterEachExit.push(wait);
      startTimes.push(tick);
      backoff = backoffAfterRestart(backoff, tick, limits);
    }
    return { startTimes, waitSecondsAfterEachExit };
  },
};
