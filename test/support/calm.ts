/** What removes the causes that stand now, as verbs: what somebody would do who knows every remedy. */
import { ADDONS, manifestsOfAddon } from '../../shared/cluster/addons/install.ts';
import { remedyOfLateWatch } from '../../shared/cluster/faults/types/watch-lag.ts';
import type { Verb } from '../../shared/cluster/verbs/table.ts';
import type { View } from '../../shared/store/store.ts';

export function calmingVerbs(view: View): readonly Verb[] {
  return [
    { verb: 'restartRegistry' },
    { verb: 'loginRegistry' },
    { verb: 'restartLogStore' },
    ...ADDONS.flatMap(manifestsOfAddon).map((manifest) => ({ verb: 'apply', manifest }) as Verb),
    { verb: 'collectRegistryGarbage' },
    ...[...view.list('Sight')].flatMap(({ key, lateTicks }) => (lateTicks > 0 ? remedyOfLateWatch(view, key) : [])),
    ...view.keys('Host').flatMap((host) => ofHost(view, host)),
    ...view.keys('VirtualMachine').map((vm): Verb => ({ verb: 'rebootVm', vm })),
    ...view.keys('Machine').flatMap((node) => ofMachine(view, node)),
  ];
}

function ofHost(view: View, host: string): readonly Verb[] {
  const { power, kernel } = view.get('Host', host) ?? {};
  return power === 'off' || kernel === 'panicked' ? [{ verb: 'rebootHost', host }] : [];
}

function ofMachine(view: View, node: string): readonly Verb[] {
  const machine = view.get('Machine', node);
  return [
    ...(machine?.link === 'cut' ? [{ verb: 'repairLink', node } as const] : []),
    ...(machine?.power === 'off' ? [{ verb: 'reboot', node } as const] : []),
    ...(machine?.runtimeDownTick !== undefined ? [{ verb: 'restartRuntime', node } as const] : []),
    ...(machine?.kubeletDownTick !== undefined ? [{ verb: 'restartKubelet', node } as const] : []),
    ...(machine?.stray ? [{ verb: 'sweepNode', node } as const] : []),
    { verb: 'restartProxy', node },
  ];
}
