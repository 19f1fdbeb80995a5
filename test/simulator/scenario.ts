/** A scenario that nobody planned: nodes, settings, orders, visitors and faults, checked as every scenario is. */
import { parseScenario, type Scenario } from '../../shared/scenarios/scenario.ts';
import type { Chance } from '../support/chance.ts';
import { scenario } from '../support/scenarios.ts';

const MIB = 1024 * 1024;
const TEMPLATES = ['first-town', 'inn-and-kitchen', 'sandbox'].map(scenario);
const ZONES = ['east', 'west'];

/** `faults`: what the director may draw from. */
export function randomScenario(chance: Chance, durationTicks: number, faults: readonly string[]): Scenario {
  const template = chance.pick(TEMPLATES);
  const orders = template.orders.filter(() => chance.percent(75));
  const demand = template.demand
    .filter(() => chance.percent(85))
    .map(({ service }) => ({ service, profile: curve(chance) }));
  return parseScenario({
    ...template,
    id: 'random',
    durationTicks,
    setup: {
      ...template.setup,
      nodes: Array.from({ length: 1 + chance.below(4) }, (_, index) => randomNode(chance, index)),
      settings: randomSettings(chance),
      startMode: chance.pick(['hand', 'auto']),
    },
    orders: orders.map((order) => ({ ...order, dueTick: chance.below(40) })),
    demand,
    faults: Array.from({ length: faults.length === 0 ? 0 : chance.below(4) }, () => ({
      tick: chance.below(durationTicks),
      type: chance.pick(faults),
    })),
  });
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
    ...(chance.percent(40) ? { labels: { 'topology.kubernetes.io/zone': chance.pick(ZONES) } } : {}),
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
    kubelet: chance.percent(30) ? { serializeImagePulls: false, maxParallelImagePulls: 1 + chance.below(3) } : {},
    nodePool: { maxNodes: 1 + chance.below(8) },
  };
}
