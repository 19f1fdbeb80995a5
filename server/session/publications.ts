/** One registry for all teams: what a cluster's own pushes put on the shelves, as events for the other clusters. */
import { must } from '../../shared/base/assert.ts';
import type { EnvironmentEvent } from '../../shared/commands/environment/table.ts';
import type { Change } from '../../shared/store/change.ts';
import type { View } from '../../shared/store/store.ts';

/** A tag in a cluster's own namespace can only come from its own push. */
export function publicationsIn(view: View, changes: readonly Change[]): readonly EnvironmentEvent[] {
  const publications: EnvironmentEvent[] = [];
  for (const change of changes) {
    if (change.kind !== 'Tag' || change.after?.kind !== 'Tag') continue;
    const tag = change.after;
    if (tag.namespace !== view.get('Settings', 'settings')?.registryNamespace) continue;
    const image = must(view.get('Image', tag.digest), `image ${tag.digest} of tag ${tag.key}`);
    publications.push({
      type: 'imagePublished',
      image: structuredClone(image) as Extract<EnvironmentEvent, { type: 'imagePublished' }>['image'],
      reference: tag.key,
      namespace: tag.namespace,
      by: tag.pushedBy,
    });
  }
  return publications;
}
