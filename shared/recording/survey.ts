/** One pass over a whole recording: the uptime curve, what was broken when, and whether it comes out as recorded. */
import type { Fault } from '../api/world/fault.ts';
import type { Outage } from '../api/world/network.ts';
import type { Phase } from '../cluster/causes/outage-story.ts';
import { why } from '../cluster/causes/why.ts';
import { scoreOf } from '../cluster/score/score.ts';
import type { RecordingPlayer } from './player.ts';
import type { SessionResult } from './recording.ts';
import { resultOf } from './result.ts';

export interface CurvePoint {
  readonly tick: number;
  /** Undefined while nobody had wanted to visit. */
  readonly uptimePpm: number | undefined;
}

export interface Survey {
  readonly curve: readonly CurvePoint[];
  readonly faults: readonly Fault[];
  readonly outages: readonly Outage[];
  /** Of each outage that is remembered: its time, split. Kept here, as it is the same wherever one looks in the recording. */
  readonly splits: ReadonlyMap<string, readonly Phase[]>;
  readonly result: SessionResult;
}

/** Points on the curve; more would not show. */
const CURVE_POINTS = 400;

/**
 * Plays to the end, `ticksAtOnce` at a time, and yields the last tick after each stretch so that a page can breathe.
 * Leaves the player at the end, with all of its key-frames taken.
 */
export function* surveyRecording(player: RecordingPlayer, ticksAtOnce = 120): Generator<number, Survey> {
  const every = Math.max(1, Math.floor(player.lastTick / CURVE_POINTS));
  const curve: CurvePoint[] = [];
  while (!player.atEnd) {
    const until = player.tick + ticksAtOnce;
    while (!player.atEnd && player.tick < until) {
      const played = player.next();
      if (played?.entry === 1 && player.tick % every === 0) {
        curve.push({ tick: player.tick, uptimePpm: scoreOf(player.simulation.store).uptimePpm });
      }
    }
    yield player.tick;
  }
  const { store } = player.simulation;
  return {
    curve,
    faults: store.keys('Fault').flatMap((key) => store.get('Fault', key) ?? []),
    outages: store.keys('Outage').flatMap((key) => store.get('Outage', key) ?? []),
    splits: new Map(store.keys('Outage').map((key) => [key, why(store, key).phases ?? []])),
    result: resultOf(store),
  };
}
