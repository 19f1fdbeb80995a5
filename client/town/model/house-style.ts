/** Which house a pod is drawn as: its image says so. Before the image is known, its name gives a hint. */
import { STYLES, type HouseStyle, type Style } from '../../../assets/art/names.ts';
import type { Pod } from '../../../shared/api/pod.ts';
import { SYSTEM_NAMESPACE } from '../../../shared/api/system.ts';
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

/** What keeps the cluster itself going, by the program's name. Others of kube-system look as their images do. */
const SYSTEM_HOUSES: readonly (readonly [program: string, style: HouseStyle])[] = [
  ['coredns', 'signpost'],
  ['fluentd', 'chronicle'],
];

function systemStyle({ metadata, spec }: Pod): HouseStyle | undefined {
  if (metadata.namespace !== SYSTEM_NAMESPACE) return undefined;
  const image = spec.containers[0]?.image ?? '';
  return SYSTEM_HOUSES.find(([program]) => image.includes(program))?.[1];
}

/** What really runs counts, where something does: the tag may have moved since. */
export function houseStyle(view: View, pod: Pod): HouseStyle {
  const system = systemStyle(pod);
  if (system) return system;
  const running = view.get('Sandbox', pod.metadata.uid)?.containers[0]?.imageDigest;
  const style = running ? view.get('Image', running)?.style : undefined;
  return isStyle(style) ? style : styleOfReference(view, pod.spec.containers[0]?.image ?? '');
}
