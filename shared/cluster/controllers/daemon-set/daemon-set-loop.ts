/** The DaemonSet controller, and the counts it keeps. */
import { switchUnlessSystem } from '../../switches.ts';
import { isPodReady, isPodTerminal, isTerminating } from '../../../api/pod.ts';
import type { Node } from '../../../api/node.ts';
import { REVISION_HASH_LABEL } from '../../../api/stateful-set.ts';
import { isEqual } from '../../../base/equal.ts';
import type { Change } from '../../../store/change.ts';
import type { View } from '../../../store/store.ts';
import { controlLoop, reflex } from '../../loop.ts';
import { inControllerManager } from '../../processes.ts';
import { podAvailable, podsAvailable } from '../workloads/availability.ts';
import { retryDeadlines, unlessHeldBack } from '../workloads/create-backoff.ts';
import { ownersOf } from '../workloads/owners.ts';
import { backoffDeadline } from './failed-pods.ts';
import { compareStanding, podsByNode, revisionHash, wantsNode } from './daemon-pods.ts';
import { planDaemonSet } from './plan.ts';
import { isAvailableIn } from './surge.ts';

const watches = {
  DaemonSet: (change: { readonly key: string }) => [change.key],
  Pod: ownersOf('DaemonSet'),
  Node: (change: Change<'Node'>, view: View) => (isSameGround(change) ? [] : view.keys('DaemonSet')),
} as const;

function isSameGround({ before, after }: Change<'Node'>): boolean {
  const ground = (node: Node | undefined) => node && { labels: node.metadata.labels, taints: node.spec.taints };
  return before !== undefined && after !== undefined && isEqual(ground(before), ground(after));
}

const becomesAvailable = { Pod: podAvailable('DaemonSet'), DaemonSet: podsAvailable } as const;

export const daemonSetLoop = controlLoop({
  name: 'daemon-set',
  process: inControllerManager,
  component: 'daemonset-controller',
  switchOf: switchUnlessSystem('daemon-set'),
  keys: (view) => view.keys('DaemonSet'),
  watches,
  deadlines: { ...retryDeadlines('DaemonSet'), DaemonBackoff: backoffDeadline, ...becomesAvailable },
  plan: (view, key) => {
    const set = view.get('DaemonSet', key);
    return set ? unlessHeldBack(view, set, planDaemonSet(view, set)) : [];
  },
});

export const daemonSetStatusReflex = reflex({
  name: 'daemon-set-status',
  process: inControllerManager,
  keys: (view) => view.keys('DaemonSet'),
  watches,
  deadlines: becomesAvailable,
  run: (world, key) => {
    const set = world.get('DaemonSet', key);
    if (!set) return;
    const byNode = podsByNode(world, set);
    const status = {
      observedGeneration: set.metadata.generation,
      desiredNumberScheduled: 0,
      currentNumberScheduled: 0,
      numberMisscheduled: 0,
      numberReady: 0,
      numberAvailable: 0,
      updatedNumberScheduled: 0,
    };
    const wanted = revisionHash(set);
    for (const node of world.list('Node')) {
      const [pod] = (byNode.get(node.metadata.name) ?? [])
        .filter((candidate) => !isTerminating(candidate) || !isPodTerminal(candidate))
        .toSorted(compareStanding);
      const isWanted = wantsNode(set, node) === 'run';
      if (isWanted) status.desiredNumberScheduled += 1;
      else if (pod) status.numberMisscheduled += 1;
      if (!isWanted || !pod) continue;
      status.currentNumberScheduled += 1;
      if (isPodReady(pod)) status.numberReady += 1;
      if (isAvailableIn(world, set, pod)) status.numberAvailable += 1;
      if (pod.metadata.labels[REVISION_HASH_LABEL] === wanted) status.updatedNumberScheduled += 1;
    }
    world.put({ ...set, status });
  },
});
