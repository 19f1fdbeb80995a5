/** Strategy Recreate: every old pod is gone before the first new one comes. Source: pkg/controller/deployment/recreate.go. */
import type { Revisions } from './revisions.ts';
import type { Resize, SizedSet } from './sized-set.ts';

/** Some pod of an old revision is wanted, is there, or is still on its way out. */
export function hasOldPods({ oldSets }: Pick<Revisions, 'oldSets'>): boolean {
  return oldSets.some(({ spec, status }) => spec.replicas + status.replicas + status.terminatingReplicas > 0);
}

/** Nothing where all old sets are closed already: then their pods are waited for. */
export function closeOld(oldSets: readonly SizedSet[]): readonly Resize[] {
  return oldSets.filter(({ replicas }) => replicas > 0).map(({ key }) => ({ key, replicas: 0 }));
}
