/** Look-ups by something other than the key. Derived from the objects alone: never hashed, rebuilt on restore. */
import type { AnyObject, Kind, KindMap } from '../api/kinds.ts';
import { controllerOf } from '../api/meta.ts';
import { claimsOf, isPodTerminal } from '../api/pod.ts';
import { isSystemKey } from '../api/system.ts';
import { followsRules } from '../api/world/machine.ts';
import { isFinished } from '../api/world/sandbox.ts';
import { zoneKeyOf } from '../api/world/zone.ts';
import { sortedKeys } from '../base/order.ts';
import type { Change } from './change.ts';
import { SortedKeys } from './sorted-keys.ts';

interface IndexDefinition<K extends Kind> {
  readonly kind: K;
  readonly values: (object: KindMap[K]) => readonly string[];
}

const define = <K extends Kind>(kind: K, values: (object: KindMap[K]) => readonly string[]): IndexDefinition<K> => ({
  kind,
  values,
});

const OBJECTS = {
  /** By node name; pods without a node under the empty string. */
  podsByNode: define('Pod', (pod) => [pod.spec.nodeName ?? '']),
  /** By node, the pods whose requests take room there: bound, and not over yet. */
  podsHoldingRoom: define('Pod', (pod) =>
    pod.spec.nodeName === null || isPodTerminal(pod) ? [] : [pod.spec.nodeName],
  ),
  /** Pods on a node that want others near or far. */
  podsWithAffinity: define('Pod', (pod) => {
    const { nodeName, affinity } = pod.spec;
    if (nodeName === null || (!affinity?.podAffinity && !affinity?.podAntiAffinity)) return [];
    return isPodTerminal(pod) ? [] : [''];
  }),
  /** Pods without a node, by the one on which room is being made for them; all of them under the empty string. */
  podsByNominatedNode: define('Pod', ({ spec, status: { nominatedNodeName } }) =>
    nominatedNodeName === undefined || spec.nodeName !== null ? [] : ['', nominatedNodeName],
  ),
  queuedPodsByState: define('QueuedPod', (queued) => [queued.state]),
  podsByNamespace: define('Pod', (pod) => [pod.metadata.namespace]),
  quotasByNamespace: define('ResourceQuota', (quota) => [quota.metadata.namespace]),
  /** By uid of the controlling owner. */
  podsByController: define('Pod', (pod) => [controllerOf(pod.metadata)?.uid ?? '']),
  /** By `label=value`, so that a selector starts from its rarest pair. */
  podsByLabel: define('Pod', (pod) => Object.entries(pod.metadata.labels).map(([label, value]) => `${label}=${value}`)),
  /** By one `label=value` of its selector: a pod that it selects bears that label. */
  servicesBySelector: define('Service', ({ spec: { selector } }) => {
    const [label] = sortedKeys(selector);
    return label === undefined ? [] : [`${label}=${selector[label]}`];
  }),
  replicaSetsByController: define('ReplicaSet', (replicaSet) => [controllerOf(replicaSet.metadata)?.uid ?? '']),
  /** Marked to be emptied. */
  drainedNodes: define('Node', (node) => ('podville.io/drain' in node.metadata.annotations ? [''] : [])),
  nodesByZone: define('Node', (node) => [zoneKeyOf(node.metadata.labels)]),
  jobsByController: define('Job', (job) => [controllerOf(job.metadata)?.uid ?? '']),
  sandboxesByNode: define('Sandbox', (sandbox) => [sandbox.nodeName]),
  /** By node, those of the cluster's own district. */
  systemSandboxesByNode: define('Sandbox', ({ nodeName, podKey }) => (isSystemKey(podKey) ? [nodeName] : [])),
  /** By node, those in which nothing runs, or is being made. */
  finishedSandboxesByNode: define('Sandbox', (sandbox) => (isFinished(sandbox) ? [sandbox.nodeName] : [])),
  sandboxesByPod: define('Sandbox', (sandbox) => [sandbox.podKey]),
  /** By claim, those on a node that use it. */
  podsByClaim: define('Pod', (pod) => (pod.spec.nodeName === null ? [] : claimsOf(pod))),
  pullsUnderWay: define('ImagePull', (pull) => (pull.state === 'pulling' ? [''] : [])),
  pullsByNode: define('ImagePull', (pull) => [pull.nodeName]),
  processesByComponent: define('PlaneProcess', (instance) => [instance.component]),
  runningProcesses: define('PlaneProcess', (instance) => (instance.state === 'running' ? [instance.component] : [])),
  /** The one that leads, by component. */
  leaders: define('PlaneProcess', (instance) => (instance.leadingSinceTick === null ? [] : [instance.component])),
  /** By host, where one is known. */
  machinesByHost: define('Machine', ({ host }) => (host === undefined ? [] : [host])),
  virtualMachinesByHost: define('VirtualMachine', ({ host }) => [host]),
  hostContainersByHost: define('HostContainer', ({ host }) => [host]),
  machinesOutOfTouch: define('Machine', (machine) => (followsRules(machine) ? [] : [''])),
  connectedPlayers: define('Player', (player) => (player.connected ? [''] : [])),
  seatsByHolder: define('Seat', (seat) => (seat.holder === null ? [] : [seat.holder])),
  openFaultsByType: define('Fault', (fault) => (fault.healedTick === null ? [fault.type] : [])),
  /** By uid of each pod that the service's visitors are sent to, or that their answers hang on. */
  trafficByPod: define('Traffic', ({ byPod, callsPods }) => [...Object.keys(byPod), ...callsPods]),
  /** By key of each service that its answers hang on. */
  trafficByCall: define('Traffic', ({ callsServices }) => callsServices),
  trafficCalling: define('Traffic', ({ callsServices }) => (callsServices.length === 0 ? [] : [''])),
  runningPushes: define('Push', (push) => (push.state === 'running' ? [''] : [])),
  imageRunsByDigest: define('ImageRun', (run) => [run.digest]),
  endedImageRuns: define('ImageRun', (run) => (run.endedTick === null ? [] : [''])),
  openImageRunsByPod: define('ImageRun', (run) => (run.endedTick === null ? [run.podUid] : [])),
  pullRecordsByDigest: define('PullRecord', (record) => [record.digest]),
  /** By uid of the pod that writes. */
  belongingsByPod: define('Belongings', ({ podUid }) => (podUid === '' ? [] : [podUid])),
  openOutages: define('Outage', (outage) => (outage.endedTick === null ? [outage.serviceKey] : [])),
} as const;

