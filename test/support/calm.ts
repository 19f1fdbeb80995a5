/** What removes the causes that stand now, as verbs: what somebody would do who knows every remedy. */
import type { Verb } from '../../shared/cluster/verbs/table.ts';
import type { View } from '../../shared/store/store.ts';

export function calmingVerbs(view: View): readonly Verb[] {
  const machines = view.keys('Machine').flatMap((node): Verb[] => {
    const machine = view.get('Machine', node);
    return [
      ...(machine?.link === 'cut' ? [{ verb: 'repairLink', node } as const] : []),
      ...(machine?.power === 'off' ? [{ verb: 'reboot', node } as const] : []),
      ...(machine?.runtimeDownTick !== undefined ? [{ verb: 'restartRuntime', node } as const] : []),
      ...(view.get('LogCollector', node)?.state === 'down' ? [{ verb: 'restartCollector', node } as const] : []),
    ];
  });
  return [{ verb: 'restartRegistry' }, { verb: 'restartNameServer' }, { verb: 'collectRegistryGarbage' }, ...machines];
}
