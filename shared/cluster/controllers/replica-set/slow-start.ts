/** Creates in growing batches, so that a cluster that refuses is asked once, not hundreds of times. */
/** Oracle: controllers.slowStartInitialBatch. */
export const SLOW_START_INITIAL_BATCH = 1;

export interface SlowStartResult {
  readonly calls: number;
  readonly successes: number;
}

/** Batches of 1, 2, 4, 8...; none follows one in which a call failed. Source: pkg/controller/replicaset, slowStartBatch. */
export function slowStart(count: number, initialBatch: number, call: () => boolean): SlowStartResult {
  let calls = 0;
  let successes = 0;
  for (let batch = initialBatch; calls < count && successes === calls; batch *= 2) {
    const end = Math.min(count, calls + batch);
    for (; calls < end; calls += 1) if (call()) successes += 1;
  }
  return { calls, successes };
}
