// Silent nodes: their conditions, their zones, their taints, and whom those send away.
import { isDeepStrictEqual } from 'node:util';
import type { Condition } from '../../../shared/api/meta.ts';
import type { NodeConditionType, Taint } from '../../../shared/api/node.ts';
import type { Toleration } from '../../../shared/api/pod.ts';
import { ZONE_LABEL, zoneKeyOf } from '../../../shared/api/world/zone.ts';
import { silenced } from '../../../shared/cluster/controllers/node-lifecycle/health.ts';
import { conditionTaints } from '../../../shared/cluster/controllers/node-lifecycle/taints.ts';
import {
  minTolerationSeconds,
  toleratedSeconds,
} from '../../../shared/cluster/controllers/node-lifecycle/toleration-time.ts';
import {
  countReady,
  evictionRatePpm,
  isCounted,
  zoneState,
} from '../../../shared/cluster/controllers/node-lifecycle/zones.ts';

type Status = Condition['status'];

interface WrittenCondition {
  readonly type: NodeConditionType;
  readonly status: Status;
  readonly reason: string;
  readonly lastHeartbeatTime?: string;
  readonly lastTransitionTime?: string;
}

interface WrittenNode {
  readonly name: string;
  readonly region: string;
  readonly zone: string;
  readonly created: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly conditions: readonly WrittenCondition[];
}

/** What is left out is null or empty. */
const filled = (node: WrittenNode): WrittenNode => ({ ...node, conditions: node.conditions ?? [] });

const seconds = (time: string): number => Math.floor(Date.parse(time) / 1000);
const written = (tick: number): string => new Date(tick * 1000).toISOString().replace('.000Z', 'Z');
const readyOf = (conditions: readonly WrittenCondition[]) => conditions.find(({ type }) => type === 'Ready');
const heartbeat = (conditions: readonly WrittenCondition[]) => readyOf(conditions)?.lastHeartbeatTime;

function labelsOf({ region, zone, labels }: WrittenNode): Readonly<Record<string, string>> {
  return {
    ...labels,
    ...(region === '' ? {} : { 'topology.kubernetes.io/region': region }),
    ...(zone === '' ? {} : { [ZONE_LABEL]: zone }),
  };
}

interface Grace {
  readonly nodeMonitorGracePeriodSeconds: number;
  readonly nodeStartupGracePeriodSeconds: number;
}

/** A node without any heartbeat counts from its creation; another from when its last heartbeat was noticed. */
function isSilent(node: WrittenNode, noticed: number, now: number, grace: Grace): boolean {
  if (!readyOf(node.conditions)) return now > seconds(node.created) + grace.nodeStartupGracePeriodSeconds;
  return now > noticed + grace.nodeMonitorGracePeriodSeconds;
}

interface ZonePasses extends Grace {
  readonly nodes: readonly WrittenNode[];
  readonly conditionsPerNodeAtLater: readonly (readonly WrittenCondition[])[];
  readonly now: string;
  readonly laterSeconds: number;
  readonly unhealthyZoneThreshold: number;
}

function stateOfZones(nodes: readonly WrittenNode[], silent: readonly boolean[], thresholdShare: number) {
  const statuses = new Map<string, (Status | undefined)[]>();
  nodes.forEach((node, index) => {
    const labels = labelsOf(node);
    if (!isCounted(labels)) return;
    const key = zoneKeyOf(labels);
    const conditions = silent[index] ? silenced(node.conditions, 0) : node.conditions;
    const ready = conditions.find(({ type }) => type === 'Ready')?.status;
    statuses.set(key, [...(statuses.get(key) ?? []), ready]);
  });
  const rates = ratesOf({ unhealthyZoneThreshold: thresholdShare });
  const states = [...statuses].map(([key, list]) => {
    const { ready, notReady } = countReady(list);
    return [key, zoneState(ready, notReady, rates)] as const;
  });
  return Object.fromEntries(states);
}

