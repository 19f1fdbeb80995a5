/** By what else than their key objects are found: the one table of indexes. */
import type { AnyObject, Kind, KindMap } from '../api/kinds.ts';
import { controllerOf } from '../api/meta.ts';
import { claimsOf, isPodTerminal } from '../api/pod.ts';
import { isSystemKey } from '../api/system.ts';
import { followsRules } from '../api/world/machine.ts';
import { isFinished } from '../api/world/sandbox.ts';
import { zoneKeyOf } from '../api/world/zone.ts';
import { sortedKeys } from '../base/order.ts';

/** Under what an object is found: one value, several, or none. */
export type Values = string | null | readonly string[];

interface IndexDefinition<K extends Kind> {
  readonly kind: K;
  readonly values: (object: KindMap[K]) => Values;
}

const define = <K extends Kind>(kind: K, values: (object: KindMap[K]) => Values): IndexDefinition<K> => ({
  kind,
  values,
});

type Labels = Readonly<Record<string, string>>;
/** By the object that holds the labels: pods of one template share it, and a write to a pod leaves it as it is. */
const pairs = new WeakMap<Labels, readonly string[]>();

export function labelPairs(labels: Labels): readonly string[] {
  let found = pairs.get(labels);
  if (!found) pairs.set(labels, (found = Object.entries(labels).map(([label, value]) => `${label}=${value}`)));
  return found;
}

