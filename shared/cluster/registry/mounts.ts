/** Cross-repository mounts: a layer that another repository has is not sent again. Source: distribution-spec, Mounting. */
import type { View } from '../../store/store.ts';

/** The repository to mount it from; empty where this one has it, or no manifest does. */
export function mountSource(view: View, layer: string, repository: string): string {
  let source = '';
  for (const key of view.keys('Revision')) {
    const revision = view.get('Revision', key);
    const image = revision && view.get('Image', revision.digest);
    if (!image?.layers.some(({ digest }) => digest === layer)) continue;
    const holder = key.slice(0, key.indexOf('@'));
    if (holder === repository) return '';
    source ||= holder;
  }
  return source;
}