function zoneStates(given: ZonePasses) {
  const input = { ...given, nodes: given.nodes.map(filled) };
  const now = seconds(input.now);
  const later = now + input.laterSeconds;
  const laterNodes = input.nodes.map((node, index) => ({
    ...node,
    conditions: input.conditionsPerNodeAtLater[index] ?? node.conditions,
  }));
  const first = input.nodes.map((node) => isSilent(node, now, now, input));
  const second = laterNodes.map((node, index) => {
    const isFresh = heartbeat(node.conditions) !== heartbeat(input.nodes[index]?.conditions ?? []);
    return isSilent(node, isFresh ? later : now, later, input);
  });
  return {
    initialZoneStates: stateOfZones(input.nodes, first, input.unhealthyZoneThreshold),
    laterZoneStates: stateOfZones(laterNodes, second, input.unhealthyZoneThreshold),
  };
}

interface ConditionPasses extends Grace {
  readonly nodes: readonly WrittenNode[];
  readonly conditionsAfterPass: readonly WrittenCondition[];
  readonly now: string;
  readonly passSeconds: number;
}

/** Two looks: at first, and after `passSeconds`, when the first node says what `conditionsAfterPass` holds. */
function conditionsAfter(given: ConditionPasses) {
  const input = {
    ...given,
    nodes: given.nodes.map(filled),
    conditionsAfterPass: given.conditionsAfterPass ?? [],
  };
  const start = seconds(input.now);
  const now = start + input.passSeconds;
  let podMarkedNotReady = false;
  const updatedNodes = input.nodes.flatMap((node, index) => {
    const conditions = input.passSeconds > 0 && index === 0 ? input.conditionsAfterPass : node.conditions;
    const isFresh = heartbeat(conditions) !== heartbeat(node.conditions);
    const present = { ...node, conditions };
    if (!isSilent(present, isFresh ? now : start, now, input)) return [];
    podMarkedNotReady ||= readyOf(conditions)?.status === 'True';
    const after = silenced(conditions, now).map((condition) => ({
      lastHeartbeatTime: conditions.find(({ type }) => type === condition.type)?.lastHeartbeatTime ?? node.created,
      lastTransitionTime:
        'lastTransitionTick' in condition ? written(condition.lastTransitionTick) : condition.lastTransitionTime,
      reason: condition.reason,
      status: condition.status,
      type: condition.type,
    }));
    return [{ ...node, conditions: after, taints: null }];
  });
  return { podMarkedNotReady, updatedNodes };
}

interface Rates {
  readonly unhealthyZoneThreshold: number;
  readonly largeClusterSizeThreshold?: number;
  readonly evictionRate?: number;
  readonly secondaryEvictionRate?: number;
}

const ppm = (share: number): number => Math.round(share * 1_000_000);

function ratesOf(input: Rates) {
  return {
    unhealthyThresholdPpm: ppm(input.unhealthyZoneThreshold),
    largeClusterThreshold: input.largeClusterSizeThreshold ?? 0,
    evictionRatePpm: ppm(input.evictionRate ?? 0),
    secondaryEvictionRatePpm: ppm(input.secondaryEvictionRate ?? 0),
  };
}

function zoneOf(input: Rates & { readonly ready: number; readonly notReady: number }) {
  const statuses = [...Array(input.ready).fill('True'), ...Array(input.notReady).fill('Unknown')] as Status[];
  const { ready, notReady } = countReady(statuses);
  const rates = ratesOf(input);
  const state = zoneState(ready, notReady, rates);
  const rate = evictionRatePpm(state, ready + notReady, rates);
  return { evictionsPerSecond: String(rate / 1_000_000), notReadyNodes: notReady, state };
}

interface WrittenToleration extends Partial<Omit<Toleration, 'tolerationSeconds'>> {
  readonly tolerationSeconds?: number;
}
interface WrittenPod {
  readonly name: string;
  readonly nodeName: string;
  readonly tolerations?: readonly WrittenToleration[] | null;
}
type WrittenTaint = Pick<Taint, 'key' | 'effect'> & { readonly value?: string };

function secondsOn(taints: readonly WrittenTaint[] | null | undefined, tolerations: WrittenPod['tolerations']): number {
  return toleratedSeconds(
    (taints ?? []).map((taint) => ({ ...taint, value: taint.value ?? '' })),
    (tolerations ?? []).map((toleration) => ({ operator: 'Equal', value: '', ...toleration }) as Toleration),
  );
}

