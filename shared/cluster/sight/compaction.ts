/** Which history is no longer kept. Source: apiserver/pkg/storage/etcd3/compact.go. */
import type { Sight } from '../../api/world/sight.ts';
import type { View } from '../../store/store.ts';
import { compactedRevision } from '../etcd/compaction.ts';

/** Who stopped watching before what was compacted must list everything again. */
export function isCompacted(view: View, { revision }: Sight): boolean {
  return revision < compactedRevision(view);
}
