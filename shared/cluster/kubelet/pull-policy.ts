/** When an image is fetched. Source: pkg/apis/core/v1/defaults.go and pkg/kubelet/images/image_manager.go. */
import type { Container } from '../../api/pod.ts';
import { DEFAULT_TAG, parseReference } from '../registry/reference.ts';

export type PullPolicy = 'Always' | 'IfNotPresent' | 'Never';

/** Oracle: pod.imagePullPolicyLatestOrUntagged, pod.imagePullPolicyOtherwise. */
export function pullPolicyOf({ image, imagePullPolicy }: Pick<Container, 'image' | 'imagePullPolicy'>): PullPolicy {
  if (imagePullPolicy !== undefined) return imagePullPolicy;
  const reference = parseReference(image);
  if (reference === null || reference.digest !== null) return 'IfNotPresent';
  return reference.tag === null || reference.tag === DEFAULT_TAG ? 'Always' : 'IfNotPresent';
}

/** The name as it is written, with the tag that is meant where none is; null when it is no name. */
export function withDefaultImageTag(image: string): string | null {
  const reference = parseReference(image);
  if (reference === null) return null;
  return reference.tag === null && reference.digest === null ? `${image}:${DEFAULT_TAG}` : image;
}

/** Always does not even look into the cache. */
export function looksIntoCache(policy: PullPolicy): boolean {
  return policy !== 'Always';
}

export interface ImageWish {
  readonly image: string;
  readonly policy: PullPolicy;
  readonly isPresent: boolean;
  /** The runtime does not answer what it has. */
  readonly inspectFails: boolean;
  /** The last pull failed, and its wait is not over. */
  readonly isBackingOff: boolean;
}

/** Why there will be neither an image nor a pull now: the container's waiting reason, and the event that tells it. */
export const IMAGE_TROUBLE = {
  'invalid-name': { state: 'InvalidImageName', event: 'InspectFailed' },
  'inspect-failed': { state: 'ImageInspectError', event: 'InspectFailed' },
  'never-pull': { state: 'ErrImageNeverPull', event: 'ErrImageNeverPull' },
  'back-off': { state: 'ImagePullBackOff', event: 'BackOff' },
} as const;
export type ImageTrouble = keyof typeof IMAGE_TROUBLE;

export type PullDecision = 'pull' | 'use-cached' | ImageTrouble;

/** What is to be done about an image that a container is to start from. */
export function decidePull({ image, policy, isPresent, inspectFails, isBackingOff }: ImageWish): PullDecision {
  if (withDefaultImageTag(image) === null) return 'invalid-name';
  if (looksIntoCache(policy)) {
    if (inspectFails) return 'inspect-failed';
    if (isPresent) return 'use-cached';
    if (policy === 'Never') return 'never-pull';
  }
  return isBackingOff ? 'back-off' : 'pull';
}

/** What the runtime's error makes the container wait for. Source: evalCRIPullErr. */
export function pullErrorReason(error: string): string {
  const named = ['RegistryUnavailable', 'SignatureValidationFailed'].find((reason) => error.startsWith(reason));
  return named ?? 'ErrImagePull';
}
