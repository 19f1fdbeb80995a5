/** When an image is fetched. Source: pkg/apis/core/v1/defaults.go and pkg/kubelet/images/image_manager.go. */
import type { Container } from '../../api/pod.ts';
import { DEFAULT_TAG, normaliseReference, parseReference } from '../registry/reference.ts';

export type PullPolicy = 'Always' | 'IfNotPresent' | 'Never';

/** Oracle: pod.imagePullPolicyLatestOrUntagged, pod.imagePullPolicyOtherwise. */
export function pullPolicyOf({ image, imagePullPolicy }: Pick<Container, 'image' | 'imagePullPolicy'>): PullPolicy {
  if (imagePullPolicy !== undefined) return imagePullPolicy;
  const reference = parseReference(image);
  if (reference === null || reference.digest !== null) return 'IfNotPresent';
  return reference.tag === null || reference.tag === DEFAULT_TAG ? 'Always' : 'IfNotPresent';
}

export type PullDecision = 'pull' | 'use-cached' | 'invalid-name' | 'never-pull';

/** What is to be done about an image that a container is to start from. */
export function decidePull(image: string, policy: PullPolicy, isPresent: boolean): PullDecision {
  if (normaliseReference(image) === null) return 'invalid-name';
  if (policy === 'Always') return 'pull';
  if (isPresent) return 'use-cached';
  return policy === 'Never' ? 'never-pull' : 'pull';
}
