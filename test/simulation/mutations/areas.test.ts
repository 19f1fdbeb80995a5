/** One planted bug for each of the newer areas: the attack reports it within a few seeds. */
import { beforeAll, expect, test } from 'vitest';
import type { Loop } from '../../../shared/cluster/loop.ts';
import { LOOPS } from '../../../shared/cluster/loops.ts';
import type { World } from '../../../shared/cluster/world.ts';
import type { Store } from '../../../shared/store/store.ts';
import type { Wanted } from '../../simulator/features.ts';
import { simulate } from '../../simulator/simulate.ts';
import { Tally } from '../../simulator/tally.ts';
import { planted, rulesBroken, without, type Mutant, type Played } from '../../support/mutants.ts';

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const TICKS = 60;
/** Towns with tenants on their hosts and without cluster DNS for a while, and such as lose a node with its Fluentd. */
const SOUGHT: readonly { readonly seeds: readonly number[]; readonly wanted: Wanted }[] = [
  { seeds: [11, 12, 25, 26], wanted: { faults: ['dns-outage'], verbs: ['runContainer'], refusals: [] } },
  { seeds: [18, 20], wanted: { faults: ['node-crash'], verbs: [], refusals: [] } },
];

const towns: Played[] = [];
beforeAll(async () => {
  for (const seed of SEEDS) towns.push(...(await simulate(seed, TICKS, new Tally())).logs.slice(0, 1));
  for (const { seeds, wanted } of SOUGHT) {
    for (const seed of seeds) towns.push(...(await simulate(seed, TICKS, new Tally(), { wanted })).logs.slice(0, 1));
  }
}, 120_000);

const first = <T>(items: Iterable<T>): T | undefined => [...items][0];

/** By a loop that goes wrong. */
const wrong = (loop: string, what: (world: World, key: string) => void): Mutant => ({ loops: planted(loop, what) });
const missing = (loop: string): Mutant => ({ loops: without(loop) });
const meddled = (meddle: (store: Store) => void): Mutant => ({ loops: LOOPS as readonly Loop[], meddle });

const MUTANTS: readonly (readonly [area: string, bug: string, rule: string, mutant: Mutant])[] = [
  [
    'etcd',
    'that changes its leader without an election',
    'ETCD-2',
    wrong('etcd', (world) => {
      const etcd = world.get('Etcd', 'etcd');
      if (etcd?.leader === 'etcd-1') world.put({ ...etcd, leader: 'etcd-2' });
    }),
  ],
  [
    'etcd',
    'that forgets how far its history was compacted',
    'ETCD-5',
    meddled((store) => {
      const etcd = store.get('Etcd', 'etcd');
      if (etcd && store.tick > 5) store.put({ ...etcd, compactedRevision: store.tick % 2 });
    }),
  ],
  [
    'plane',
    'where a standby leads, too',
    'LEADER-1',
    wrong('leader-election', (world) => {
      const standby = [...world.list('PlaneProcess')].find(
        ({ component, leadingSinceTick, state }) =>
          component === 'scheduler' && leadingSinceTick === null && state === 'running',
      );
      if (standby) world.put({ ...standby, leadingSinceTick: world.tick });
    }),
  ],
  [
    'plane',
    'whose starts never end',
    'LEADER-3',
    wrong('plane-processes', (world) => {
      const process = first(world.list('PlaneProcess'));
      if (process?.state === 'running') world.put({ ...process, startDoneTick: world.tick + 5 });
    }),
  ],
  [
    'sight',
    'that keeps pictures for processes that see everything',
    'SIGHT-3',
    meddled((store) => {
      const pod = first(store.list('Pod'));
      if (!pod || store.get('Sight', 'kubelet/node-1')) return;
      const key = `kubelet/node-1|Pod|${pod.metadata.name}`;
      store.put({ kind: 'SeenObject', key, object: pod, expected: false } as never);
    }),
  ],
  [
    'hosts',
    'whose containers outlive their power',
    'VM-7',
    wrong('hosts', (world) => {
      for (const { host, state } of world.list('HostContainer')) {
        const ground = world.get('Host', host);
        if (state === 'running' && ground?.power === 'on') world.put({ ...ground, power: 'off' });
      }
    }),
  ],
  ['addons', 'whose names are told by nobody', 'DNS-1', missing('name-server')],
  [
    'addons',
    'that collects where no Fluentd is',
    'LOG-10',
    wrong('log-collectors', (world, key) => {
      const collector = world.get('LogCollector', key);
      if (collector?.state === 'down') world.put({ ...collector, state: 'running' });
    }),
  ],
  [
    'dns',
    'that answers without CoreDNS',
    'DNS-5',
    wrong('name-server', (world) => {
      const server = world.get('NameServer', 'dns');
      const paths = Object.fromEntries(
        Object.entries(server?.paths ?? {}).map(([key, path]) => [key, { ...path, isReached: true }]),
      );
      if (server) world.put({ ...server, paths });
    }),
  ],
  [
    'logging',
    'whose collectors invent',
    'LOG-5',
    wrong('log-collectors', (world, key) => {
      const collector = world.get('LogCollector', key);
      const line = collector?.buffer[0];
      if (!collector || !line) return;
      const invented = { ...line, tick: world.tick, text: 'nobody said this' };
      if (collector.buffer.at(-1)?.tick !== world.tick)
        world.put({ ...collector, buffer: [...collector.buffer, invented] });
    }),
  ],
  [
    'logging',
    'whose collectors read again what they had read',
    'LOG-7',
    wrong('log-collectors', (world, key) => {
      const collector = world.get('LogCollector', key);
      if (collector && collector.sinceTick > 0) world.put({ ...collector, sinceTick: collector.sinceTick - 1 });
    }),
  ],
];

test('as they are, these towns break no rule', () => {
  for (const town of towns) expect(rulesBroken(town, { loops: LOOPS })).toEqual([]);
});

test.each(MUTANTS)('%s %s breaks %s', (_area, _bug, rule, mutant) => {
  const broken = new Set<string>();
  for (const town of towns) {
    for (const found of rulesBroken(town, mutant)) broken.add(found);
    if (broken.has(rule)) break;
  }
  expect([...broken]).toContain(rule);
});
