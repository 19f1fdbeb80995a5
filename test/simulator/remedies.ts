/** What removes the causes that stand now, as verbs: what somebody would do who knows every remedy. */
import { ADDONS, manifestsOfAddon } from '../../shared/cluster/addons/install.ts';
import { faultNamed } from '../../shared/cluster/faults/catalogue.ts';
import type { Verb } from '../../shared/cluster/verbs/table.ts';
import type { View } from '../../shared/store/store.ts';

/** Each open fault's own, and what players stop or throw away without any fault. */
export function remediesNow(view: View): readonly Verb[] {
  const open = [...view.list('Fault')].filter(({ healedTick }) => healedTick === null);
  const stopped = [...view.list('PlaneProcess'), ...view.list('EtcdMember')].filter(({ state }) => state === 'stopped');
  return [
    ...open.flatMap((fault) =>
      faultNamed(fault.type)
        .remedy(view, fault)
        .map(({ verb }) => verb),
    ),
    ...stopped.map(({ key }): Verb => ({ verb: 'restartComponent', component: key })),
    ...ADDONS.flatMap(manifestsOfAddon).map((manifest) => ({ verb: 'apply', manifest }) as Verb),
  ];
}
