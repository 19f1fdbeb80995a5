/**
 * Builders: small worlds made of the real store, the real setup and the real simulation, for tests to read like
 * sentences. Stored objects are frozen deeply, so that a test fails where anything changes them in place.
 */
import { must } from '../../shared/base/assert.ts';
import { setFreezing } from '../../shared/base/freeze.ts';
import { MIB } from '../../shared/base/integers.ts';
import type { ConfigMap } from '../../shared/api/config-map.ts';
import { deploymentManifest, type Deployment } from '../../shared/api/deployment.ts';
import { MANIFESTS, type Manifest } from '../../shared/api/kinds.ts';
import type { OwnerReference } from '../../shared/api/meta.ts';
import type { Node, NodeImage, ResourceAmounts, Taint } from '../../shared/api/node.ts';
import { podManifest, type Pod, type PodPhase } from '../../shared/api/pod.ts';
import { qosClassOf } from '../../shared/api/qos.ts';
import { serviceManifest, type Service } from '../../shared/api/service.ts';
import type { Status } from '../../shared/api/status.ts';
import { TEACHER, type Actor } from '../../shared/cluster/actor.ts';
import { newMeta } from '../../shared/cluster/api-server/objects.ts';
import { executeVerb } from '../../shared/cluster/verbs/execute.ts';
import type { Verb } from '../../shared/cluster/verbs/table.ts';
import type { Command } from '../../shared/commands/table.ts';
import { clusterSetup, createStore, type ClusterSetup } from '../../shared/session/setup.ts';
import { Simulation } from '../../shared/session/simulation.ts';
import type { Store } from '../../shared/store/store.ts';

setFreezing(true);

type Labels = Readonly<Record<string, string>>;
type PodManifest = ReturnType<typeof podManifest.parse>;
type DeploymentManifest = ReturnType<typeof deploymentManifest.parse>;
type ServiceManifest = ReturnType<typeof serviceManifest.parse>;

// ---- Setups, stores, simulations

export interface NodeOptions {
  readonly name: string;
  readonly cpuMilli?: number;
  readonly memoryBytes?: number;
  readonly reservedCpuMilli?: number;
  readonly reservedMemoryBytes?: number;
  readonly diskBytes?: number;
  readonly maxProcesses?: number;
  readonly staticPods?: readonly object[];
  readonly labels?: Labels;
}

export interface SetupOptions {
  /** How many (`node-1`, `node-2`, ...), or which. Three by default. */
  readonly nodes?: number | readonly (string | NodeOptions)[];
  readonly settings?: Partial<ClusterSetup['settings']>;
  readonly startMode?: 'hand' | 'auto';
  readonly manifests?: readonly Manifest[];
  /** None, so that a test sees nothing but what it asked for. */
  readonly addons?: ClusterSetup['addons'];
}

/** 2 cores and 4 GiB a node, unless told otherwise. */
function nodeSetup(node: string | NodeOptions): unknown {
  return { cpuMilli: 2000, memoryBytes: 4096 * MIB, ...(typeof node === 'string' ? { name: node } : node) };
}

export function aSetup({
  nodes = 3,
  settings = {},
  startMode = 'auto',
  manifests = [],
  addons = [],
}: SetupOptions = {}): ClusterSetup {
  const list = typeof nodes === 'number' ? Array.from({ length: nodes }, (_, index) => `node-${index + 1}`) : nodes;
  return clusterSetup.parse({
    settings: { seed: 7, registryNamespace: 'team', objectives: [], ...settings },
    nodes: list.map(nodeSetup),
    startMode,
    manifests,
    addons,
  });
}

/** A store as a session opens it; no loop runs on it. */
export function aWorld(options: SetupOptions = {}): Store {
  return createStore(aSetup(options));
}

export function run(simulation: Simulation, ticks: number): Simulation {
  if (ticks > 0) simulation.apply(ticks);
  return simulation;
}

/** A simulation whose teacher has pressed start: the phase is running, the tick still 0. */
export function startedSimulation(setup: ClusterSetup = aSetup()): Simulation {
  const simulation = Simulation.create(setup);
  simulation.apply(['e', { type: 'phaseChanged', phase: 'running' }]);
  return simulation;
}

// ---- Playing

