/**
 * A village for kubelets: a real store and driver with the loops of machines and kubelets only. Tests put pods on nodes
 * themselves, and fill the shelves with houses made to measure.
 */
import { digestOfText } from '../../shared/base/sha256.ts';
import { must } from '../../shared/base/assert.ts';
import { MIB } from '../../shared/base/integers.ts';
import type { Pod } from '../../shared/api/pod.ts';
import type { Program } from '../../shared/api/world/image.ts';
import type { RuntimeContainer, Sandbox } from '../../shared/api/world/sandbox.ts';
import { deleteObject } from '../../shared/cluster/api-server/objects.ts';
import { kubeletEviction } from '../../shared/cluster/kubelet/eviction/eviction-loop.ts';
import { nodePressure } from '../../shared/cluster/kubelet/eviction/pressure.ts';
import { imageGc } from '../../shared/cluster/kubelet/images/image-gc-loop.ts';
import { kubelet } from '../../shared/cluster/kubelet/kubelet-loop.ts';
import { leases } from '../../shared/cluster/kubelet/leases.ts';
import { nodeStatus } from '../../shared/cluster/kubelet/node-status.ts';
import { forgottenMirrors, forgottenStatics } from '../../shared/cluster/kubelet/static-cleanup.ts';
import { mirrorPods, staticPods } from '../../shared/cluster/kubelet/static-pods.ts';
import { statusReports } from '../../shared/cluster/kubelet/status-reports.ts';
import { registration } from '../../shared/cluster/provisioning/registration.ts';
import { makeImage } from '../../shared/cluster/registry/manifest.ts';
import { publishImage } from '../../shared/cluster/registry/publish.ts';
import { containers } from '../../shared/cluster/runtime/containers.ts';
import { imagePulls } from '../../shared/cluster/runtime/image-pulls.ts';
import { pullRoads } from '../../shared/cluster/runtime/pull-roads.ts';
import { machines } from '../../shared/cluster/runtime/machines.ts';
import { newsLoop } from '../../shared/cluster/sight/news-loop.ts';
import { systemOom } from '../../shared/cluster/runtime/system-oom.ts';
import { Driver } from '../../shared/session/driver.ts';
import { Store } from '../../shared/store/store.ts';
import { aWorld, storedPod, type SetupOptions, type StoredPodOptions } from './builders.ts';

export const VILLAGE_LOOPS = [
  newsLoop,
  machines,
  imagePulls,
  pullRoads,
  containers,
  systemOom,
  registration,
  forgottenStatics,
  forgottenMirrors,
  staticPods,
  mirrorPods,
  kubelet,
  nodePressure,
  kubeletEviction,
  imageGc,
  statusReports,
  nodeStatus,
  leases,
];

export interface Village {
  world: Store;
  tick(count?: number): void;
  /** Goes on from a copy of its own state, as after a restart of the server. */
  restore(): void;
}

/** One node, `node-1`, on autopilot, with a road of 1 MiB a tick, unless told otherwise. */
export function aVillage(options: SetupOptions = {}): Village {
  const settings = { nodeBandwidthBytesPerTick: MIB, bootTicks: 5, ...options.settings };
  const world = aWorld({ nodes: 1, ...options, settings });
  let driver = new Driver(world, VILLAGE_LOOPS);
  const village: Village = {
    world,
    tick: (count = 1) => {
      for (let done = 0; done < count; done += 1) {
        village.world.tick += 1;
        driver.run();
      }
    },
    restore: () => {
      village.world = new Store(village.world.frame());
      driver = new Driver(village.world, VILLAGE_LOOPS);
    },
  };
  return village;
}

export interface HouseOptions extends Partial<Program> {
  /** Sizes of its layers in MiB; the first is shared by all houses that name the same `base`. */
  readonly layersMib?: readonly number[];
  readonly base?: string;
  readonly exposedPorts?: readonly number[];
}

/** Publishes a house under `reference`: by default one layer of 1 MiB, and a program that answers 2 ticks after its start. */
export function publishHouse(world: Store, reference: string, options: HouseOptions = {}): string {
  const { layersMib = [1], base = reference, exposedPorts = [8080], ...changes } = options;
  const program: Program = {
    name: 'house',
    startTicks: 2,
    capacityRps: 20,
    memoryBytes: 16 * MIB,
    leakBytesPerTick: 0,
    exit: null,
    requiredEnv: [],
    ...changes,
  };
  const image = makeImage({
    style: 'hut',
    layers: layersMib.map((mib, index) => ({
      digest: digestOfText(index === 0 ? `base ${base}` : `${reference} ${index}`),
      bytes: mib * MIB,
      createdBy: `RUN layer-${index}`,
    })),
    config: {
      env: {},
      exposedPorts: [...exposedPorts],
      user: '',
      healthcheck: null,
      workdir: '/',
      labels: {},
      command: ['house'],
      program,
      programs: { house: program },
    },
  });
  publishImage(world, { image, reference, namespace: 'library', by: 'test' });
  return image.key;
}

/** A pod that is bound to a node already. */
export function boundPod(world: Store, name: string, options: StoredPodOptions = {}): Pod {
  return storedPod(world, name, { node: 'node-1', image: 'house:1', ...options });
}

export function sandboxNamed(world: Store, name: string): Sandbox {
  const uid = must(world.by('sandboxesByPod', `default/${name}`)[0], `sandbox of ${name}`);
  return must(world.get('Sandbox', uid), uid);
}

export function containerNamed(world: Store, name: string, container = 'app'): RuntimeContainer {
  return must(
    sandboxNamed(world, name).containers.find((one) => one.name === container),
    container,
  );
}

export function deletePod(world: Store, name: string, gracePeriodTicks?: number): void {
  deleteObject(world, 'Pod', `default/${name}`, gracePeriodTicks);
}

/** Reasons of the events about a pod or node, in the order in which they were first told. */
export function reasonsAbout(world: Store, name: string): readonly string[] {
  return [...world.list('Event')]
    .filter((event) => event.involvedObject.name === name)
    .sort((a, b) => a.firstTick - b.firstTick || a.metadata.resourceVersion - b.metadata.resourceVersion)
    .map((event) => event.reason);
}

export function messagesAbout(world: Store, name: string): readonly string[] {
  return [...world.list('Event')].filter((event) => event.involvedObject.name === name).map((event) => event.message);
}

/** Somebody sits there and does everything by hand. */
export function aVillageByHand(options: SetupOptions = {}): Village {
  const village = aVillage({ ...options, startMode: 'hand' });
  const { world } = village;
  for (const seat of world.list('Seat')) world.put({ ...seat, holder: 'player0001', connected: true });
  publishHouse(world, 'house:1');
  return village;
}
