/** A scenario that nobody planned: nodes, settings, orders, visitors and faults, checked as every scenario is. */
import { parseScenario, type Scenario } from '../../shared/scenarios/scenario.ts';
import type { Chance } from '../support/chance.ts';
import { scenario } from '../support/scenarios.ts';
import { PIECES, VISITED } from './stage/houses.ts';

const MIB = 1024 * 1024;
const TEMPLATES = ['first-town', 'inn-and-kitchen', 'sandbox'].map(scenario);
/** Processes, too. */
const WATCHED_BY_KUBELET = { 'memory.available': '100Mi', 'nodefs.available': '10%', 'pid.available': '10%' };
const ZONES = ['east', 'west'];
/** Room for a few machines, and for the nodes that are added. */
const PLOT = { cpuMilli: 16_000, memoryBytes: 16 * 1024 * MIB, diskBytes: 160 * 1024 * MIB };

/** `faults`: what the director may draw from. */
export function randomScenario(
  chance: Chance,
  durationTicks: number,
  faults: readonly string[],
  mostNodes: number,
): Scenario {
  const template = chance.pick(TEMPLATES);
  const orders = template.orders.filter(() => chance.percent(75));
  return parseScenario({
    ...template,
    id: 'random',
    durationTicks,
    setup: {
      ...template.setup,
      hosts: chance.percent(45) ? ['plot-1', 'plot-2'].map((name) => ({ name, ...PLOT })) : [],
      nodes: Array.from({ length: 1 + chance.below(mostNodes) }, (_, index) => randomNode(chance, index)),
      settings: randomSettings(chance),
      startMode: chance.pick(['hand', 'auto']),
      manifests: stage(chance),
    },
    orders: orders.map((order) => ({ ...order, dueTick: chance.below(chance.pick([5, 40])) })),
    demand: [...template.demand.map(({ service }) => service), ...VISITED]
      .filter(() => chance.percent(80))
      .map((service) => ({ service, profile: curve(chance) })),
    faults: Array.from({ length: faults.length === 0 ? 0 : chance.below(5) }, () => ({
      tick: 15 + chance.below(durationTicks),
      type: chance.pick(faults),
    })),
  });
}

/** What stands there from the start: all of the pieces, or some. */
function stage(chance: Chance): readonly object[] {
  const isAll = chance.percent(30);
  return Object.values(PIECES).flatMap((piece): readonly object[] =>
    isAll || chance.percent(60) ? piece(chance) : [],
  );
}

function curve(chance: Chance): [tick: number, rps: number][] {
  return Array.from({ length: 1 + chance.below(3) }, (_, index) => [index * 50, chance.below(120)]);
}

function randomNode(chance: Chance, index: number) {
  const isSmall = chance.percent(30);
  return {
    name: `node-${index + 1}`,
    cpuMilli: isSmall ? 1000 : 4000,
    memoryBytes: (isSmall ? 1024 : 8192) * MIB,
    reservedMemoryBytes: 256 * MIB,
    ...(chance.percent(20) ? { diskBytes: 2048 * MIB } : {}),
    ...(chance.percent(10) ? { maxProcesses: 400 } : {}),
    ...(chance.percent(50) ? { labels: { 'topology.kubernetes.io/zone': chance.pick(ZONES) } } : {}),
    ...(chance.percent(15) ? { staticPods: [staticPod()] } : {}),
  };
}

function staticPod() {
  return { name: 'lamp', labels: { app: 'lamp' }, spec: { containers: [{ name: 'lamp', image: 'hut:1.0' }] } };
}

function randomSettings(chance: Chance) {
  return {
    proxySyncTicks: 1 + chance.below(3),
    bootTicks: chance.pick([1, 10, 90]),
    gateCheckTicks: chance.pick([1, 10]),
    registryBandwidthBytesPerTick: chance.percent(60) ? null : 1_000_000 * (1 + chance.below(30)),
    registryPullLimit: chance.percent(60) ? null : { pulls: 1 + chance.below(12), windowTicks: 20 + chance.below(200) },
    kubelet: {
      ...(chance.percent(30) ? { serializeImagePulls: false, maxParallelImagePulls: 1 + chance.below(3) } : {}),
      ...(chance.percent(40) ? { evictionHard: WATCHED_BY_KUBELET } : {}),
      ...(chance.percent(50) ? { evictionPressureTransitionTicks: 10 } : {}),
    },
    plane: {
      apiServers: 1 + chance.below(2),
      etcdBackupEveryTicks: chance.percent(50) ? 30 : null,
      ...(chance.percent(20) ? { priorityAndFairness: false, maxMutatingRequestsInFlight: 1 } : {}),
    },
    nodePool: { maxNodes: 1 + chance.below(8) },
  };
}
