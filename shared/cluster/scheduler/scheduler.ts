/** The control loop of the dispatch room: takes the pods of the active queue in order and binds each, or says why not. */
import { isSystemKey } from '../../api/system.ts';
import type { Pod } from '../../api/pod.ts';
import type { View } from '../../store/store.ts';
import { controlLoop } from '../loop.ts';
import { inScheduler } from '../processes.ts';
import type { Verb } from '../verbs/table.ts';
import { activeQueue } from './active-queue.ts';
import { AssumingCluster, clusterInfo } from './cluster-info.ts';
import { wayOut } from './preemption.ts';
import { awaitsNode } from './queue-entry.ts';
import { chooseNode, diagnose } from './schedule.ts';

/** The scheduler's requests to the API server a second. Source: kube-scheduler's clientConnection.qps. */
const PODS_PER_TICK = 50;

/** The queue has an order of its own, so all of it is one key. */
const QUEUE = 'queue';
/** *Simplified*: the pods of the cluster's own district find their place by themselves, whoever plays the seat. */
const SYSTEM_QUEUE = 'system';

export const scheduler = controlLoop({
  name: 'scheduler',
  process: inScheduler,
  component: 'scheduler',
  switchOf: (key) => (key === SYSTEM_QUEUE ? null : 'scheduler'),
  watches: { QueuedPod: ({ key }) => (isSystemKey(key) ? [QUEUE, SYSTEM_QUEUE] : [QUEUE]) },
  keys: () => [QUEUE, SYSTEM_QUEUE],
  plan: (view, part) => {
    const queue =
      part === SYSTEM_QUEUE
        ? activeQueue(view).filter(isSystemKey).slice(0, PODS_PER_TICK)
        : activeQueue(view, PODS_PER_TICK);
    if (queue.length === 0) return [];
    // Each cycle sees the pods that the cycles before it have assumed onto nodes, although none is bound yet.
    const cluster = new AssumingCluster(clusterInfo(view));
    const verbs: Verb[] = [];
    for (const key of queue) {
      const pod = view.get('Pod', key);
      if (!awaitsNode(pod)) continue;
      const choice = chooseNode(view, pod, cluster);
      if (choice && 'node' in choice) {
        cluster.assume(pod, choice.node);
        verbs.push({ verb: 'bind', pod: key, node: choice.node });
        continue;
      }
      const node = choice === null ? nodeToClear(view, pod, cluster) : null;
      verbs.push({ verb: 'reportUnschedulable', pod: key });
      if (node === null) continue;
      verbs.push({ verb: 'preempt', pod: key, node });
      // Those behind it must see whom it sends away: they are taken up in the next tick.
      break;
    }
    return verbs;
  },
});

function nodeToClear(view: View, pod: Pod, cluster: AssumingCluster): string | null {
  const way = wayOut(view, pod, cluster, diagnose(pod, cluster));
  return way.type === 'candidate' ? way.candidate.node : null;
}
