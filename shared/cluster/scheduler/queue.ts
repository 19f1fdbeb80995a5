/** Reflex: the scheduling queue. A pod without a node enters it, waits its time in it, and leaves it with a node or its life. */
import type { Pod } from '../../api/pod.ts';
import { reflex } from '../loop.ts';
import { inScheduler } from '../processes.ts';
import type { World } from '../world.ts';
import { clusterInfo } from './cluster-info.ts';
import { isHelpedBy } from './help.ts';
import { awaitsNode, newEntry, requeued } from './queue-entry.ts';

export const schedulingQueue = reflex({
  name: 'scheduling-queue',
  process: inScheduler,
  watches: {
    Pod: ({ key, before, after }) => (isNews(before, after) ? [key] : []),
  },
  deadlines: {
    QueuedPod: ({ key, untilTick }) => (untilTick === null ? [] : [{ tick: untilTick, key }]),
  },
  keys: (view) => [...view.by('podsByNode', ''), ...view.keys('QueuedPod')],
  run: (world, key) => {
    const pod = world.get('Pod', key);
    const entry = world.get('QueuedPod', key);
    if (!awaitsNode(pod)) world.remove('QueuedPod', key);
    else if (entry?.uid !== pod.metadata.uid) world.put(newEntry({ key, uid: pod.metadata.uid }, world.tick));
    else if (isDue(entry.untilTick, world) || (entry.state === 'unschedulable' && isHelpedItself(pod, world))) {
      world.put(requeued(entry, world.tick));
    }
  },
});

/** It comes, goes, or is not looked at as before: how its last attempt went is no news to who made it. */
function isNews(before: Pod | undefined, after: Pod | undefined): boolean {
  if (!awaitsNode(before) || !awaitsNode(after)) return awaitsNode(before) || awaitsNode(after);
  return (
    before.spec !== after.spec ||
    before.metadata.labels !== after.metadata.labels ||
    before.status.nominatedNodeName !== after.status.nominatedNodeName
  );
}

function isDue(untilTick: number | null, world: World): boolean {
  return untilTick !== null && untilTick <= world.tick;
}

/** The pod may have changed so that it fits now, or may look for room elsewhere. */
function isHelpedItself(pod: Pod, world: World): boolean {
  const cluster = clusterInfo(world);
  return isHelpedBy(cluster.nodes, pod, cluster);
}
