/** Which old revisions a Deployment forgets. Source: pkg/controller/deployment/sync.go, cleanupDeployment. */
import { byCodeUnit } from '../../../base/order.ts';
import { keyOf } from '../../../api/meta.ts';
import type { ReplicaSet } from '../../../api/replica-set.ts';
import { revisionOf } from './revisions.ts';

/** What decides whether an old ReplicaSet may go. */
export interface OldRevision {
  readonly key: string;
  readonly revision: number;
  readonly replicas: number;
  readonly actualReplicas: number;
  readonly isDeleting: boolean;
  /** Its controller has not yet seen its latest spec. */
  readonly isBehind: boolean;
}

export function oldRevision({ metadata, spec, status }: ReplicaSet): OldRevision {
  return {
    key: keyOf(metadata),
    revision: revisionOf({ metadata }),
    replicas: spec.replicas,
    actualReplicas: status.replicas,
    isDeleting: metadata.deletionTick !== null,
    isBehind: metadata.generation > status.observedGeneration,
  };
}

/** Keys of those beyond the limit, oldest revision first, that hold no pods any more. */
export function forgottenRevisions(oldSets: readonly OldRevision[], limit: number): readonly string[] {
  const kept = oldSets.filter((set) => !set.isDeleting);
  return kept
    .toSorted((a, b) => a.revision - b.revision || byCodeUnit(a.key, b.key))
    .slice(0, Math.max(0, kept.length - limit))
    .filter((set) => set.replicas === 0 && set.actualReplicas === 0 && !set.isBehind)
    .map((set) => set.key);
}
