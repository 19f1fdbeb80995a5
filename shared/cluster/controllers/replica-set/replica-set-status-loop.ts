/** Keeps a ReplicaSet's status: replicas, ready, available, leaving. */
import { isPodActive, isPodTerminal, isTerminating, podCondition, type Pod } from '../../../api/pod.ts';
import { keyOf } from '../../../api/meta.ts';
import type { ReplicaSet, ReplicaSetStatus } from '../../../api/replica-set.ts';
import type { Change } from '../../../store/change.ts';
import type { View } from '../../../store/store.ts';
import { reflex, type Deadline } from '../../loop.ts';
import { inControllerManager } from '../../processes.ts';
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

function ownersTouched({ before, after }: Change<'Pod'>): readonly string[] {
  if (before && after && countsLike(before) === countsLike(after)) return [];
  const key = replicaSetKeyOf((after ?? before) as Pod);
  return key === null ? [] : [key];
}

/** Everything of a pod that the counts depend on. */
function countsLike(pod: Pod): string {
  const ready = podCondition(pod, 'Ready');
  return `${isPodTerminal(pod)}/${isTerminating(pod)}/${ready?.status}/${ready?.lastTransitionTick}`;
}

export function availableTick(pod: Pod, minReadySeconds: number): number | null {
  const ready = podCondition(pod, 'Ready');
  return ready?.status === 'True' ? ready.lastTransitionTick + minReadySeconds : null;
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
  const isAvailable = (pod: Pod) => (availableTick(pod, minReadySeconds) ?? Number.POSITIVE_INFINITY) <= view.tick;
  return podsOf(view, controllerUid).filter((pod) => isPodActive(pod) && isAvailable(pod)).length;
}
