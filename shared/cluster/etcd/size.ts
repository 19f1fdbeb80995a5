/** How large the ledger is: what it holds, and what it takes on disk. */
import { API_KINDS } from '../../api/kinds.ts';
import type { Etcd } from '../../api/world/etcd.ts';
import type { View } from '../../store/store.ts';
import { settingsOf, type World } from '../world.ts';
import { etcdOf } from './members.ts';

/** *Simplified*: an object, and each revision of one, takes a round number of bytes. */
const BYTES_PER_OBJECT = 2048;
const BYTES_PER_REVISION = 1024;
const MEASURE_TICKS = 10;

/** Objects, and the history that was not compacted yet. */
export function bytesInUse(view: View): number {
  const { compactedRevision, junk } = etcdOf(view);
  const objects = API_KINDS.reduce((sum, kind) => sum + view.count(kind), 0);
  const history = view.revision - compactedRevision;
  return objects * BYTES_PER_OBJECT + history * BYTES_PER_REVISION + (junk?.bytes ?? 0);
}

/** The file grows with what is in it; what is freed inside stays until it is defragmented. */
export function measured(view: View, etcd: Etcd): Etcd {
  return { ...etcd, fileBytes: Math.max(etcd.fileBytes, bytesInUse(view)) };
}

export function measure(world: World): void {
  const etcd = measured(world, etcdOf(world));
  const isFull = etcd.fileBytes >= settingsOf(world).plane.etcdQuotaBytes;
  world.put({ ...etcd, noSpace: etcd.noSpace || isFull, measureTick: world.tick + MEASURE_TICKS });
}

/** History up to this revision is forgotten. */
export function compacted(etcd: Etcd, revision: number): Etcd {
  const junk = etcd.junk && etcd.junk.revision > revision ? etcd.junk : null;
  return { ...etcd, compactedRevision: Math.max(etcd.compactedRevision, revision), junk };
}