/** Lets a player in who then holds the seats; returns the player's id. */
export function join(simulation: Simulation, seats: readonly string[] = [], player = 'player0001'): string {
  simulation.apply(['e', { type: 'playerJoined', player, nickname: player }]);
  for (const seat of seats) simulation.apply(['e', { type: 'seatAssigned', seat, player }]);
  return player;
}

/** One command of a player, or of the teacher; a refusal comes back. */
export function play(simulation: Simulation, author: string, command: Command): Status | null {
  return simulation.apply(['c', author, command]);
}

export function playVerb(simulation: Simulation, author: string, verb: Verb): Status | null {
  return play(simulation, author, { type: 'verb', verb: verb as Extract<Command, { type: 'verb' }>['verb'] });
}

/** A verb straight on a store, past phase and log. The teacher may do all of them. */
export function act(world: Store, verb: Verb, actor: Actor = TEACHER): Status | null {
  return executeVerb(world, actor, verb);
}

// ---- Pods

export interface PodOptions {
  readonly labels?: Labels;
  readonly image?: string;
  /** Requests, as quantities: `500m`, `64Mi`. */
  readonly cpu?: string;
  readonly memory?: string;
  readonly cpuLimit?: string;
  readonly memoryLimit?: string;
  readonly node?: string;
  readonly nodeSelector?: Labels;
  readonly tolerations?: readonly object[];
  readonly restartPolicy?: 'Always' | 'OnFailure' | 'Never';
  readonly gracePeriodSeconds?: number;
  /** Laid over the one container `app`; `containers` replaces it. */
  readonly container?: object;
  readonly containers?: readonly object[];
  readonly affinity?: object;
  readonly topologySpreadConstraints?: readonly object[];
  readonly priority?: number;
  readonly priorityClassName?: string;
  readonly initContainers?: readonly object[];
  readonly volumes?: readonly object[];
}

/** Only what was said. */
function given(resources: Readonly<Record<string, string | undefined>>): object {
  return Object.fromEntries(Object.entries(resources).filter(([, amount]) => amount !== undefined));
}

function podSpecOf(options: PodOptions): object {
  const { cpu, memory, cpuLimit, memoryLimit } = options;
  const app = {
    name: 'app',
    image: options.image ?? 'docker.io/library/hut:1.0',
    resources: { requests: given({ cpu, memory }), limits: given({ cpu: cpuLimit, memory: memoryLimit }) },
    ...options.container,
  };
  return {
    nodeName: options.node ?? null,
    containers: options.containers ?? [app],
    initContainers: options.initContainers,
    volumes: options.volumes,
    nodeSelector: options.nodeSelector,
    tolerations: options.tolerations,
    affinity: options.affinity,
    topologySpreadConstraints: options.topologySpreadConstraints,
    priority: options.priority,
    priorityClassName: options.priorityClassName,
    restartPolicy: options.restartPolicy,
    terminationGracePeriodSeconds: options.gracePeriodSeconds,
  };
}

/** A manifest as `apply` takes it, defaults filled in. */
export function aPod(name: string, options: PodOptions = {}): PodManifest {
  return podManifest.parse({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, labels: options.labels },
    spec: podSpecOf(options),
  });
}

export interface StoredPodOptions extends PodOptions {
  readonly phase?: PodPhase;
  readonly ready?: boolean;
  readonly owner?: OwnerReference;
  readonly status?: Partial<Pod['status']>;
  readonly deletionTick?: number;
}

/** The pod put into the store as it stands, past API server, scheduler and kubelet. Returns what is stored. */
export function storedPod(world: Store, name: string, options: StoredPodOptions = {}): Pod {
  const { spec } = aPod(name, options);
  const { labels = {}, owner, deletionTick } = options;
  const meta = newMeta(world, 'Pod', { name, namespace: 'default', labels, ...(owner ? { owner } : {}) });
  const conditions: Pod['status']['conditions'] =
    options.ready === undefined
      ? []
      : (['ContainersReady', 'Ready'] as const).map((type) => ({
          type,
          status: options.ready ? ('True' as const) : ('False' as const),
          reason: '',
          message: '',
          lastTransitionTick: world.tick,
        }));
  return world.put<Pod>({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata:
      deletionTick === undefined
        ? meta
        : { ...meta, deletionTick, deletionGracePeriodTicks: spec.terminationGracePeriodSeconds },
    spec,
    status: {
      phase: options.phase ?? 'Pending',
      reason: '',
      message: '',
      conditions,
      containerStatuses: [],
      qosClass: qosClassOf(spec),
      podIP: '',
      hostIP: '',
      startTick: null,
      ...options.status,
    },
  });
}

