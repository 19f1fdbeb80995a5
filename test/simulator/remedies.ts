/** What removes the causes that stand now, as verbs: what somebody would do who knows every remedy. */
import { ADDONS, manifestsOfAddon } from '../../shared/cluster/addons/install.ts';
import { faultNamed } from '../../shared/cluster/faults/catalogue.ts';
import type { Verb } from '../../shared/cluster/verbs/table.ts';
import type { View } from '../../shared/store/store.ts';

/**
 * Each open fault's own, and what players stop or throw away without any fault. One at a time: whoever does what is
 * given looks again before the next, for one remedy may have healed two faults.
 */
export function* remediesNow(view: View): Iterable<Verb> {
  const faults = [...view.list('Fault')];
  for (const fault of faults) {
    const { isHealed, remedy } = faultNamed(fault.type);
    if (fault.healedTick !== null || isHealed(view, fault)) continue;
    for (const { verb } of remedy(view, fault)) yield verb;
  }
  const stopped = [...view.list('PlaneProcess'), ...view.list('EtcdMember')].filter(({ state }) => state === 'stopped');
  for (const { key } of stopped) yield { verb: 'restartComponent', component: key };
  for (const manifest of ADDONS.flatMap(manifestsOfAddon)) yield { verb: 'apply', manifest } as Verb;
}
