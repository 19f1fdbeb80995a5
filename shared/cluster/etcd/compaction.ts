/** Compaction: every five minutes the API server asks etcd to forget what is older than the last time it asked. */
import type { View } from '../../store/store.ts';
import type { World } from '../world.ts';
import { etcdOf, etcdTrouble } from './members.ts';
import { compacted, measured } from './size.ts';

/** Oracle: apiserver.etcdCompactionInterval. */
export const COMPACTION_TICKS = 300;

/** Whoever has seen nothing newer than this must list everything again: "resource version too old". */
export function compactedRevision(view: View): number {
  return etcdOf(view).compactedRevision;
}

export function compact(world: World): void {
  const etcd = measured(world, etcdOf(world));
  const isAsked = etcdTrouble(world) === null && world.by('runningProcesses', 'api-server').length > 0;
  const now = isAsked ? { ...compacted(etcd, etcd.compactMark), compactMark: world.revision } : etcd;
  world.put({ ...now, compactTick: world.tick + COMPACTION_TICKS });
}
