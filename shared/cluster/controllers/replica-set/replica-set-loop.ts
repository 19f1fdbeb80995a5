/** The ReplicaSet controller: as many pods as are wanted, no more, no fewer. */
import { switchUnlessSystem } from '../../switches.ts';
import { isPodActive } from '../../../api/pod.ts';
import type { Change } from '../../../store/change.ts';
import type { View } from '../../../store/store.ts';
import { controlLoop } from '../../loop.ts';
import { inControllerManager } from '../../processes.ts';
import type { Verb } from '../../verbs/table.ts';
import { isHeldBack, retryDeadlines } from '../workloads/create-backoff.ts';
import { isSameOwner, setsOf } from './pod-claims.ts';
import { BURST_REPLICAS, missingPods, victimsOf } from './replica-set-pods.ts';

export const replicaSetLoop = controlLoop({
  name: 'replicaset',
  process: inControllerManager,
  component: 'replicaset-controller',
  switchOf: switchUnlessSystem('replicaset'),
  keys: (view) => view.keys('ReplicaSet'),
  watches: {
    ReplicaSet: (change) => [change.key],
    Pod: ownersTouched,
  },
  deadlines: retryDeadlines('ReplicaSet'),
  plan: planReplicaSet,
});

/** Only a pod that begins or ceases to count matters to the number. */
function ownersTouched(change: Change<'Pod'>): readonly string[] {
  const { before, after } = change;
  const isSame = (before !== undefined && isPodActive(before)) === (after !== undefined && isPodActive(after));
  return isSame && isSameOwner(change) ? [] : setsOf(change);
}

function planReplicaSet(view: View, key: string): readonly Verb[] {
  const replicaSet = view.get('ReplicaSet', key);
  if (!replicaSet) return [];
  const missing = missingPods(view, replicaSet);
  if (missing > 0) {
    if (isHeldBack(view, replicaSet)) return [];
    return [{ verb: 'createPods', replicaSet: key, count: Math.min(missing, BURST_REPLICAS) }];
  }
  const victims = missing < 0 ? victimsOf(view, replicaSet, Math.min(-missing, BURST_REPLICAS)) : [];
  return victims.map((victim) => ({ verb: 'delete', kind: 'Pod', key: victim }));
}
