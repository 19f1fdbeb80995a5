/** Which house a pod is drawn as: its image says so. Before the image is known, its name gives a hint. */
import { STYLES, type Style } from '../../../assets/art/names.ts';
import type { Pod } from '../../../shared/api/pod.ts';
import { hashText } from '../../../shared/base/hash.ts';
import { resolveReference } from '../../../shared/cluster/registry/reference.ts';
import type { View } from '../../../shared/store/store.ts';

const isStyle = (text: string | undefined): text is Style => (STYLES as readonly (string | undefined)[]).includes(text);

function styleByName(reference: string): Style {
  const named = STYLES.find((style) => reference.includes(style));
  return named ?? STYLES[hashText(reference.split(/[:@]/)[0] ?? '') % STYLES.length] ?? 'hut';
}

export function styleOfReference(view: View, reference: string): Style {
  const digest = resolveReference(view, reference);
  const style = digest === undefined ? undefined : view.get('Image', digest)?.style;
  return isStyle(style) ? style : styleByName(reference);
}

/** What really runs counts, where something does: the tag may have moved since. */
export function houseStyle(view: View, pod: Pod): Style {
  const running = view.get('Sandbox', pod.metadata.uid)?.containers[0]?.imageDigest;
  const style = running ? view.get('Image', running)?.style : undefined;
  return isStyle(style) ? style : styleOfReference(view, pod.spec.containers[0]?.image ?? '');
}
