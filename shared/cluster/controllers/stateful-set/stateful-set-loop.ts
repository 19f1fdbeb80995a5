/** The StatefulSet controller, and the counts it keeps. */
import { isPodReady, isTerminating } from '../../../api/pod.ts';
import type { StatefulSet } from '../../../api/stateful-set.ts';
import { refuseNamespace } from '../../api-server/namespaces.ts';
import { controlLoop, reflex } from '../../loop.ts';
import { inControllerManager } from '../../processes.ts';
import type { World } from '../../world.ts';
import { isAvailable, podAvailable, podsAvailable } from '../workloads/availability.ts';
import { retryDeadlines, unlessHeldBack } from '../workloads/create-backoff.ts';
import { ownersOf } from '../workloads/owners.ts';
import { makeClaims, setsOfClaim } from './claims.ts';
import { isOfRevision, revisionHash, revisionsOf } from './revisions.ts';
import { numberedPods, planStatefulSet } from './stateful-pods.ts';

const watches = {
  StatefulSet: (change: { readonly key: string }) => [change.key],
  Pod: ownersOf('StatefulSet'),
} as const;

const becomesAvailable = { Pod: podAvailable('StatefulSet'), StatefulSet: podsAvailable } as const;

export const statefulSetLoop = controlLoop({
  name: 'stateful-set',
  process: inControllerManager,
  component: 'statefulset-controller',
  switchOf: () => 'stateful-set',
  keys: (view) => view.keys('StatefulSet'),
  watches,
  deadlines: { ...retryDeadlines('StatefulSet'), ...becomesAvailable },
  plan: (view, key) => {
    const set = view.get('StatefulSet', key);
    return set ? unlessHeldBack(view, set, planStatefulSet(view, set)) : [];
  },
});

export const statefulSetStatusReflex = reflex({
  name: 'stateful-set-status',
  process: inControllerManager,
  keys: (view) => view.keys('StatefulSet'),
  watches: { ...watches, PersistentVolumeClaim: setsOfClaim },
  deadlines: becomesAvailable,
  run: (world, key) => {
    const set = world.get('StatefulSet', key);
    if (!set) return;
    makeMissingClaims(world, key, set);
    const pods = [...numberedPods(world, set).values()];
    const staying = pods.filter((pod) => !isTerminating(pod));
    const { currentRevision } = set.status;
    const updateRevision = revisionHash(set);
    const ready = pods.filter(isPodReady).length;
    const updated = staying.filter((pod) => isOfRevision(pod, updateRevision)).length;
    const current = staying.filter((pod) => isOfRevision(pod, currentRevision)).length;
    const counts = {
      replicas: pods.length,
      readyReplicas: ready,
      availableReplicas: pods.filter((pod) => isAvailable(pod, set.spec.minReadySeconds, world.tick)).length,
      currentReplicas: current,
      updatedReplicas: updated,
    };
    const revisions = revisionsOf(set, counts);
    const isOne = revisions.currentRevision === updateRevision;
    world.put({
      ...set,
      status: {
        observedGeneration: set.metadata.generation,
        ...counts,
        currentReplicas: isOne ? updated : current,
        ...revisions,
      },
    });
  },
});

/** Of a pod that waits the claim may have gone after it was made. Source: processReplica, createMissingPersistentVolumeClaims. */
function makeMissingClaims(world: World, key: string, set: StatefulSet): void {
  const { namespace } = set.metadata;
  if (refuseNamespace(world, 'PersistentVolumeClaim', { name: '', namespace }) !== null) return;
  for (const [ordinal, { metadata, status }] of numberedPods(world, set)) {
    if (ordinal < set.spec.replicas && status.phase === 'Pending') makeClaims(world, key, metadata.name);
  }
}
