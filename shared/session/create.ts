/** The first state of a cluster. Apart from the rest: who mirrors one is sent its state, and need not know how it began. */
import { FIRST_NAMESPACES } from '../api/namespace.ts';
import type { ResourceAmounts } from '../api/node.ts';
import { RULES_IN_TOUCH } from '../api/world/network.ts';
import { assert } from '../base/assert.ts';
import { TEACHER } from '../cluster/actor.ts';
import { manifestsOfAddon, preloadAddon } from '../cluster/addons/install.ts';
import { newMeta } from '../cluster/api-server/objects.ts';
import { nodeAddress } from '../cluster/network/addresses.ts';
import { foundPlane } from '../cluster/plane/found.ts';
import { registerNode } from '../cluster/provisioning/register-node.ts';
import { seedRegistry } from '../cluster/registry/seed.ts';
import { executeVerb } from '../cluster/verbs/execute.ts';
import { Store } from '../store/store.ts';
import { addHost, assertHostsHold } from './setup-hosts.ts';
import type { ClusterSetup, NodeSetup } from './setup.ts';
import { Simulation } from './simulation.ts';

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

/** `explains`: outages are told. */
export function createSimulation(setup: ClusterSetup, explains = true): Simulation {
  return new Simulation(createStore(setup), explains ? [] : null);
}

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
