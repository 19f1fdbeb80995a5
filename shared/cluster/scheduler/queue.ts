/** Reflex: the scheduling queue. A pod without a node enters it, waits its time in it, and leaves it with a node or its life. */
import { reflex } from '../loop.ts';
import { inScheduler } from '../processes.ts';
import type { World } from '../world.ts';
import { clusterInfo } from './cluster-info.ts';
import { awaitsNode, newEntry, requeued } from './queue-entry.ts';
import { fitsSomewhere } from './schedule.ts';

export const schedulingQueue = reflex({
  name: 'scheduling-queue',
  process: inScheduler,
  watches: {
    Pod: ({ key, before, after }) => (awaitsNode(before) || awaitsNode(after) ? [key] : []),
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
    // The pod itself may have changed so that it fits now.
    else if (
      isDue(entry.untilTick, world) ||
      (entry.state === 'unschedulable' && fitsSomewhere(pod, clusterInfo(world)))
    ) {
      world.put(requeued(entry, world.tick));
    }
  },
});

function isDue(untilTick: number | null, world: World): boolean {
  return untilTick !== null && untilTick <= world.tick;
}
