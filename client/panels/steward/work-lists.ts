/** The steward's work lists: for each loop, what is wanted, what is observed, and what it would do about it. */
import { isPodActive, isPodReady } from '../../../shared/api/pod.ts';
import { keyOf } from '../../../shared/api/meta.ts';
import { isSystemKey } from '../../../shared/api/system.ts';
import { fullView } from '../preferences.ts';
import { isDeploymentShown } from '../system-objects.ts';
import { controlLoopNamed, plannedVerbs } from '../planned.ts';
import { revisionOf, revisionsOf } from '../../../shared/cluster/controllers/deployment/revisions.ts';
import type { Verb } from '../../../shared/cluster/verbs/table.ts';
import type { View } from '../../../shared/store/store.ts';

/** Switch of a list, and the control loops whose plans it holds. */
export const WORK_LISTS = [
  { id: 'deployment', loops: ['deployment'] },
  { id: 'replicaset', loops: ['replicaset'] },
  { id: 'node-lifecycle', loops: ['node-lifecycle', 'taint-eviction'] },
  { id: 'endpoints', loops: ['endpoints'] },
  { id: 'garbage-collector', loops: ['garbage-collector'] },
] as const;
export type WorkListId = (typeof WORK_LISTS)[number]['id'];

export interface WorkItem {
  readonly key: string;
  /** Texts: `work.<wanted>`; values go into them. */
  readonly wanted: string;
  readonly observed: string;
  readonly values: Readonly<Record<string, string | number>>;
  readonly verbs: readonly Verb[];
}

export function workItems(view: View, id: WorkListId): readonly WorkItem[] {
  const plans = new Map<string, Verb[]>();
  for (const loop of WORK_LISTS.find((list) => list.id === id)?.loops ?? []) {
    if (!controlLoopNamed(loop)) continue;
    for (const { key, verbs } of plannedVerbs(view, loop)) plans.set(key, [...(plans.get(key) ?? []), ...verbs]);
  }
  return [...subjectKeys(view, id, plans)].flatMap((key) => {
    const item = DESCRIBE[id](view, key);
    return item ? [{ key, ...item, verbs: plans.get(key) ?? [] }] : [];
  });
}

/** Everything a loop cares for, also what is at rest; of garbage only what is there. */
function subjectKeys(view: View, id: WorkListId, plans: ReadonlyMap<string, unknown>): Iterable<string> {
  switch (id) {
    case 'deployment':
      return view.keys('Deployment').filter((key) => isDeploymentShown(view, key));
    case 'replicaset':
      return view
        .keys('ReplicaSet')
        .filter((key) => plans.has(key) || (isInUse(view, key) && (fullView.value || !isSystemKey(key))));
    case 'node-lifecycle':
      return [...view.keys('Node'), ...[...plans.keys()].filter((key) => view.get('Pod', key))];
    case 'endpoints':
      return view.keys('Service').filter((key) => plans.has(key) || fullView.value || !isSystemKey(key));
    case 'garbage-collector':
      return plans.keys();
  }
}

/** Old revisions with nothing in them are history, not work. */
function isInUse(view: View, key: string): boolean {
  const replicaSet = view.get('ReplicaSet', key);
  return replicaSet !== undefined && (replicaSet.spec.replicas > 0 || replicaSet.status.replicas > 0);
}

type Description = Omit<WorkItem, 'key' | 'verbs'>;

const DESCRIBE: Readonly<Record<WorkListId, (view: View, key: string) => Description | null>> = {
  deployment: (view, key) => {
    const deployment = view.get('Deployment', key);
    if (!deployment) return null;
    const { newSet, oldSets } = revisionsOf(view, deployment);
    const values = {
      wanted: deployment.spec.replicas,
      image: deployment.spec.template.spec.containers[0]?.image ?? '',
      revision: newSet ? revisionOf(newSet) : 0,
      now: newSet?.spec.replicas ?? 0,
      old: oldSets.reduce((sum, set) => sum + set.spec.replicas, 0),
      available: deployment.status.availableReplicas,
    };
    return { wanted: 'deployment.wanted', observed: newSet ? 'deployment.observed' : 'deployment.noSet', values };
  },
  replicaset: (view, key) => {
    const replicaSet = view.get('ReplicaSet', key);
    if (!replicaSet) return null;
    const pods = view.by('podsByController', replicaSet.metadata.uid).flatMap((name) => view.get('Pod', name) ?? []);
    const values = {
      wanted: replicaSet.spec.replicas,
      now: pods.filter(isPodActive).length,
      ready: pods.filter((pod) => isPodActive(pod) && isPodReady(pod)).length,
    };
    return { wanted: 'replicaset.wanted', observed: 'replicaset.observed', values };
  },
  'node-lifecycle': (view, key) => {
    const node = view.get('Node', key);
    if (!node) {
      const pod = view.get('Pod', key);
      const values = { node: pod?.spec.nodeName ?? '' };
      return pod ? { wanted: 'eviction.wanted', observed: 'eviction.observed', values } : null;
    }
    const lease = view.get('Lease', `kube-node-lease/${key}`);
    const ready = node.status.conditions.find(({ type }) => type === 'Ready')?.status ?? 'Unknown';
    const values = { seconds: view.tick - (lease?.spec.renewTick ?? 0), ready };
    return { wanted: 'node-lifecycle.wanted', observed: 'node-lifecycle.observed', values };
  },
  endpoints: (view, key) => {
    const service = view.get('Service', key);
    if (!service) return null;
    const matching = [...view.list('Pod')].filter((pod) =>
      Object.entries(service.spec.selector).every(([label, value]) => pod.metadata.labels[label] === value),
    );
    const slice = view.get('EndpointSlice', key);
    const values = {
      wanted: matching.filter((pod) => isPodActive(pod) && isPodReady(pod)).length,
      now: slice?.endpoints.filter(({ ready }) => ready).length ?? 0,
    };
    return { wanted: 'endpoints.wanted', observed: slice ? 'endpoints.observed' : 'endpoints.noSlice', values };
  },
  'garbage-collector': () => ({
    wanted: 'garbage-collector.wanted',
    observed: 'garbage-collector.observed',
    values: {},
  }),
};

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
