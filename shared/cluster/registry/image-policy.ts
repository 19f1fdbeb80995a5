/**
 * Admission of images: what this cluster's policy says of a pod before it is made or given another image, as an image policy webhook does.
 * Source: plugin/pkg/admission/imagepolicy.
 */
import type { PodSpec } from '../../api/pod.ts';
import { failure, type Status } from '../../api/status.ts';
import type { AdmissionPolicy } from '../../api/world/keeper.ts';
import type { View } from '../../store/store.ts';
import { parseReference, resolveReference } from './reference.ts';
import { advisoriesOf, findingsFrom, scanImage } from './scan.ts';
import { isSigned } from './signatures.ts';

interface Objection {
  readonly key: 'imageNotPinned' | 'imageUnknown' | 'imageUnsigned' | 'imageVulnerable';
  readonly text: string;
  readonly details: Readonly<Record<string, string | number>>;
}

type Images = Pick<PodSpec, 'containers'> & { readonly initContainers?: PodSpec['containers'] | undefined };

/** 403 where an image may not come in. */
export function refuseImages(view: View, name: string, { containers, initContainers = [] }: Images): Status | null {
  const policy = view.get('AdmissionPolicy', 'policy');
  if (!policy) return null;
  for (const { image } of [...initContainers, ...containers]) {
    const objection = objectionTo(view, policy, image);
    if (!objection) continue;
    const message = `pods "${name}" is forbidden: image policy webhook backend denied one or more images: ${objection.text}`;
    return failure('Forbidden', objection.key, message, { name, image, ...objection.details });
  }
  return null;
}

function objectionTo(view: View, policy: AdmissionPolicy, image: string): Objection | null {
  const { digestsOnly, requireSignature, refuseSeverity } = policy;
  const reference = parseReference(image);
  if (digestsOnly && !reference?.digest) {
    return { key: 'imageNotPinned', text: `image "${image}" is not referenced by digest`, details: {} };
  }
  if (!requireSignature && refuseSeverity === null) return null;
  const digest = resolveReference(view, image);
  const known = digest === undefined ? undefined : view.get('Image', digest);
  if (!known || digest === undefined || !reference) {
    return { key: 'imageUnknown', text: `image "${image}": manifest unknown`, details: {} };
  }
  const [namespace = ''] = reference.path.split('/');
  if (requireSignature && !isSigned(view, namespace, digest)) {
    return { key: 'imageUnsigned', text: `image "${image}": no matching signatures`, details: { namespace } };
  }
  const findings = refuseSeverity === null ? [] : findingsFrom(scanImage(advisoriesOf(view), known), refuseSeverity);
  const [worst] = findings;
  if (!worst) return null;
  const { id, severity, package: weak, fixedIn } = worst;
  const text = `image "${image}": ${findings.length} vulnerabilities of severity ${refuseSeverity} or worse, first ${id} in ${weak}`;
  return { key: 'imageVulnerable', text, details: { id, severity, package: weak, fixedIn, count: findings.length } };
}
