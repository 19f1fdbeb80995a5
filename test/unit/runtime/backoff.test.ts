import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CrashBackoff } from '../../../shared/api/world/sandbox.ts';
import {
  backoffAfterExit,
  backoffAfterFailedPull,
  backoffAfterRestart,
} from '../../../shared/cluster/runtime/backoff.ts';

const LIMITS = { initialTicks: 10, maxTicks: 300 };

/** Waits before each restart of a container that runs for so long each time. */
function waits(runTicks: readonly number[]): number[] {
  let tick = 0;
  let backoff: CrashBackoff | null = null;
  return runTicks.map((run) => {
    const finishedTick = tick + run;
    backoff = backoffAfterExit(backoff, finishedTick, LIMITS);
    tick = backoff?.untilTick ?? finishedTick;
    backoff = backoffAfterRestart(backoff, tick, LIMITS);
    return tick - finishedTick;
  });
}

describe('crash-loop back-off', () => {
  test('RUNTIME-20 the first restart is immediate, then the wait doubles to five minutes', () => {
    expect(waits([3, 3, 3, 3, 3, 3, 3, 3])).toEqual([0, 10, 20, 40, 80, 160, 300, 300]);
  });

  test('RUNTIME-21 a run of ten minutes and more is forgiven, one of just ten minutes is not', () => {
    expect(waits([0, 0, 0, 601, 0, 0])).toEqual([0, 10, 20, 0, 10, 20]);
    expect(waits([0, 0, 0, 600, 0])).toEqual([0, 10, 20, 40, 80]);
  });

  test('RUNTIME-20 no wait ever exceeds five minutes', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(900), { maxLength: 30 }), (runs) => {
        expect(Math.max(0, ...waits(runs))).toBeLessThanOrEqual(300);
      }),
    );
  });
});

test('PULL-5 failed pulls wait 10, 20, 40 ... 300 s', () => {
  let tick = 0;
  let backoff: ReturnType<typeof backoffAfterFailedPull> | null = null;
  const delays = Array.from({ length: 7 }, () => {
    backoff = backoffAfterFailedPull(backoff, tick);
    tick = backoff.untilTick;
    return backoff.delayTicks;
  });
  expect(delays).toEqual([10, 20, 40, 80, 160, 300, 300]);
});
