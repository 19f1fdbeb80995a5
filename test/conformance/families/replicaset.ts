// The ReplicaSet controller: whom it lets go first, and how it creates in growing batches.
import type { Pod } from '../../../shared/api/pod.ts';
import { slowStart } from '../../../shared/cluster/controllers/replica-set/slow-start.ts';
import {
  candidate,
  chooseVictims,
  compareVictims,
  siblingCounts,
} from '../../../shared/cluster/controllers/replica-set/victims.ts';

interface WrittenStatus {
  readonly name: string;
  readonly restartCount: number;
}

interface WrittenPod {
  readonly metadata: {
    readonly name: string;
    readonly uid?: string;
    readonly creationTimestamp?: string;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly spec?: {
    readonly nodeName?: string;
    readonly initContainers?: readonly { readonly name: string; readonly restartPolicy?: string }[];
  };
  readonly status: {
    readonly phase: Pod['status']['phase'];
    readonly conditions?: readonly {
      readonly type: string;
      readonly status: 'True' | 'False' | 'Unknown';
      readonly lastTransitionTime?: string;
    }[];
    readonly containerStatuses?: readonly WrittenStatus[];
    readonly initContainerStatuses?: readonly WrittenStatus[];
  };
}

const tickOf = (time: string | undefined): number | null =>
  time === undefined || time === null ? null : Math.floor(Date.parse(time) / 1000);

/** As the store holds pods; what no order depends on is left out. A time that is not known stays so. */
function storedPod({ metadata, spec = {}, status }: WrittenPod): Pod {
  const ready = status.conditions?.find(({ type }) => type === 'Ready');
  const conditions = ready && [
    { type: 'Ready', status: ready.status, lastTransitionTick: tickOf(ready.lastTransitionTime) },
  ];
  const { uid = '', annotations = {}, creationTimestamp } = metadata;
  const pod = {
    metadata: { uid, annotations, deletionTick: null, creationTick: tickOf(creationTimestamp) },
    spec: { nodeName: spec.nodeName ?? null, containers: [], initContainers: spec.initContainers ?? [] },
    status: { containerStatuses: [], ...status, conditions: conditions ?? [] },
  };
  return pod as unknown as Pod;
}

interface Ranked {
  readonly pod: WrittenPod;
  readonly rank: number;
}

interface Less {
  readonly a: Ranked;
  readonly b: Ranked;
  readonly now: string;
}

interface Plain {
  readonly nodeName: string;
  readonly phase: Pod['status']['phase'];
  readonly ready: boolean;
}

function plainPod({ nodeName, phase, ready }: Plain): Pod {
  const conditions = [{ type: 'Ready', status: ready ? 'True' : 'False' } as const];
  return storedPod({ metadata: { name: '' }, spec: { nodeName }, status: { phase, conditions } });
}

function podsToDelete({ diff, pods, related }: { diff: number; pods: readonly Plain[]; related: readonly Plain[] }) {
  const siblings = siblingCounts(related.map(plainPod));
  const candidates = pods.map((pod) => ({ ...candidate(plainPod(pod), siblings.get(pod.nodeName) ?? 0), pod }));
  return { podsToDelete: chooseVictims(candidates, diff, 0).map(({ pod }) => pod) };
}

export const adapters = {
  'activePods.sort': ({ pods, now }: { readonly pods: readonly WrittenPod[]; readonly now: string }) => {
    const candidates = pods.map((pod) => ({ ...candidate(storedPod(pod), 0), name: pod.metadata.name }));
    const tick = tickOf(now) ?? 0;
    return { deletionOrder: candidates.toSorted((a, b) => compareVictims(a, b, tick)).map(({ name }) => name) };
  },
  'activePodsWithRanks.less': ({ a, b, now }: Less) => {
    const [one, other] = [candidate(storedPod(a.pod), a.rank), candidate(storedPod(b.pod), b.rank)];
    const tick = tickOf(now) ?? 0;
    return { aBeforeB: compareVictims(one, other, tick) < 0, bBeforeA: compareVictims(other, one, tick) < 0 };
  },
  slowStartBatch: (input: {
    readonly count: number;
    readonly initialBatchSize: number;
    readonly callsThatSucceed: number;
  }) => {
    let made = 0;
    const { calls, successes } = slowStart(input.count, input.initialBatchSize, () => {
      made += 1;
      return made <= input.callsThatSucceed;
    });
    return { callsMade: calls, error: successes < calls, successes };
  },
  getPodsToDelete: podsToDelete,
};

const multiset = (pods: readonly Plain[]): string =>
  JSON.stringify(pods.map(({ nodeName, phase, ready }) => `${nodeName}/${phase}/${ready}`).sort());

interface Deleted {
  readonly podsToDelete: readonly Plain[];
}

/** Equal pods are the same pod, and none is before another. */
export const comparers = {
  getPodsToDelete: (expected: Deleted, got: Deleted) => multiset(expected.podsToDelete) === multiset(got.podsToDelete),
};
