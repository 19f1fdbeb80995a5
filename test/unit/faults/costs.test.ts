/**
 * What a fault of a machine, a layer, a log or a rule costs shows when something ordinary happens: the same is done in
 * the same town with the fault and without it, and what a player can see of it is compared.
 */
import { describe, expect, test } from 'vitest';
import { must } from '../../../shared/base/assert.ts';
import { targetsOf } from '../../../shared/cluster/faults/begin.ts';
import { FAULTS } from '../../../shared/cluster/faults/catalogue.ts';
import { isRollingStuck } from '../../../shared/cluster/faults/rolling.ts';
import { queryLogs } from '../../../shared/cluster/logging/query-logs.ts';
import type { Verb } from '../../../shared/cluster/verbs/table.ts';
import type { Simulation } from '../../../shared/session/simulation.ts';
import type { View } from '../../../shared/store/store.ts';
import { faultTown, lostIn } from '../../support/fault-town.ts';
import { join, playVerb } from '../../support/builders.ts';
import { FELT_BY_A_CRASH, FELT_BY_THE_NEXT_MEMBER } from '../../support/town-hall-faults.ts';

const SHOP = 'default/shop';
const ARCHIVE = 'docker.io/team/archive:1.0';
const play = (town: Simulation, verb: Verb) => playVerb(town, 'teacher', verb);

/** Somebody puts up a house on that node, by what its name stands for today. */
function houseOn(town: Simulation, node: string, image: string): void {
  const spec = { nodeName: node, containers: [{ name: 'house', image, imagePullPolicy: 'Always' }] };
  const manifest = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'newcomer' }, spec };
  expect(playVerb(town, 'teacher', { verb: 'apply', manifest } as never)).toBeNull();
}

const NEWCOMER = 'default/newcomer';
const newcomer = (view: View) => view.get('Pod', NEWCOMER);
const isOpen = (view: View) => Number(newcomer(view)?.status.phase === 'Running');
const restarts = (view: View) => newcomer(view)?.status.containerStatuses[0]?.restartCount ?? 0;
const shops = (view: View) => view.keys('Pod').filter((key) => key.startsWith(`${SHOP}-`));
const imageOfShop = (view: View) =>
  must(view.get('Deployment', SHOP)?.spec.template.spec.containers[0]?.image, 'image of the shop');

interface Cost {
  readonly type: string;
  readonly target: string;
  /** At once, in both towns. */
  readonly happens: (town: Simulation) => void;
  readonly ticks: number;
  /** What anybody can see of it: the less the worse. */
  readonly good: (view: View) => number;
}

const newHouse = (town: Simulation) => houseOn(town, 'node-1', 'hut:1.0');
const newShop = (town: Simulation) => houseOn(town, 'node-1', imageOfShop(town.store));
const logsOfNewcomer = (view: View) => queryLogs(view, { pod: NEWCOMER }).lines.length;

const nothing = () => undefined;
const tenants = (view: View) => [...view.list('HostContainer')].filter(({ state }) => state === 'running').length;

const newVilla = (town: Simulation) => houseOn(town, 'node-1', 'villa:1.0');

