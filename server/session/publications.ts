/** One registry for all teams: what a cluster's own pushes and signatures put there, as events for the other clusters. */
import { must } from '../../shared/base/assert.ts';
import type { EnvironmentEvent } from '../../shared/commands/environment/table.ts';
import type { Tag } from '../../shared/api/world/image.ts';
import type { Change } from '../../shared/store/change.ts';
import type { View } from '../../shared/store/store.ts';

/** A tag in a cluster's own namespace can only come from its own push, and a signature of its own from its own key. */
export function publicationsIn(view: View, changes: readonly Change[]): readonly EnvironmentEvent[] {
  const publications: EnvironmentEvent[] = [];
  const own = view.get('Settings', 'settings')?.registryNamespace;
  for (const { kind, after } of changes) {
    if (kind === 'Tag' && after?.kind === 'Tag' && after.namespace === own) publications.push(published(view, after));
    if (kind === 'Signature' && after?.kind === 'Signature' && after.namespace === own) {
      const { digest, namespace, by } = after;
      publications.push({ type: 'imageSigned', digest, namespace, by });
    }
  }
  return publications;
}

function published(view: View, { key, digest, namespace, pushedBy }: Tag): EnvironmentEvent {
  const image = must(view.get('Image', digest), `image ${digest} of tag ${key}`);
  return {
    type: 'imagePublished',
    image: structuredClone(image) as Extract<EnvironmentEvent, { type: 'imagePublished' }>['image'],
    reference: key,
    namespace,
    by: pushedBy,
  };
}
