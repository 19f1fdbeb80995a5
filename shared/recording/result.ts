/** The result of a session, read off its last state. */
import { scoreOf } from '../cluster/score/score.ts';
import type { View } from '../store/store.ts';
import type { SessionResult } from './recording.ts';

export function resultOf(view: View): SessionResult {
  const score = scoreOf(view);
  return {
    uptimePpm: score.uptimePpm ?? null,
    served: score.served,
    offered: score.offered,
    handPpm: score.handPpm,
    ticks: view.tick,
  };
}
