/** The steward's work lists: one for each loop, with what is wanted, what is observed, and what it would do about it. */
import { keyOf } from '../../../shared/api/meta.ts';
import { revisionsOf } from '../../../shared/cluster/controllers/deployment/revisions.ts';
import type { Verb } from '../../../shared/cluster/verbs/table.ts';
import type { View } from '../../../shared/store/store.ts';
import { controlLoopNamed, plannedVerbs } from '../planned.ts';
import { budgets, drains, nodeLifecycle, provisioning } from './lists/nodes.ts';
import { deployments, replicaSets } from './lists/roll-outs.ts';
import { finishedJobs, garbage, namespaces, quotas } from './lists/tidying.ts';
import { autoscalers, endpoints } from './lists/visitors.ts';
import { cronJobs, daemonSets, jobs, statefulSets } from './lists/workloads.ts';
import type { Description, WorkListOf } from './work-list.ts';

export const WORK_LISTS = [
  deployments,
  replicaSets,
  endpoints,
  nodeLifecycle,
  drains,
  budgets,
  provisioning,
  autoscalers,
  statefulSets,
  daemonSets,
  jobs,
  cronJobs,
  garbage,
  finishedJobs,
  namespaces,
  quotas,
] as const;
export type WorkListId = (typeof WORK_LISTS)[number]['id'];
export type WorkList = WorkListOf<WorkListId>;

export interface WorkItem extends Description {
  readonly key: string;
  readonly verbs: readonly Verb[];
}

export function workListNamed(id: WorkListId): WorkList {
  return WORK_LISTS.find((list) => list.id === id) ?? deployments;
}

export function workItems(view: View, id: WorkListId): readonly WorkItem[] {
  const list = workListNamed(id);
  const plans = new Map<string, Verb[]>();
  for (const loop of list.loops) {
    if (!controlLoopNamed(loop)) continue;
    for (const { key, verbs } of plannedVerbs(view, loop)) plans.set(key, [...(plans.get(key) ?? []), ...verbs]);
  }
  return [...list.subjects(view, plans)].flatMap((key) => {
    const item = list.describe(view, key);
    return item ? [{ key, ...item, verbs: plans.get(key) ?? [] }] : [];
  });
}

/** The Deployment's ReplicaSets, newest first, for the picture of a roll-out. */
export function rolloutOf(
  view: View,
  key: string,
): readonly { name: string; wanted: number; ready: number; isNew: boolean }[] {
  const deployment = view.get('Deployment', key);
  if (!deployment) return [];
  const { newSet, oldSets } = revisionsOf(view, deployment);
  return [...(newSet ? [newSet] : []), ...oldSets.toReversed()]
    .filter((set) => set === newSet || set.spec.replicas > 0 || set.status.replicas > 0)
    .map((set) => ({
      name: keyOf(set.metadata),
      wanted: set.spec.replicas,
      ready: set.status.readyReplicas,
      isNew: set === newSet,
    }));
}
