/** Which history is no longer kept. Source: apiserver/pkg/storage/etcd3/compact.go. */
import type { Sight } from '../../api/world/sight.ts';
import { floorDiv } from '../../base/integers.ts';
import type { View } from '../../store/store.ts';

/** Oracle: apiserver.etcdCompactionInterval. */
const COMPACTION_TICKS = 300;

/** Each time, the API server has everything forgotten that is older than the time before. */
export function isCompacted({ tick }: View, { sinceTick }: Sight): boolean {
  return sinceTick < (floorDiv(tick, COMPACTION_TICKS) - 1) * COMPACTION_TICKS;
}
