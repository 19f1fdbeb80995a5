/** Who sees an old picture of the cluster: a watch that is late, or a road that is cut. */
import type { View } from '../../../shared/store/store.ts';

export interface OldPicture {
  readonly ageTicks: number;
  readonly isCut: boolean;
}

/** By process: `scheduler`, `kubelet/node-1`. Who sees what is has none. */
export function oldPicturesOf(view: View): ReadonlyMap<string, OldPicture> {
  const found = new Map<string, OldPicture>();
  for (const { key, cut, starting, lateTicks, sinceTick } of view.list('Sight')) {
    // Whoever starts has no picture yet.
    const isOld = cut || (!starting && (lateTicks > 0 || view.tick > sinceTick));
    if (isOld) found.set(key, { ageTicks: Math.max(0, view.tick - sinceTick), isCut: cut });
  }
  return found;
}
