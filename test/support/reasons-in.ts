/** Every reason that a state gives, as the one table names them. */
import { reasonsOfLosses, reasonsOfMessage, reasonsOfPod } from '../../shared/cluster/causes/reasons-of.ts';
import type { View } from '../../shared/store/store.ts';

export function reasonsIn(view: View): readonly string[] {
  const found: string[] = [];
  for (const pod of view.list('Pod')) found.push(...reasonsOfPod(view, pod));
  for (const { lostRps, lostTotal } of view.list('Traffic'))
    found.push(...reasonsOfLosses(lostRps), ...reasonsOfLosses(lostTotal));
  for (const { reason, message } of view.list('Event'))
    if (reason === 'FailedScheduling') found.push(...reasonsOfMessage(message));
  return found;
}
