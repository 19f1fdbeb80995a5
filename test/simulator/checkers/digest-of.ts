/** What an image's digest is said to cover, for comparing two of them. */
import type { Image } from '../../../shared/api/world/image.ts';
import { makeImage } from '../../../shared/cluster/registry/manifest.ts';

export function digestOf({ style, layers, config }: Image): string {
  return makeImage({ style, layers, config }).key;
}
