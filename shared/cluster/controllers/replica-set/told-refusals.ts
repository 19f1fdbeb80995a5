/** Pods that may not come in, for their images or for a quota: the controller asks and is refused, once for each reason, until that is forgotten. */
import { keyOf } from '../../../api/meta.ts';
import type { ReplicaSet } from '../../../api/replica-set.ts';
import type { Change } from '../../../store/change.ts';
import type { View } from '../../../store/store.ts';
import { findEvent } from '../../api-server/events.ts';
import { refusePod } from '../../api-server/pod-admission.ts';
import { podNamePrefix } from '../../api-server/pods.ts';

export const SOURCE = 'replicaset-controller';
export const FAILED_CREATE = 'FailedCreate';

/** Asking would only be refused again, in the same words. */
export function isRefusalTold(view: View, replicaSet: ReplicaSet): boolean {
  const { name, namespace } = replicaSet.metadata;
  const refusal = refusePod(view, namespace, podNamePrefix(name), replicaSet.spec.template.spec);
  if (!refusal) return false;
  const text = { reason: FAILED_CREATE, message: `Error creating: ${refusal.message}`, source: SOURCE };
  return findEvent(view, replicaSet, text) !== undefined;
}

export function refusalForgotten({ before, after }: Change<'Event'>): readonly string[] {
  if (after || before?.reason !== FAILED_CREATE || before.involvedObject.kind !== 'ReplicaSet') return [];
  return [keyOf(before.involvedObject)];
}
