/** Keeps a ReplicaSet's status: replicas, ready, available, leaving. */
import { isPodActive, isPodTerminal, isTerminating, podCondition, type Pod } from '../../../api/pod.ts';
import { keyOf } from '../../../api/meta.ts';
import type { ReplicaSet, ReplicaSetStatus } from '../../../api/replica-set.ts';
import type { Change } from '../../../store/change.ts';
import type { View } from '../../../store/store.ts';
import { reflex, type Deadline } from '../../loop.ts';
import { inControllerManager } from '../../processes.ts';
import { availableTick, isAvailable } from '../workloads/availability.ts';
import { isSameOwner, setsOf } from './pod-claims.ts';
import { podCounts, podsOf, replicaSetKeyOf } from './replica-set-pods.ts';

export const replicaSetStatusReflex = reflex({
  name: 'replicaset-status',
  process: inControllerManager,
  keys: (view) => view.keys('ReplicaSet'),
  watches: { ReplicaSet: (change) => [change.key], Pod: ownersTouched },
  deadlines: {
    Pod: (pod, view) => {
      const key = replicaSetKeyOf(pod);
      const replicaSet = key === null ? undefined : view.get('ReplicaSet', key);
      return replicaSet ? availabilityDeadline(pod, replicaSet, view) : [];
    },
    ReplicaSet: (replicaSet, view) => {
      if (replicaSet.spec.minReadySeconds === 0) return [];
      return podsOf(view, replicaSet.metadata.uid).flatMap((pod) => availabilityDeadline(pod, replicaSet, view));
    },
  },
  run: (world, key) => {
    const replicaSet = world.get('ReplicaSet', key);
    if (replicaSet) world.put({ ...replicaSet, status: replicaSetStatus(world, replicaSet) });
  },
});

function ownersTouched(change: Change<'Pod'>): readonly string[] {
  const { before, after } = change;
  return before && after && countAlike(before, after) && isSameOwner(change) ? [] : setsOf(change);
}

/** They agree in everything of a pod that the counts depend on. */
function countAlike(a: Pod, b: Pod): boolean {
  if (isTerminating(a) !== isTerminating(b)) return false;
  if (a.status === b.status) return true;
  if (isPodTerminal(a) !== isPodTerminal(b)) return false;
  if (a.status.conditions === b.status.conditions) return true;
  const [was, is] = [podCondition(a, 'Ready'), podCondition(b, 'Ready')];
  return was?.status === is?.status && was?.lastTransitionTick === is?.lastTransitionTick;
}

function availabilityDeadline(pod: Pod, { metadata, spec }: ReplicaSet, view: View): readonly Deadline[] {
  const tick = availableTick(pod, spec.minReadySeconds);
  return tick !== null && tick > view.tick ? [{ tick, key: keyOf(metadata) }] : [];
}

function replicaSetStatus(view: View, { metadata, spec }: ReplicaSet): ReplicaSetStatus {
  const { active, ready, leaving } = podCounts(view, metadata.uid);
  return {
    observedGeneration: metadata.generation,
    replicas: active,
    readyReplicas: ready,
    // Who need not stand the test of time is available at once.
    availableReplicas: spec.minReadySeconds === 0 ? ready : availablePods(view, metadata.uid, spec.minReadySeconds),
    terminatingReplicas: leaving,
  };
}

function availablePods(view: View, controllerUid: string, minReadySeconds: number): number {
  return podsOf(view, controllerUid).filter((pod) => isPodActive(pod) && isAvailable(pod, minReadySeconds, view.tick))
    .length;
}
