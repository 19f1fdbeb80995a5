/** Beside the run that never stops goes one that is written to text and read again before every input. */
import { expandLog } from '../../shared/recording/player.ts';
import { Simulation } from '../../shared/session/simulation.ts';
import { describeDifference } from '../../shared/store/snapshot.ts';
import type { Session } from './session.ts';
import { throughText } from './through-text.ts';
import { createSimulation } from '../../shared/session/create.ts';

interface Stretch {
  readonly fromTick?: number;
  readonly toTick?: number;
}

/** Within the stretch, as the log's own ticks count; null where the two never differ. */
export function firstDifference(
  { setup, log }: Pick<Session, 'setup' | 'log'>,
  { fromTick = 0, toTick = Infinity }: Stretch = {},
): string | null {
  const straight = createSimulation(setup);
  let restored = createSimulation(setup);
  for (const entry of expandLog(log)) {
    if (straight.store.tick >= toTick) break;
    const isDue = straight.store.tick >= fromTick;
    straight.apply(entry);
    if (isDue) restored = Simulation.open(throughText(restored.frame()));
    restored.apply(entry);
    if (isDue && restored.hash() !== straight.hash())
      return `tick ${straight.store.tick}: ${describeDifference(straight.frame(), restored.frame())}`;
  }
  return null;
}
