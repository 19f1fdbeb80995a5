// kubelet-eviction: thresholds, who is still let in, who has to go.
import { isDeepStrictEqual } from 'node:util';
import { podSpec, type PodSpec } from '../../../shared/api/pod.ts';
import { parseWhole } from '../../../shared/api/quantity.ts';
import type { NodeConditionType } from '../../../shared/api/node.ts';
import { isAdmittedUnder } from '../../../shared/cluster/kubelet/eviction/admission.ts';
import { rankForEviction, type EvictionCandidate } from '../../../shared/cluster/kubelet/eviction/ranking.ts';
import {
  byEvictionPriority,
  isSignal,
  type Signal,
  type StarvedResource,
} from '../../../shared/cluster/kubelet/eviction/signals.ts';
import {
  parseThresholds,
  thresholdsMet,
  type Observation,
  type Threshold,
  type ThresholdValue,
} from '../../../shared/cluster/kubelet/eviction/thresholds.ts';

type Statements = Readonly<Record<string, string>>;

interface ConfigInput {
  readonly enforceNodeAllocatable?: readonly string[];
  readonly evictionHard?: Statements;
  readonly evictionSoft?: Statements;
  readonly evictionSoftGracePeriod?: Statements;
  readonly evictionMinimumReclaim?: Statements;
}

/** As the vectors write a value. */
interface Value {
  readonly quantity?: string;
  readonly percentage?: number;
}

interface WrittenThreshold {
  readonly signal: Signal;
  readonly operator: 'LessThan';
  readonly gracePeriodSeconds: number;
  readonly value: Value;
  readonly minReclaim?: Value | null;
}

interface MetInput {
  readonly enforceMinReclaim: boolean;
  readonly observations: Readonly<Record<string, { readonly available: string; readonly capacity?: string }>>;
  readonly thresholds: readonly WrittenThreshold[];
}

interface Pod {
  readonly name: string;
  readonly priority: number;
  readonly memoryRequest: string;
  readonly memoryUsage: string;
  readonly processes: number;
  readonly ephemeralStorageRequest: string;
  readonly diskUsage: string;
}

const PPM = 1_000_000;
const bytes = (text: string): number => (text === '' ? 0 : parseWhole(text));

const written = (value: ThresholdValue): Value =>
  'quantity' in value ? { quantity: value.quantity } : { percentage: value.percentagePpm / PPM };
const read = ({ quantity, percentage = 0 }: Value): ThresholdValue =>
  quantity === undefined ? { percentagePpm: Math.round(percentage * PPM) } : { quantity };

function writtenThreshold({ signal, operator, graceTicks, value, minReclaim }: Threshold): WrittenThreshold {
  const reclaim = minReclaim === null ? {} : { minReclaim: written(minReclaim) };
  return { gracePeriodSeconds: graceTicks, ...reclaim, operator, signal, value: written(value) };
}

/** The pods that the vectors name. */
function podNamed(name: string): PodSpec {
  const amounts = { cpu: '100m', memory: '1Gi' };
  const limits = { cpu: '200m', memory: '2Gi' };
  const resources = name.startsWith('guaranteed')
    ? { requests: amounts, limits: amounts }
    : name.startsWith('burstable')
      ? { requests: amounts, limits }
      : { requests: {}, limits: {} };
  return podSpec.parse({ containers: [{ name: 'app', image: 'app', resources }] });
}

function ranked(pods: readonly Pod[], resource: StarvedResource, amounts: (pod: Pod) => readonly [number, number]) {
  const candidates = pods.map((pod): EvictionCandidate => {
    const [usage, request] = amounts(pod);
    return { name: pod.name, priority: pod.priority, usage, request };
  });
  return { evictionOrder: rankForEviction(candidates, resource).map(({ name }) => name) };
}

export const adapters = {
  'eviction.admit': ({ podName, nodeConditions = [] }: { podName: string; nodeConditions?: NodeConditionType[] }) => ({
    admit: isAdmittedUnder(nodeConditions, podNamed(podName)),
  }),
  'eviction.parseThresholdConfig': (input: ConfigInput) => {
    const thresholds = parseThresholds(
      {
        evictionHard: input.evictionHard ?? {},
        evictionSoft: input.evictionSoft ?? {},
        evictionSoftGracePeriod: input.evictionSoftGracePeriod ?? {},
        evictionMinimumReclaim: input.evictionMinimumReclaim ?? {},
      },
      input.enforceNodeAllocatable?.includes('pods') ?? false,
    );
    return 'error' in thresholds
      ? { error: true, thresholds: [] }
      : { error: false, thresholds: thresholds.map(writtenThreshold) };
  },
  'eviction.sortThresholds': ({ signals = [] }: { signals?: readonly string[] }) => ({
    signals: [...signals].sort(byEvictionPriority),
  }),
  'eviction.thresholdsMet': ({ enforceMinReclaim, observations, thresholds }: MetInput) => {
    const observed: Partial<Record<Signal, Observation>> = {};
    for (const [signal, { available, capacity = '' }] of Object.entries(observations)) {
      if (isSignal(signal)) observed[signal] = { available: bytes(available), capacity: bytes(capacity) };
    }
    const given = thresholds.map(({ signal, operator, gracePeriodSeconds, value, minReclaim }): Threshold => ({
      signal,
      operator,
      graceTicks: gracePeriodSeconds,
      value: read(value),
      minReclaim: minReclaim ? read(minReclaim) : null,
    }));
    return { met: thresholdsMet(given, observed, enforceMinReclaim).length > 0 };
  },
  'eviction.rank.memory': ({ pods }: { pods: readonly Pod[] }) =>
    ranked(pods, 'memory', (pod) => [bytes(pod.memoryUsage), bytes(pod.memoryRequest)]),
  'eviction.rank.pid': ({ pods }: { pods: readonly Pod[] }) => ranked(pods, 'pids', (pod) => [pod.processes, 0]),
  'eviction.rank.disk': ({ pods }: { pods: readonly Pod[] }) =>
    ranked(pods, 'ephemeral-storage', (pod) => [bytes(pod.diskUsage), bytes(pod.ephemeralStorageRequest)]),
};

interface Parsed {
  readonly error: boolean;
  readonly thresholds: readonly WrittenThreshold[];
}

/** The order of thresholds means nothing. */
function sameThresholds(expected: Parsed, got: Parsed): boolean {
  const key = (one: WrittenThreshold) => `${one.signal}/${one.gracePeriodSeconds}`;
  const inOrder = ({ thresholds }: Parsed) =>
    thresholds
      .map((one) => ({ ...one, minReclaim: one.minReclaim ?? null }))
      .sort((a, b) => (key(a) < key(b) ? -1 : 1));
  return expected.error === got.error && isDeepStrictEqual(inOrder(expected), inOrder(got));
}

export const comparers = { 'eviction.parseThresholdConfig': sameThresholds };
