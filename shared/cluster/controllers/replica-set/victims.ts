/** Whom a ReplicaSet that has too many pods lets go first. Source: pkg/controller/controller_utils.go, ActivePodsWithRanks. */
import { MAX_INT32 } from '../../../api/int32.ts';
import { isPodActive, podCondition, type ContainerStatus, type Pod, type PodPhase } from '../../../api/pod.ts';

/** What of a pod decides. */
export interface Candidate {
  readonly uid: string;
  readonly nodeName: string;
  readonly phase: PodPhase;
  readonly isReady: boolean;
  /** Null where it is not known. */
  readonly readySinceTick: number | null;
  readonly createdTick: number | null;
  readonly deletionCost: number;
  /** The most restarts of any one container. */
  readonly restarts: number;
  /** The same among its sidecars. */
  readonly sidecarRestarts: number;
  /** Active pods of the same owner on the same node, itself included. */
  readonly siblings: number;
}

const DELETION_COST_ANNOTATION = 'controller.kubernetes.io/pod-deletion-cost';
const PHASE_ORDER: Readonly<Partial<Record<PodPhase, number>>> = { Pending: 0, Unknown: 1, Running: 2 };
/** The buckets of the real rule are powers of two of nanoseconds. */
const NANOSECONDS_PER_TICK = 1_000_000_000;

export function candidate(pod: Pod, siblings: number): Candidate {
  const ready = podCondition(pod, 'Ready');
  return {
    uid: pod.metadata.uid,
    nodeName: pod.spec.nodeName ?? '',
    phase: pod.status.phase,
    isReady: ready?.status === 'True',
    readySinceTick: ready?.lastTransitionTick ?? null,
    createdTick: pod.metadata.creationTick,
    deletionCost: deletionCost(pod),
    restarts: mostRestarts(pod.status.containerStatuses),
    sidecarRestarts: mostRestarts(sidecarStatuses(pod)),
    siblings,
  };
}

function mostRestarts(statuses: readonly ContainerStatus[]): number {
  return Math.max(0, ...statuses.map((status) => status.restartCount));
}

/** Init containers that go on beside the others. */
function sidecarStatuses({ spec, status }: Pod): readonly ContainerStatus[] {
  const sidecars = spec.initContainers.filter(({ restartPolicy }) => restartPolicy === 'Always');
  const names = new Set(sidecars.map(({ name }) => name));
  return (status.initContainerStatuses ?? []).filter(({ name }) => names.has(name));
}

/** A whole number of 32 bits without leading zeros; whatever else is written counts as none. */
function deletionCost(pod: Pod): number {
  const text = pod.metadata.annotations[DELETION_COST_ANNOTATION] ?? '';
  const cost = /^(?:0|[1-9]\d*|-\d+)$/.test(text) ? Number(text) : 0;
  return cost >= -MAX_INT32 - 1 && cost <= MAX_INT32 ? cost : 0;
}

/** Negative where `a` goes before `b`. */
export function compareVictims(a: Candidate, b: Candidate, tick: number): number {
  return (
    compareStages(a, b) ||
    a.deletionCost - b.deletionCost ||
    b.siblings - a.siblings ||
    (a.isReady && b.isReady ? compareSince(a, b, a.readySinceTick, b.readySinceTick, tick) : 0) ||
    b.restarts - a.restarts ||
    b.sidecarRestarts - a.sidecarRestarts ||
    compareSince(a, b, a.createdTick, b.createdTick, tick)
  );
}

/** As a Job chooses, without costs and siblings: the younger goes first, however little. Source: ActivePods. */
export function compareActive(a: Candidate, b: Candidate): number {
  const younger = (since: number | null, other: number | null) => (other ?? Infinity) - (since ?? Infinity) || 0;
  return (
    compareStages(a, b) ||
    (a.isReady && b.isReady ? younger(a.readySinceTick, b.readySinceTick) : 0) ||
    b.restarts - a.restarts ||
    b.sidecarRestarts - a.sidecarRestarts ||
    younger(a.createdTick, b.createdTick)
  );
}

/** Who has not come as far goes first. */
function compareStages(a: Candidate, b: Candidate): number {
  if ((a.nodeName === '') !== (b.nodeName === '')) return a.nodeName === '' ? -1 : 1;
  return phaseOrder(a) - phaseOrder(b) || Number(a.isReady) - Number(b.isReady);
}

function phaseOrder({ phase }: Candidate): number {
  return PHASE_ORDER[phase] ?? 0;
}

/** Unknown first, then the newer. Of about the same age (a power of two) chance decides, by uid. */
function compareSince(a: Candidate, b: Candidate, since: number | null, other: number | null, tick: number): number {
  if (since === other) return 0;
  if (since === null) return -1;
  if (other === null) return 1;
  const difference = ageBucket(tick - since) - ageBucket(tick - other);
  if (difference !== 0) return difference;
  return a.uid < b.uid ? -1 : a.uid > b.uid ? 1 : 0;
}

/** Integer part of the base-2 logarithm of an age; -1 for none. */
function ageBucket(ageTicks: number): number {
  if (ageTicks <= 0) return -1;
  const nanoseconds = ageTicks * NANOSECONDS_PER_TICK;
  const high = Math.floor(nanoseconds / 0x1_0000_0000);
  return high > 0 ? 63 - Math.clz32(high) : 31 - Math.clz32(nanoseconds);
}

/** The `surplus` first to go among `candidates`. */
export function chooseVictims<T extends Candidate>(
  candidates: readonly T[],
  surplus: number,
  tick: number,
): readonly T[] {
  if (surplus >= candidates.length) return candidates;
  return candidates.toSorted((a, b) => compareVictims(a, b, tick)).slice(0, surplus);
}

/** How many active pods stand on each node. Related pods are those of all ReplicaSets of the same owner. */
export function siblingCounts(related: readonly Pod[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const pod of related) {
    const nodeName = pod.spec.nodeName ?? '';
    if (isPodActive(pod)) counts.set(nodeName, (counts.get(nodeName) ?? 0) + 1);
  }
  return counts;
}
