/** Two images laid side by side: which layers they share, and which only one of them has. Pure. */
import type { ShelfItem } from '../../../shared/cluster/registry/shelves.ts';

export type Layer = ShelfItem['layers'][number];

export interface ImageDiff {
  readonly shared: readonly Layer[];
  readonly onlyLeft: readonly Layer[];
  readonly onlyRight: readonly Layer[];
  /** What has to travel to somebody who has the left one. */
  readonly travelBytes: number;
}

export const bytesOf = (layers: readonly Layer[]): number => layers.reduce((sum, { bytes }) => sum + bytes, 0);

export function diffImages(left: Pick<ShelfItem, 'layers'>, right: Pick<ShelfItem, 'layers'>): ImageDiff {
  const digests = (layers: readonly Layer[]) => new Set(layers.map(({ digest }) => digest));
  const [inLeft, inRight] = [digests(left.layers), digests(right.layers)];
  const onlyRight = right.layers.filter(({ digest }) => !inLeft.has(digest));
  return {
    shared: right.layers.filter(({ digest }) => inLeft.has(digest)),
    onlyLeft: left.layers.filter(({ digest }) => !inRight.has(digest)),
    onlyRight,
    travelBytes: bytesOf(onlyRight),
  };
}