type ObjectIndex = keyof typeof OBJECTS;

/** By process and kind of what it sees; and by process under each value that the object itself would be found by. */
export const INDEXES = {
  ...OBJECTS,
  seenByKind: define('SeenObject', ({ key }) => [key.slice(0, key.indexOf('/', key.indexOf('|')))]),
  seenByIndex: define('SeenObject', ({ key, object }) => (object ? valuesSeen(key, object) : [])),
} as const;

function valuesSeen(seenKey: string, object: AnyObject): readonly string[] {
  const watcher = seenKey.slice(0, seenKey.indexOf('|'));
  return (Object.keys(OBJECTS) as ObjectIndex[]).flatMap((name) => {
    if (OBJECTS[name].kind !== object.kind) return [];
    const values = OBJECTS[name].values as (object: AnyObject) => readonly string[];
    return values(object).map((value) => `${watcher}|${name}|${value}`);
  });
}

export type IndexName = keyof typeof INDEXES;
const NAMES = Object.keys(INDEXES) as IndexName[];

export function kindOfIndex(name: IndexName): Kind {
  return INDEXES[name].kind;
}

const NOTHING: readonly string[] = [];

export class Indexes {
  readonly #buckets = new Map<IndexName, Map<string, SortedKeys>>(NAMES.map((name) => [name, new Map()]));
  readonly #byKind = new Map<Kind, IndexName[]>();

  constructor() {
    for (const name of NAMES) {
      const { kind } = INDEXES[name];
      this.#byKind.set(kind, [...(this.#byKind.get(kind) ?? []), name]);
    }
  }

  /** Keys in code unit order. */
  lookup(name: IndexName, value: string): readonly string[] {
    return this.#buckets.get(name)?.get(value)?.list() ?? NOTHING;
  }

  follow(change: Omit<Change, 'cause'>): void {
    for (const name of this.#byKind.get(change.kind) ?? []) {
      const values = INDEXES[name].values as (object: unknown) => readonly string[];
      const before = change.before === undefined ? NOTHING : values(change.before);
      const after = change.after === undefined ? NOTHING : values(change.after);
      if (before.length === after.length && before.every((value, index) => value === after[index])) continue;
      const buckets = this.#buckets.get(name) as Map<string, SortedKeys>;
      for (const value of before) {
        const bucket = buckets.get(value);
        bucket?.delete(change.key);
        if (bucket?.size === 0) buckets.delete(value);
      }
      for (const value of after) {
        let bucket = buckets.get(value);
        if (!bucket) buckets.set(value, (bucket = new SortedKeys()));
        bucket.add(change.key);
      }
    }
  }
}
