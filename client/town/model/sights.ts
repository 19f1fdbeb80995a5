/** Who sees an old picture of the cluster: a watch that is late, or a road that is cut. */
import type { View } from '../../../shared/store/store.ts';

export interface OldPicture {
  readonly ageTicks: number;
  readonly isCut: boolean;
}

/** By process: `scheduler`, `kubelet/node-1`. Who sees what is has none. */
export function oldPicturesOf(view: View): ReadonlyMap<string, OldPicture> {
  const found = new Map<string, OldPicture>();
  for (const { key, cut, sinceTick } of view.list('Sight'))
    if (cut || view.tick > sinceTick) found.set(key, { ageTicks: Math.max(0, view.tick - sinceTick), isCut: cut });
  return found;
}
