/** The policy at the gate. */
import type { AdmissionPolicy } from '../../api/world/keeper.ts';
import type { View } from '../../store/store.ts';

/** Where nobody has set one, all come in. */
export function policyOf(view: View): AdmissionPolicy {
  const free = {
    kind: 'AdmissionPolicy',
    key: 'policy',
    requireSignature: false,
    refuseSeverity: null,
    digestsOnly: false,
  } as const;
  return view.get('AdmissionPolicy', 'policy') ?? free;
}
