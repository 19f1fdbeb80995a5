/** How much of the session was played by hand: over all switches, the time in hand as a share of the time played. */
import { partsPerMillion } from '../../base/integers.ts';
import type { View } from '../../store/store.ts';
import { elapsedTicks } from './elapsed.ts';

/** Parts per million; undefined before the start. */
export function handShare(view: View): number | undefined {
  const played = elapsedTicks(view);
  let handTicks = 0;
  let switches = 0;
  for (const record of view.list('HandTime')) {
    switches += 1;
    handTicks += record.handTicks + (record.byHand ? view.tick - record.sinceTick : 0);
  }
  return partsPerMillion(handTicks, played * switches);
}
