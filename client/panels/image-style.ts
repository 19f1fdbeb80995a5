/** Which house an image is drawn as. */
import type { Pod } from '../../shared/api/pod.ts';
import { resolveReference } from '../../shared/cluster/registry/reference.ts';
import type { View } from '../../shared/store/store.ts';

const UNKNOWN = 'hut';

export function styleOfImage(view: View, reference: string): string {
  const digest = resolveReference(view, reference);
  return (digest === undefined ? undefined : view.get('Image', digest)?.style) ?? UNKNOWN;
}

/** What really runs counts, where something does: the tag may have moved since. */
export function styleOfPod(view: View, pod: Pod): string {
  const running = pod.status.containerStatuses[0]?.imageId;
  const image = running === undefined || running === '' ? undefined : view.get('Image', running);
  return image?.style ?? styleOfImage(view, pod.spec.containers[0]?.image ?? '');
}
