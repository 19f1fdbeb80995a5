/** Look-ups by something other than the key. Derived from the objects alone: never hashed, rebuilt on restore. */
import type { AnyObject, Kind, KindMap } from '../api/kinds.ts';
import { controllerOf } from '../api/meta.ts';
import { isPodTerminal } from '../api/pod.ts';
import { followsRules } from '../api/world/machine.ts';
import { zoneKeyOf } from '../api/world/zone.ts';
import { NO_OTHER, podRequests } from '../api/pod-requests.ts';
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
  /**
   * By node, the pods whose requests take room there: bound, and not over yet. The second value makes the node's list
   * a new one if a pod ever asks for something else, so that sums may be memoised by the list's identity.
   */
  podsHoldingRoom: define('Pod', (pod) => {
    if (pod.spec.nodeName === null || isPodTerminal(pod)) return [];
    const { cpuMilli, memoryBytes, other } = podRequests(pod.spec);
    return [pod.spec.nodeName, `=${cpuMilli}/${memoryBytes}${other === NO_OTHER ? '' : JSON.stringify(other)}`];
  }),
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
  /**
   * By node, the sandboxes there once more; the second value makes the node's list a new one whenever what runs in one
   * of them changes, so that sums of use may be memoised by the list's identity.
   */
  sandboxesByUse: define('Sandbox', ({ nodeName, containers }) => [nodeName, usersOf(containers)]),
  sandboxesByPod: define('Sandbox', (sandbox) => [sandbox.podKey]),
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
const DEFINITIONS = {
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

function usersOf(containers: KindMap['Sandbox']['containers']): string {
  let users = '=';
  for (const { state, imageDigest } of containers)
    users += state.type === 'running' ? `${state.startedTick}@${imageDigest}/` : '/';
  return users;
}

export type IndexName = keyof typeof DEFINITIONS;
const NAMES = Object.keys(DEFINITIONS) as IndexName[];

export function kindOfIndex(name: IndexName): Kind {
  return DEFINITIONS[name].kind;
}

const NOTHING: readonly string[] = [];

export class Indexes {
  readonly #buckets = new Map<IndexName, Map<string, SortedKeys>>(NAMES.map((name) => [name, new Map()]));
  readonly #byKind = new Map<Kind, IndexName[]>();

  constructor() {
    for (const name of NAMES) {
      const { kind } = DEFINITIONS[name];
      this.#byKind.set(kind, [...(this.#byKind.get(kind) ?? []), name]);
    }
  }

  /** Keys in code unit order. */
  lookup(name: IndexName, value: string): readonly string[] {
    return this.#buckets.get(name)?.get(value)?.list() ?? NOTHING;
  }

  follow(change: Omit<Change, 'cause'>): void {
    for (const name of this.#byKind.get(change.kind) ?? []) {
      const values = DEFINITIONS[name].values as (object: unknown) => readonly string[];
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
