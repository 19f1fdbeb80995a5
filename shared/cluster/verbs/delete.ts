/** delete: takes an object down; a running pod gets its grace period. */
import { z } from 'zod';
import type { ObjectMeta } from '../../api/meta.ts';
import type { Pod } from '../../api/pod.ts';
import { failure, notFound, type Status } from '../../api/status.ts';
import type { Actor } from '../actor.ts';
import { recordEvent } from '../api-server/events.ts';
import { closeNamespace } from '../api-server/namespaces.ts';
import { deleteObject } from '../api-server/objects.ts';
import { noteFailedDaemon } from '../controllers/daemon-set/failed-pods.ts';
import { letSurplusGo } from '../controllers/job/job-pods.ts';
import { tellOfDeletion } from '../controllers/workloads/told-deletions.ts';
import { missingPods, replicaSetKeyOf } from '../controllers/replica-set/replica-set-pods.ts';
import type { World } from '../world.ts';
import { clusterKey, objectKey } from './fields.ts';
import { defineVerb } from './verb.ts';

export const deleteVerb = defineVerb({
  schema: z.strictObject({
    verb: z.literal('delete'),
    kind: z.enum([
      'Pod',
      'ReplicaSet',
      'Deployment',
      'Service',
      'HorizontalPodAutoscaler',
      'PodDisruptionBudget',
      'StatefulSet',
      'DaemonSet',
      'Job',
      'CronJob',
      'Namespace',
      'ResourceQuota',
      'ConfigMap',
      'Secret',
      'PersistentVolumeClaim',
      'PriorityClass',
    ]),
    key: objectKey.or(clusterKey),
    gracePeriodSeconds: z.int().min(0).max(3600).optional(),
  }),
  apply: (world, { kind, key, gracePeriodSeconds }, actor) => {
    const object = world.live.get(kind, key);
    if (!object) return notFound(kind, key);
    const stranger = refuseStranger(object, world.get(kind, key));
    if (stranger) return stranger;
    if (object.kind === 'Namespace') return closeNamespace(world, object);
    if (object.kind === 'Pod') {
      const refusal = refuseToWaitTwice(object, gracePeriodSeconds);
      if (refusal) return refusal;
      noteSurplus(world, object, actor);
      letSurplusGo(world, object);
      if (actor.type === 'component' && actor.name === 'daemonset-controller') noteFailedDaemon(world, object);
    }
    tellOfDeletion(world, object, actor);
    deleteObject(world, kind, key, gracePeriodSeconds);
    return null;
  },
});

/** A namesake of what was to be deleted is not meant: the precondition that a deletion carries. */
export function refuseStranger(
  { kind, metadata: { name, uid } }: { readonly kind: string; readonly metadata: ObjectMeta },
  seen: { readonly metadata: ObjectMeta } | undefined,
): Status | null {
  if (!seen || seen.metadata.uid === uid) return null;
  const message = `Precondition failed: UID in precondition: ${seen.metadata.uid}, UID in object meta: ${uid}`;
  return failure('Conflict', 'objectReplaced', message, { kind, name });
}

/** A pod that is leaving leaves no faster for being asked again, unless it is told not to wait. */
export function refuseToWaitTwice(
  { metadata: { name, deletionTick } }: Pod,
  gracePeriodSeconds?: number,
): Status | null {
  if (deletionTick === null || gracePeriodSeconds === 0) return null;
  return failure('Conflict', 'alreadyTerminating', `pod "${name}" is already terminating`, {
    name,
    since: deletionTick,
  });
}

/** Taking a surplus pod down is the ReplicaSet controller's work, whoever does it. */
function noteSurplus(world: World, pod: Pod, actor: Actor): void {
  const key = replicaSetKeyOf(pod);
  const replicaSet = key === null ? undefined : world.get('ReplicaSet', key);
  const isControllers = actor.type === 'component' ? actor.name === 'replicaset-controller' : true;
  if (!replicaSet || pod.metadata.deletionTick !== null || !isControllers || missingPods(world, replicaSet) >= 0)
    return;
  const { name } = pod.metadata;
  recordEvent(world, replicaSet, {
    type: 'Normal',
    reason: 'SuccessfulDelete',
    message: `Deleted pod: ${name}`,
    details: { name },
    source: 'replicaset-controller',
  });
}
