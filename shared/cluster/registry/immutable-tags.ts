/** Immutable tags: where they were agreed on, a tag that stands for one digest never stands for another. */
import type { View } from '../../store/store.ts';
import { parseReference, repositoryOf } from './reference.ts';

/** Whether pushing that digest under that tag would move it. `tagKey` is a full reference. */
export function isTagFixed(view: View, tagKey: string, digest: string): boolean {
  const tag = view.get('Tag', tagKey);
  if (!tag || tag.digest === digest) return false;
  const reference = parseReference(tagKey);
  return reference !== null && view.get('Repository', repositoryOf(reference))?.immutableTags === true;
}