const FOR_EVER = -1;
/** The table's own test asks again for this long, on top of its wait, before it says that nothing was deleted. */
const POLLING_SECONDS = 5;

export const adapters = {
  'monitorNodeHealth.zoneStates': zoneStates,
  'monitorNodeHealth.conditions': conditionsAfter,
  taintsNodeByCondition: (input: { readonly node: WrittenNode; readonly unschedulable: boolean }) => ({
    taints: conditionTaints(input.node.conditions, input.unschedulable),
  }),
  computeZoneState: zoneOf,
  'taintEviction.podCreated': (input: {
    readonly pod: WrittenPod;
    readonly taintedNodes: Readonly<Record<string, readonly WrittenTaint[]>>;
  }) => ({ deletedNow: secondsOn(input.taintedNodes[input.pod.nodeName], input.pod.tolerations) === 0 }),
  'taintEviction.nodeUpdated': (input: {
    readonly pods: readonly WrittenPod[] | null;
    readonly newTaints: readonly WrittenTaint[] | null;
    readonly waitSeconds: number;
  }) => ({
    deletedWithinWait: (input.pods ?? []).some(
      ({ tolerations }) => secondsOn(input.newTaints, tolerations) <= Math.ceil(input.waitSeconds) + POLLING_SECONDS,
    ),
  }),
  'taintEviction.minTolerationTime': (input: { readonly tolerationSeconds: readonly (number | null)[] }) => {
    const time = minTolerationSeconds(
      input.tolerationSeconds.map((value) => ({ tolerationSeconds: value === null ? undefined : value })),
    );
    return { nanoseconds: time === Number.POSITIVE_INFINITY ? FOR_EVER : time * 1_000_000_000 };
  },
  'taintEviction.delay': (input: {
    readonly taints?: readonly WrittenTaint[];
    readonly tolerations?: readonly WrittenToleration[];
  }) => {
    const allTaintsTolerated = isEveryTolerated(input.taints ?? [], input.tolerations ?? []);
    const time = secondsOn(input.taints, input.tolerations);
    if (!allTaintsTolerated) return { allTaintsTolerated, evict: 'immediately' };
    if (time === Number.POSITIVE_INFINITY) return { allTaintsTolerated, evict: 'never' };
    return { afterSeconds: time, allTaintsTolerated, evict: 'afterDelay' };
  },
};

/** One taint that nothing tolerates sends away at once, whatever is said of time. */
function isEveryTolerated(taints: readonly WrittenTaint[], tolerations: readonly WrittenToleration[]): boolean {
  const patient = tolerations.map(({ tolerationSeconds: _seconds, ...toleration }) => toleration);
  return secondsOn(taints, patient) === Number.POSITIVE_INFINITY;
}

interface Noted {
  readonly note?: string;
}
const same = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
const sorted = (value: unknown): unknown =>
  typeof value !== 'object' || value === null || Array.isArray(value)
    ? value
    : Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));

/** A note on the expected side is for the reader. */
const withoutNote = ({ note: _note, ...expected }: Noted, got: unknown): boolean => same(expected, got);

interface Taints {
  readonly taints: readonly WrittenTaint[] | null;
}
const asSet = ({ taints }: Taints) => (taints ?? []).map(({ key, effect }) => `${key}:${effect}`).toSorted();

interface Updates {
  readonly podMarkedNotReady: boolean;
  readonly updatedNodes: readonly unknown[] | null;
}

export const comparers = {
  computeZoneState: withoutNote,
  'taintEviction.minTolerationTime': withoutNote,
  taintsNodeByCondition: (expected: Taints, got: Taints) => isDeepStrictEqual(asSet(expected), asSet(got)),
  /** Nobody is written: an empty list or none. */
  'monitorNodeHealth.conditions': (expected: Updates, got: Updates) =>
    isDeepStrictEqual({ ...expected, updatedNodes: expected.updatedNodes ?? [] }, got),
};
