/** ImageLocality: a village that has the house plan in its backpack already need not fetch it. */
import { clamp, MIB } from '../../../base/integers.ts';
import type { Node } from '../../../api/node.ts';
import { normaliseReference } from '../../registry/reference.ts';
import { MAX_NODE_SCORE, type Nodes, type ScorePlugin } from '../framework.ts';

/** Oracle: scheduler.imageLocality. */
const MIN_BYTES = 23 * MIB;
const MAX_BYTES_PER_CONTAINER = 1000 * MIB;

const sizes = new WeakMap<Node['status']['images'], ReadonlyMap<string, number>>();

/** Size by every name of each image that the node has. A memo by identity. */
function imageSizes({ status: { images } }: Node): ReadonlyMap<string, number> {
  let known = sizes.get(images);
  if (!known) {
    known = new Map(images.flatMap(({ names, sizeBytes }) => names.map((name) => [name, sizeBytes] as const)));
    sizes.set(images, known);
  }
  return known;
}

/** Adds `:latest` to a name without tag; registries with a port keep their colon. */
export function normalizedImageName(name: string): string {
  return name.lastIndexOf(':') <= name.lastIndexOf('/') ? `${name}:latest` : name;
}

/** As the pod writes it, or else in full: the real plugin knows the first only, and so misses Docker Hub's short names. */
function sizeOn(node: Node, image: string): number {
  const known = imageSizes(node);
  return known.get(normalizedImageName(image)) ?? known.get(normaliseReference(image) ?? '') ?? 0;
}

export const imageLocality: ScorePlugin = {
  name: 'ImageLocality',
  weight: 1,
  preScore: (pod, nodes) => {
    const images = pod.spec.containers.map((container) => container.image);
    const spread = images.map((image) => nodesWith(image, nodes) / nodes.length);
    const most = MAX_BYTES_PER_CONTAINER * images.length;
    return ({ node }) => {
      // An image that few nodes have counts for less, so that not all pods run after it to the same node.
      const share = (image: string, index: number) => Math.floor(sizeOn(node, image) * (spread[index] ?? 0));
      const bytes = images.reduce((sum, image, index) => sum + share(image, index), 0);
      return Math.floor((MAX_NODE_SCORE * (clamp(bytes, MIN_BYTES, most) - MIN_BYTES)) / (most - MIN_BYTES));
    };
  },
};

function nodesWith(image: string, nodes: Nodes): number {
  return nodes.reduce((count, { node }) => count + (sizeOn(node, image) > 0 ? 1 : 0), 0);
}
