/** Forgets pods that are over, where there are too many of them. Source: pkg/controller/podgc, gcTerminated. */
import { keyOf } from '../../../api/meta.ts';
import { isPodTerminal, type Pod } from '../../../api/pod.ts';
import { byCodeUnit } from '../../../base/order.ts';
import { deleteObject } from '../../api-server/objects.ts';
import { reflex } from '../../loop.ts';
import { inControllerManager } from '../../processes.ts';

/** Oracle: 12,500 (--terminated-pod-gc-threshold), by the measure of a town. */
const ENDED_PODS_KEPT = 1000;
const ALL = 'all';

const isOver = (pod: Pod | undefined): boolean => pod !== undefined && isPodTerminal(pod);
const isEvicted = ({ status }: Pod): boolean => status.phase === 'Failed' && status.reason === 'Evicted';

export const podGcReflex = reflex({
  name: 'pod-gc',
  process: inControllerManager,
  keys: () => [ALL],
  watches: { Pod: ({ before, after }) => (isOver(after) && !isOver(before) ? [ALL] : []) },
  run: (world) => {
    const keys = world.by('endedPods', '');
    const surplus = keys.length - ENDED_PODS_KEPT;
    if (surplus <= 0) return;
    const ended = keys.flatMap((key) => world.get('Pod', key) ?? []).toSorted(byUse);
    for (const { metadata } of ended.slice(0, surplus)) deleteObject(world, 'Pod', keyOf(metadata));
  },
});

/** The evicted ones first, then the oldest. */
function byUse(a: Pod, b: Pod): number {
  return (
    Number(isEvicted(b)) - Number(isEvicted(a)) ||
    a.metadata.creationTick - b.metadata.creationTick ||
    byCodeUnit(keyOf(a.metadata), keyOf(b.metadata))
  );
}
