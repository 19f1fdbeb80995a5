/** The policy at the gate. */
import type { Deployment } from '../../api/deployment.ts';
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

/** As the verb that sets it takes it. */
export function rulesOf(view: View): Omit<AdmissionPolicy, 'kind' | 'key'> {
  const { kind: _kind, key: _key, ...rules } = policyOf(view);
  return rules;
}

/** What it looks at: of whoever begins first, too. */
export function imagesIn({ spec: { template } }: Deployment): readonly string[] {
  const { initContainers, containers } = template.spec;
  return [...new Set([...initContainers, ...containers].map(({ image }) => image))];
}
