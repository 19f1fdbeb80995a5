/** ImageLocality: a village that has the house plan in its backpack already need not fetch it. */
import { clamp, MIB } from '../../../base/integers.ts';
import type { Node } from '../../../api/node.ts';
import type { Pod } from '../../../api/pod.ts';
import { MAX_NODE_SCORE, type Nodes, type ScorePlugin } from '../framework.ts';
import type { NodeInfo } from '../node-info.ts';

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

function sizeOn({ node }: NodeInfo, name: string): number {
  return imageSizes(node).get(name) ?? 0;
}

/** Of its containers, and those that it mounts as volumes. */
function imagesOf({ spec: { containers, initContainers = [], volumes = [] } }: Pod): readonly string[] {
  const mounted = volumes.flatMap((volume) => (volume.image ? [volume.image.reference] : []));
  return [...mounted, ...[...initContainers, ...containers].map(({ image }) => image)];
}

interface Sought {
  readonly name: string;
  /** Which share of the nodes has it. */
  readonly spread: number;
}

/** Of its images, those that lie somewhere. */
function soughtBy(pod: Pod, nodes: Nodes): readonly Sought[] {
  return imagesOf(pod).flatMap((image) => {
    const name = normalizedImageName(image);
    let having = 0;
    for (const node of nodes) if (sizeOn(node, name) > 0) having += 1;
    return having === 0 ? [] : [{ name, spread: having / nodes.length }];
  });
}

export const imageLocality: ScorePlugin = {
  name: 'ImageLocality',
  isLocal: true,
  preScore: (pod, { nodes }) => {
    const images = soughtBy(pod, nodes);
    const most = MAX_BYTES_PER_CONTAINER * (pod.spec.containers.length + (pod.spec.initContainers?.length ?? 0));
    return {
      score: (node) => {
        // An image that few nodes have counts for less, so that not all pods run after it to the same node.
        let bytes = 0;
        for (const { name, spread } of images) bytes += Math.floor(sizeOn(node, name) * spread);
        return Math.floor((MAX_NODE_SCORE * (clamp(bytes, MIN_BYTES, most) - MIN_BYTES)) / (most - MIN_BYTES));
      },
    };
  },
};
