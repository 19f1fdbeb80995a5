/** How a cluster begins: the part of a scenario that every client may know. The script of faults is not in it. */
import { z } from 'zod';
import { dns1123Label, labels } from '../api/names.ts';
import { FIRST_NAMESPACES } from '../api/namespace.ts';
import type { ResourceAmounts } from '../api/node.ts';
import { RULES_IN_TOUCH } from '../api/world/network.ts';
import type { KubeletSettings } from '../api/world/kubelet-settings.ts';
import { podSpec } from '../api/pod.ts';
import { clusterSettings } from '../api/world/settings.ts';
import { newMeta } from '../cluster/api-server/objects.ts';
import { ADDONS, manifestsOfAddon, preloadAddon } from '../cluster/addons/install.ts';
import { TEACHER } from '../cluster/actor.ts';
import { writtenManifest } from '../cluster/manifests/written-manifest.ts';
import { kubeletProblem } from '../cluster/kubelet/settings.ts';
import { foundPlane } from '../cluster/plane/found.ts';
import { nodeAddress } from '../cluster/network/addresses.ts';
import { registerNode } from '../cluster/provisioning/register-node.ts';
import { seedRegistry } from '../cluster/registry/seed.ts';
import { executeVerb } from '../cluster/verbs/execute.ts';
import { assert } from '../base/assert.ts';
import { MIB } from '../base/integers.ts';
import { Store } from '../store/store.ts';
import { addHost, assertHostsHold, hostSetup } from './setup-hosts.ts';

/** *Metaphor*: a small village's disk. */
const DISK_BYTES = 32 * 1024 * MIB;

const nodeSetup = z.strictObject({
  name: dns1123Label,
  cpuMilli: z.int().min(100).max(256_000),
  memoryBytes: z
    .int()
    .min(1)
    .max(2 ** 42),
  /** What the system keeps for itself. */
  reservedCpuMilli: z.int().min(0).default(0),
  reservedMemoryBytes: z.int().min(0).default(0),
  diskBytes: z
    .int()
    .min(1)
    .max(2 ** 45)
    .default(DISK_BYTES),
  /** The kernel's pid_max. */
  maxProcesses: z.int().min(1).max(4_194_304).default(32_768),
  labels: labels.default({}),
  /** On whose ground its machine stands; left out for one in a cloud. */
  host: dns1123Label.optional(),
  /** Run by its kubelet from files, whatever the API server says. */
  staticPods: z
    .array(z.strictObject({ name: dns1123Label, labels: labels.default({}), spec: podSpec }))
    .max(16)
    .optional(),
});
type NodeSetup = z.infer<typeof nodeSetup>;

export const clusterSetup = z.strictObject({
  settings: clusterSettings.refine(({ kubelet }) => kubeletProblem(kubelet) === null, {
    error: ({ input }) => kubeletProblem((input as { kubelet: KubeletSettings }).kubelet) ?? '',
  }),
  hosts: z.array(hostSetup).max(16).default([]),
  nodes: z.array(nodeSetup).min(1).max(5000),
  /** What each seat's switches start as, once somebody holds it. */
  startMode: z.enum(['hand', 'auto']),
  /** What the cluster runs for itself, in kube-system. */
  addons: z.array(z.enum(ADDONS)).default([...ADDONS]),
  manifests: z.array(writtenManifest).max(64).default([]),
});
export type ClusterSetup = z.infer<typeof clusterSetup>;

/** Oracle: kubelet.maxPods. */
const MAX_PODS = 110;
const STEWARD_SWITCHES = [
  'deployment',
  'replicaset',
  'node-lifecycle',
  'endpoints',
  'garbage-collector',
  'hpa',
  'drain',
  'stateful-set',
  'daemon-set',
  'job',
  'cron-job',
] as const;

export function createStore(setup: ClusterSetup): Store {
  const store = new Store();
  store.cause = store.causes.open(0, 'input', 'setup', 0, 0);
  store.put({ kind: 'Settings', key: 'settings', ...setup.settings });
  store.put({ kind: 'Clock', key: 'clock', phase: 'lobby', startedTick: null, endedTick: null });
  store.put({ kind: 'ProxyRules', key: RULES_IN_TOUCH, services: {}, syncTick: null });
  store.put({ kind: 'NameServer', key: 'dns', paths: {}, records: {} });
  store.put({ kind: 'LogStore', key: 'log-store', available: true, sinceTick: 0, startDoneTick: null });
  foundPlane(store);
  addNamespaces(store);
  seedRegistry(store);
  for (const host of setup.hosts) addHost(store, host);
  setup.nodes.forEach((node, index) => addNode(store, node, index));
  assertHostsHold(store);
  addSeats(store, setup);
  for (const addon of setup.addons) preloadAddon(store, addon);
  for (const manifest of [...setup.addons.flatMap(manifestsOfAddon), ...setup.manifests]) {
    const refusal = executeVerb(store, TEACHER, { verb: 'apply', manifest });
    assert(refusal === null, `setup manifest ${manifest.metadata.name} was refused: ${refusal?.message}`);
  }
  store.cause = 0;
  return store;
}

function addNamespaces(store: Store): void {
  for (const name of FIRST_NAMESPACES) {
    const metadata = newMeta(store, 'Namespace', { name, namespace: '' });
    store.put({ apiVersion: 'v1', kind: 'Namespace', metadata, status: { phase: 'Active' } });
  }
}

function addNode(store: Store, node: NodeSetup, index: number): void {
  const capacity: ResourceAmounts = { cpuMilli: node.cpuMilli, memoryBytes: node.memoryBytes, pods: MAX_PODS };
  const allocatable: ResourceAmounts = {
    cpuMilli: node.cpuMilli - node.reservedCpuMilli,
    memoryBytes: node.memoryBytes - node.reservedMemoryBytes,
    pods: MAX_PODS,
  };
  const { name, labels: given } = node;
  registerNode(store, { name, labels: given, capacity, allocatable, address: nodeAddress(index) });
  store.put({
    kind: 'Machine',
    key: node.name,
    ...(node.host === undefined ? {} : { host: node.host }),
    power: 'on',
    powerSinceTick: 0,
    bootDoneTick: null,
    link: 'up',
    linkSinceTick: 0,
    diskBytes: node.diskBytes,
    maxProcesses: node.maxProcesses,
    ...(node.staticPods ? { staticPods: node.staticPods } : {}),
  });
  store.put({ kind: 'ImageCache', key: node.name, layers: {}, images: {} });
}

function addSeats(store: Store, { nodes, startMode: mode }: ClusterSetup): void {
  const addSeat = (key: string, role: 'scheduler' | 'controller-manager' | 'kubelet', switches: readonly string[]) => {
    store.put({ kind: 'Seat', key, role, holder: null, connected: false });
    for (const id of switches) store.put({ kind: 'LoopSwitch', key: id, seat: key, mode });
  };
  addSeat('scheduler', 'scheduler', ['scheduler']);
  addSeat('controller-manager', 'controller-manager', STEWARD_SWITCHES);
  for (const node of nodes) addSeat(`kubelet/${node.name}`, 'kubelet', [`kubelet/${node.name}`]);
  // Nobody holds building: it runs by itself until a player takes it in hand.
  store.put({ kind: 'LoopSwitch', key: 'builder', seat: '', mode: 'auto' });
}
