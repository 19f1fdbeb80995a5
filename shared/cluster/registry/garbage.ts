/** The registry's own garbage collection: what no manifest holds goes, and so does what is no longer itself. */
import type { View } from '../../store/store.ts';

export interface RegistryGarbage {
  /** Manifests that no tag of their repository points at. */
  readonly revisions: readonly string[];
  readonly blobs: readonly string[];
  readonly freedBytes: number;
}

/** Untagged manifests go from one's own shelves only: others may have theirs pinned by digest. */
export function registryGarbage(view: View, namespace: string): RegistryGarbage {
  const tagged = new Set<string>();
  for (const { key, digest } of view.list('Tag')) tagged.add(`${key.slice(0, key.lastIndexOf(':'))}@${digest}`);
  const isOwn = (key: string) => key.split('/')[1] === namespace;
  const revisions = view.keys('Revision').filter((key) => isOwn(key) && !tagged.has(key));
  const gone = new Set(revisions);
  const held = new Set<string>();
  for (const { key, digest } of view.list('Revision')) {
    if (gone.has(key)) continue;
    for (const layer of view.get('Image', digest)?.layers ?? []) held.add(layer.digest);
  }
  let freedBytes = 0;
  const blobs = view.keys('Blob').filter((key) => {
    const blob = view.get('Blob', key);
    if (!blob || (held.has(key) && !blob.corrupted)) return false;
    freedBytes += blob.bytes;
    return true;
  });
  return { revisions, blobs, freedBytes };
}