export function podOf(world: Store, name: string): Pod {
  return must(world.get('Pod', `default/${name}`), `pod ${name}`);
}

// ---- Other kinds

export interface DeploymentOptions extends PodOptions {
  readonly replicas?: number;
  /** Laid over the spec. */
  readonly spec?: object;
}

/** A Deployment of pods labelled `app: name`. */
export function aDeployment(name: string, options: DeploymentOptions = {}): DeploymentManifest {
  const labels = { app: name, ...options.labels };
  return deploymentManifest.parse({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name },
    spec: {
      replicas: options.replicas,
      selector: { matchLabels: { app: name } },
      template: { metadata: { labels }, spec: podSpecOf(options) },
      ...options.spec,
    },
  });
}

/** The Deployment put into the store, past the API server. */
export function storedDeployment(world: Store, name: string, options: DeploymentOptions = {}): Deployment {
  const { metadata, ...manifest } = aDeployment(name, options);
  return world.put<Deployment>({
    ...manifest,
    metadata: newMeta(world, 'Deployment', metadata),
    status: {
      observedGeneration: 0,
      replicas: 0,
      updatedReplicas: 0,
      readyReplicas: 0,
      availableReplicas: 0,
      unavailableReplicas: 0,
      conditions: [],
    },
  });
}

/** A Service in front of the pods labelled `app: name`. */
export function aService(
  name: string,
  {
    selector = { app: name },
    port = 80,
    targetPort = 8080,
  }: { selector?: Labels; port?: number; targetPort?: number } = {},
): ServiceManifest {
  return serviceManifest.parse({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name },
    spec: { selector, ports: [{ port, targetPort }] },
  });
}

export function storedService(world: Store, name: string, options: Parameters<typeof aService>[1] = {}): Service {
  const { metadata, ...manifest } = aService(name, options);
  return world.put<Service>({
    ...manifest,
    metadata: newMeta(world, 'Service', metadata),
    status: { clusterIP: '10.96.0.10' },
  });
}

export function aConfigMap(name: string, data: Labels = {}): ReturnType<(typeof MANIFESTS)['ConfigMap']['parse']> {
  return MANIFESTS.ConfigMap.parse({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data });
}

export function storedConfigMap(world: Store, name: string, data: Labels = {}): ConfigMap {
  return world.put<ConfigMap>({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: newMeta(world, 'ConfigMap', { name, namespace: 'default' }),
    data,
  });
}

export interface NodeChange {
  readonly labels?: Labels;
  readonly taints?: readonly (Omit<Taint, 'addedTick' | 'value'> & Partial<Taint>)[];
  readonly unschedulable?: boolean;
  readonly allocatable?: Partial<ResourceAmounts>;
  readonly images?: readonly NodeImage[];
}

/** Changes a node of the world (one of its setup) in place, or adds a new one like its first; returns it as stored. */
export function aNode(world: Store, name: string, change: NodeChange = {}): Node {
  const like = world.get('Node', name) ?? must(world.get('Node', world.keys('Node')[0] ?? ''), 'a node to copy');
  const isNew = like.metadata.name !== name;
  const metadata = isNew
    ? newMeta(world, 'Node', { name, namespace: '', labels: { 'kubernetes.io/hostname': name } })
    : like.metadata;
  const taints = change.taints?.map((taint) => ({ value: '', addedTick: null, ...taint }));
  return world.put<Node>({
    ...like,
    metadata: { ...metadata, labels: { ...metadata.labels, ...change.labels } },
    spec: { unschedulable: change.unschedulable ?? like.spec.unschedulable, taints: taints ?? like.spec.taints },
    status: {
      ...like.status,
      allocatable: { ...like.status.allocatable, ...change.allocatable },
      images: change.images ?? (isNew ? [] : like.status.images),
    },
  });
}

export function nodeOf(world: Store, name: string): Node {
  return must(world.get('Node', name), `node ${name}`);
}
