/** The control loop of the dispatch room: takes the pods of the active queue in order and binds each, or says why not. */
import { must } from '../../base/assert.ts';
import { controlLoop } from '../loop.ts';
import type { Verb } from '../verbs/table.ts';
import { nodeInfos, withPod } from './node-info.ts';
import { activeQueue, awaitsNode } from './queue-entry.ts';
import { chooseNode } from './schedule.ts';

/** The scheduler's requests to the API server a second. Source: kube-scheduler's clientConnection.qps. */
const PODS_PER_TICK = 50;

/** The queue has an order of its own, so all of it is one key. */
const QUEUE = 'queue';

export const scheduler = controlLoop({
  name: 'scheduler',
  component: 'scheduler',
  switchOf: () => 'scheduler',
  watches: { QueuedPod: () => [QUEUE] },
  keys: () => [QUEUE],
  plan: (view) => {
    const queue = activeQueue(view).slice(0, PODS_PER_TICK);
    if (queue.length === 0) return [];
    // Each cycle sees the pods that the cycles before it have assumed onto nodes, although none is bound yet.
    const nodes = nodeInfos(view);
    const index = new Map(nodes.map((info, position) => [info.node.metadata.name, position]));
    return queue.flatMap((key): Verb[] => {
      const pod = view.get('Pod', key);
      if (!awaitsNode(pod)) return [];
      const node = chooseNode(view, pod, nodes);
      if (node === null) return [{ verb: 'reportUnschedulable', pod: key }];
      const position = must(index.get(node), node);
      nodes[position] = withPod(must(nodes[position], node), pod);
      return [{ verb: 'bind', pod: key, node }];
    });
  },
});