const COSTS: readonly Cost[] = [
  { type: 'registry-outage', target: '', happens: newVilla, ticks: 60, good: isOpen },
  { type: 'pull-limit-used-up', target: '', happens: newVilla, ticks: 60, good: isOpen },
  { type: 'slow-registry', target: '', happens: newVilla, ticks: 60, good: isOpen },
  {
    type: 'registry-full',
    target: '',
    happens: (town) => {
      const dockerfile = 'FROM hut:1.0\nRUN cut-wood --for annexe\nCMD ["hut"]\n';
      play(town, { verb: 'build', dockerfile, reference: 'team/annexe:2.0' });
      town.apply(40);
      play(town, { verb: 'push', reference: 'team/annexe:2.0' });
    },
    ticks: 60,
    good: (view) => Number(view.get('Tag', 'docker.io/team/annexe:2.0') !== undefined),
  },
  {
    type: 'cron-pile-up',
    target: '',
    happens: nothing,
    ticks: 400,
    good: (view) => -[...view.list('Job')].filter(({ status }) => status.active > 0).length,
  },
  { type: 'runtime-down', target: 'node-1', happens: newHouse, ticks: 60, good: isOpen },
  { type: 'node-partition', target: 'node-1', happens: newHouse, ticks: 30, good: isOpen },
  { type: 'kubelet-down', target: 'node-1', happens: newHouse, ticks: 30, good: isOpen },
  {
    type: 'corrupted-layer',
    target: ARCHIVE,
    happens: (town) => {
      const caches = [...town.store.list('ImageCache')];
      houseOn(
        town,
        must(
          caches.find(({ images }) => !(ARCHIVE in images)),
          'a backpack without it',
        ).key,
        ARCHIVE,
      );
    },
    ticks: 60,
    good: isOpen,
  },
  { type: 'poisoned-push', target: SHOP, happens: newShop, ticks: 120, good: (view) => -restarts(view) },
  { type: 'collector-down', target: 'node-1', happens: newHouse, ticks: 60, good: logsOfNewcomer },
  { type: 'log-store-down', target: '', happens: newHouse, ticks: 60, good: logsOfNewcomer },
  {
    type: 'api-server-overload',
    target: '',
    happens: (town) => {
      const player = join(town, []);
      for (let wish = 1; wish <= 12; wish += 1) {
        const manifest = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: `wish-${wish}` }, data: {} };
        playVerb(town, player, { verb: 'apply', manifest } as never);
      }
    },
    ticks: 1,
    good: (view) => view.keys('ConfigMap').filter((key) => key.startsWith('default/wish-')).length,
  },
  { type: 'host-down', target: 'plot-1', happens: nothing, ticks: 30, good: tenants },
  { type: 'kernel-panic', target: 'plot-1', happens: nothing, ticks: 30, good: tenants },
  {
    type: 'paused-rollout',
    target: SHOP,
    happens: (town) => void play(town, { verb: 'setImage', deployment: SHOP, container: 'shop', image: 'stall:1.0' }),
    ticks: 120,
    good: (view) => shops(view).filter((key) => view.get('Pod', key)?.spec.containers[0]?.image === 'stall:1.0').length,
  },
  {
    type: 'autoscaler-blind',
    target: 'default/stall',
    happens: (town) => void town.apply(['e', { type: 'demandChanged', service: 'default/stall', rps: 200 }]),
    ticks: 240,
    good: (view) => -lostIn(view),
  },
  {
    type: 'budget-blocks-drain',
    target: SHOP,
    happens: (town) => {
      for (const node of town.store.keys('Node').slice(0, 2)) play(town, { verb: 'drain', node, drain: true });
    },
    ticks: 120,
    good: (view) =>
      -view
        .keys('Node')
        .slice(0, 2)
        .flatMap((node) => view.by('podsByNode', node))
        .filter((key) => key.startsWith(SHOP)).length,
  },
  {
    type: 'deaf-to-term',
    target: SHOP,
    happens: (town) => {
      town.apply(60);
      play(town, { verb: 'delete', kind: 'Pod', key: must(shops(town.store)[0], 'a shop') });
    },
    ticks: 4,
    good: (view) => -shops(view).filter((key) => view.get('Pod', key)?.metadata.deletionTick !== null).length,
  },
];

/** Careless changes: a roll-out that stands still. `kubectl get deployment` shows it. */
const STUCK: readonly Cost[] = FAULTS.filter(({ harm }) => harm === isRollingStuck)
  .filter(({ type }) => !COSTS.some((cost) => cost.type === type))
  .map(({ type }) => ({
    type,
    target: SHOP,
    happens: nothing,
    ticks: 120,
    good: (view) => {
      const { updatedReplicas = 0, availableReplicas = 0, replicas = 0 } = view.get('Deployment', SHOP)?.status ?? {};
      return updatedReplicas + availableReplicas - replicas;
    },
  }));
const ALL = [...COSTS, ...STUCK];

describe('what it costs when something ordinary happens', () => {
  test.each(ALL.map((cost) => [cost.type, cost] as const))('FAULT-48 %s', (type, { target, happens, ticks, good }) => {
    const [stricken, twin] = [faultTown(), faultTown()];
    expect(targetsOf(stricken.store, type)).toContain(target);
    stricken.apply(['e', { type: 'faultBegan', fault: type, target }]);
    for (const town of [stricken, twin]) {
      happens(town);
      town.apply(ticks);
    }
    expect(good(stricken.store)).toBeLessThan(good(twin.store));
  });

  /** Those of the town hall are, by FAULT-46. */
  const elsewhere = [...FELT_BY_A_CRASH.map(([type]) => type), ...FELT_BY_THE_NEXT_MEMBER];

  test('FAULT-48 whatever states its harm as a predicate is compared', () => {
    const stated = FAULTS.filter(({ harm }) => harm !== 'visitors').map(({ type }) => type);
    const compared = new Set<string>([...ALL.map(({ type }) => type), ...elsewhere]);
    expect(stated.filter((type) => !compared.has(type))).toEqual([]);
  });
});
