/** Reflex: something happened on a node that may help. Pods set aside which fit there now go back into the queue. */
import { isPodTerminal, type Pod } from '../../api/pod.ts';
import { podRequests } from '../../api/pod-requests.ts';
import { must } from '../../base/assert.ts';
import { reflex } from '../loop.ts';
import { fits } from './evaluate.ts';
import { nodeInfoOf } from './node-info.ts';
import { requeued } from './queue-entry.ts';

export const queueingHints = reflex({
  name: 'queueing-hints',
  watches: {
    Node: ({ key, after }) => (after ? [key] : []),
    Pod: ({ before, after }) => (before && holdsRoom(before) && freesRoom(before, after) ? [before.spec.nodeName] : []),
  },
  keys: (view) => view.keys('Node'),
  run: (world, nodeName) => {
    const node = world.get('Node', nodeName);
    const waiting = world.by('queuedPodsByState', 'unschedulable');
    if (!node || waiting.length === 0) return;
    const info = nodeInfoOf(world, node);
    for (const key of waiting) {
      const pod = world.get('Pod', key);
      if (pod && fits(pod, info)) world.put(requeued(must(world.get('QueuedPod', key), key), world.tick));
    }
  },
});

function holdsRoom(pod: Pod): pod is Pod & { readonly spec: { readonly nodeName: string } } {
  return pod.spec.nodeName !== null && !isPodTerminal(pod);
}

function freesRoom(before: Pod, after: Pod | undefined): boolean {
  return !after || !holdsRoom(after) || podRequests(after.spec) !== podRequests(before.spec);
}
