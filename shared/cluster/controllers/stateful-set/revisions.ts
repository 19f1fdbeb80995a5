/**
 * The two plans of a StatefulSet during a rollout: the one that its pods had, and the one that they are to have.
 * Source: pkg/controller/statefulset, newVersionedStatefulSetPod, completeRollingUpdate.
 */
import type { Pod, PodTemplate } from '../../../api/pod.ts';
import { REVISION_HASH_LABEL, type StatefulSet } from '../../../api/stateful-set.ts';
import { templateHash } from '../deployment/template-hash.ts';

type Revisions = Pick<StatefulSet['status'], 'currentRevision' | 'currentTemplate' | 'updateRevision'>;
type Counts = Omit<StatefulSet['status'], keyof Revisions | 'observedGeneration'>;

export function revisionHash({ spec }: Pick<StatefulSet, 'spec'>): string {
  return templateHash(spec.template, 0);
}

export const isOfRevision = ({ metadata }: Pod, hash: string): boolean => metadata.labels[REVISION_HASH_LABEL] === hash;

/** Below the partition a pod that is made anew is as it was before. */
export function templateFor({ spec, status }: StatefulSet, ordinal: number): PodTemplate {
  const { updateStrategy, template } = spec;
  const isKept = updateStrategy.type === 'RollingUpdate' && ordinal < updateStrategy.rollingUpdate.partition;
  return isKept ? (status.currentTemplate ?? template) : template;
}

/** What was current stays so until every pod is of the new plan, and ready. */
export function revisionsOf({ spec, status }: StatefulSet, counts: Counts): Revisions {
  const updateRevision = revisionHash({ spec });
  const isNew = status.currentTemplate === null;
  const isComplete =
    spec.updateStrategy.type === 'RollingUpdate' &&
    [counts.replicas, counts.readyReplicas, counts.updatedReplicas].every((count) => count === spec.replicas);
  return isNew || isComplete
    ? { currentRevision: updateRevision, currentTemplate: spec.template, updateRevision }
    : { currentRevision: status.currentRevision, currentTemplate: status.currentTemplate, updateRevision };
}
