/** What it costs when the warehouse takes nothing: houses that were built and cannot be shipped. */
import type { View } from '../../store/store.ts';
import { refuseUpload } from '../registry/disk.ts';

export function isShippingRefused(view: View): boolean {
  return view.keys('LocalTag').some((key) => {
    const digest = view.get('LocalTag', key)?.digest ?? '';
    const image = view.get('Image', digest);
    return image !== undefined && view.get('Tag', key)?.digest !== digest && refuseUpload(view, image) !== null;
  });
}