const OBJECTS = {
  /** By node name; pods without a node under the empty string. */
  podsByNode: define('Pod', (pod) => pod.spec.nodeName ?? ''),
  /** By node, the pods whose requests take room there: bound, and not over yet. */
  podsHoldingRoom: define('Pod', (pod) =>
    pod.spec.nodeName === null || isPodTerminal(pod) ? null : pod.spec.nodeName,
  ),
  /** Those of which nothing will run again. */
  endedPods: define('Pod', (pod) => (isPodTerminal(pod) ? '' : null)),
  /** Pods on a node that want others near or far. */
  podsWithAffinity: define('Pod', (pod) => {
    const { nodeName, affinity } = pod.spec;
    if (nodeName === null || (!affinity?.podAffinity && !affinity?.podAntiAffinity)) return null;
    return isPodTerminal(pod) ? null : '';
  }),
  /** Pods without a node, by the one on which room is being made for them; all of them under the empty string. */
  podsByNominatedNode: define('Pod', ({ spec, status: { nominatedNodeName } }) =>
    nominatedNodeName === undefined || spec.nodeName !== null ? null : ['', nominatedNodeName],
  ),
  queuedPodsByState: define('QueuedPod', (queued) => queued.state),
  podsByNamespace: define('Pod', (pod) => pod.metadata.namespace),
  quotasByNamespace: define('ResourceQuota', (quota) => quota.metadata.namespace),
  /** By uid of the controlling owner. */
  podsByController: define('Pod', (pod) => controllerOf(pod.metadata)?.uid ?? ''),
  /** By `label=value`, so that a selector starts from its rarest pair. */
  podsByLabel: define('Pod', (pod) => labelPairs(pod.metadata.labels)),
  /** By one `label=value` of its selector: a pod that it selects bears that label. */
  servicesBySelector: define('Service', ({ spec: { selector } }) => {
    const [label] = sortedKeys(selector);
    return label === undefined ? null : `${label}=${selector[label]}`;
  }),
  replicaSetsByController: define('ReplicaSet', (replicaSet) => controllerOf(replicaSet.metadata)?.uid ?? ''),
  /** Marked to be emptied. */
  drainedNodes: define('Node', (node) => ('podville.io/drain' in node.metadata.annotations ? '' : null)),
  nodesByZone: define('Node', (node) => zoneKeyOf(node.metadata.labels)),
  jobsByController: define('Job', (job) => controllerOf(job.metadata)?.uid ?? ''),
  sandboxesByNode: define('Sandbox', (sandbox) => sandbox.nodeName),
  /** By node, those of the cluster's own district. */
  systemSandboxesByNode: define('Sandbox', ({ nodeName, podKey }) => (isSystemKey(podKey) ? nodeName : null)),
  /** By node, those in which nothing runs, or is being made. */
  finishedSandboxesByNode: define('Sandbox', (sandbox) => (isFinished(sandbox) ? sandbox.nodeName : null)),
  sandboxesByPod: define('Sandbox', (sandbox) => sandbox.podKey),
  /** By claim, those on a node that use it. */
  podsByClaim: define('Pod', (pod) => (pod.spec.nodeName === null ? null : claimsOf(pod))),
  pullsUnderWay: define('ImagePull', (pull) => (pull.state === 'pulling' ? '' : null)),
  pullsByNode: define('ImagePull', (pull) => pull.nodeName),
  processesByComponent: define('PlaneProcess', (instance) => instance.component),
  runningProcesses: define('PlaneProcess', (instance) => (instance.state === 'running' ? instance.component : null)),
  /** The one that leads, by component. */
  leaders: define('PlaneProcess', (instance) => (instance.leadingSinceTick === null ? null : instance.component)),
  /** By host, where one is known. */
  machinesByHost: define('Machine', ({ host }) => host ?? null),
  virtualMachinesByHost: define('VirtualMachine', ({ host }) => host),
  hostContainersByHost: define('HostContainer', ({ host }) => host),
  machinesOutOfTouch: define('Machine', (machine) => (followsRules(machine) ? null : '')),
  connectedPlayers: define('Player', (player) => (player.connected ? '' : null)),
  seatsByHolder: define('Seat', (seat) => seat.holder),
  openFaultsByType: define('Fault', (fault) => (fault.healedTick === null ? fault.type : null)),
  /** By uid of each pod that the service's visitors are sent to, or that their answers hang on. */
  trafficByPod: define('Traffic', ({ byPod, callsPods }) => [...Object.keys(byPod), ...callsPods]),
  /** By key of each service that its answers hang on. */
  trafficByCall: define('Traffic', ({ callsServices }) => callsServices),
  trafficCalling: define('Traffic', ({ callsServices }) => (callsServices.length === 0 ? null : '')),
  runningPushes: define('Push', (push) => (push.state === 'running' ? '' : null)),
  imageRunsByDigest: define('ImageRun', (run) => run.digest),
  endedImageRuns: define('ImageRun', (run) => (run.endedTick === null ? null : '')),
  openImageRunsByPod: define('ImageRun', (run) => (run.endedTick === null ? run.podUid : null)),
  pullRecordsByDigest: define('PullRecord', (record) => record.digest),
  /** By uid of the pod that writes. */
  belongingsByPod: define('Belongings', ({ podUid }) => (podUid === '' ? null : podUid)),
  /** By the tick at which they last happened. */
  eventsByLastTick: define('Event', ({ lastTick }) => String(lastTick)),
  openOutages: define('Outage', (outage) => (outage.endedTick === null ? outage.serviceKey : null)),
} as const;

type ObjectIndex = keyof typeof OBJECTS;

/** By process and kind of what it sees; and by process under each value that the object itself would be found by. */
export const INDEXES = {
  ...OBJECTS,
  seenByKind: define('SeenObject', ({ key }) => key.slice(0, key.indexOf('/', key.indexOf('|')))),
  seenByIndex: define('SeenObject', ({ key, object }) => (object ? valuesSeen(key, object) : null)),
} as const;

function valuesSeen(seenKey: string, object: AnyObject): readonly string[] {
  const watcher = seenKey.slice(0, seenKey.indexOf('|'));
  return (Object.keys(OBJECTS) as ObjectIndex[]).flatMap((name) => {
    if (OBJECTS[name].kind !== object.kind) return [];
    const values = OBJECTS[name].values as (object: AnyObject) => Values;
    return listed(values(object)).map((value) => `${watcher}|${name}|${value}`);
  });
}

export type IndexName = keyof typeof INDEXES;
export const INDEX_NAMES = Object.keys(INDEXES) as IndexName[];

export function kindOfIndex(name: IndexName): Kind {
  return INDEXES[name].kind;
}

export const NOTHING: readonly string[] = [];

export function listed(values: Values): readonly string[] {
  return values === null ? NOTHING : typeof values === 'string' ? [values] : values;
}
