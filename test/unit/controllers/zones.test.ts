// Zones: how much of one is silent, and how fast its nodes are then emptied.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  evictionIntervalTicks,
  ZONE_RATES,
  zoneState,
} from '../../../shared/cluster/controllers/node-lifecycle/zones.ts';
import { isEvicting } from '../../../shared/cluster/controllers/node-lifecycle/taints.ts';
import type { Store } from '../../../shared/store/store.ts';
import { nodeOf } from '../../support/builders.ts';
import { aTownHall, renewLease } from '../../support/town-hall.ts';

const evicting = (world: Store): readonly string[] =>
  world.keys('Node').filter((name) => isEvicting(nodeOf(world, name).spec.taints));

const town = (...zones: readonly string[]) =>
  aTownHall({
    heartbeats: false,
    nodes: zones.map((zone, index) => ({
      name: `node-${index + 1}`,
      labels: zone === '' ? {} : { 'topology.kubernetes.io/zone': zone },
    })),
  });

function silence(hall: ReturnType<typeof town>, heard: readonly string[], ticks: number): void {
  for (let count = 0; count < ticks; count += 1) {
    for (const name of heard) renewLease(hall.world, name);
    hall.tick();
  }
}

test.each([
  [3, 0, 'Normal'],
  [0, 1, 'FullDisruption'],
  [1, 2, 'Normal'],
  [2, 3, 'PartialDisruption'],
  [9, 11, 'PartialDisruption'],
  [10, 11, 'Normal'],
] as const)('NODE-8 a zone of %i ready and %i silent nodes is %s', (ready, silent, state) => {
  expect(zoneState(ready, silent, ZONE_RATES)).toBe(state);
});

test('NODE-8 a node every 10 s; in a large zone in trouble every 100 s, in a small one none', () => {
  expect(evictionIntervalTicks('Normal', 3, ZONE_RATES)).toBe(10);
  expect(evictionIntervalTicks('FullDisruption', 3, ZONE_RATES)).toBe(10);
  expect(evictionIntervalTicks('PartialDisruption', 50, ZONE_RATES)).toBeNull();
  expect(evictionIntervalTicks('PartialDisruption', 51, ZONE_RATES)).toBe(100);
});

test('NODE-8 whoever is silent never makes a zone better', () => {
  const rank = { Normal: 0, PartialDisruption: 1, FullDisruption: 2 } as const;
  const count = fc.integer({ min: 0, max: 200 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), count, (ready, silent) => {
      const before = rank[zoneState(ready, silent, ZONE_RATES)];
      expect(rank[zoneState(ready - 1, silent + 1, ZONE_RATES)]).toBeGreaterThanOrEqual(before);
    }),
  );
});

const uncounted = { 'node.kubernetes.io/exclude-disruption': '' };

test('NODE-8 a node that is not to be counted says nothing about its zone', () => {
  const pair = () =>
    aTownHall({ heartbeats: false, nodes: [{ name: 'node-1' }, { name: 'node-2', labels: uncounted }] });
  const dark = pair();
  silence(dark, ['node-2'], 60);
  expect(dark.world.get('Zone', '')?.state).toBe('FullDisruption');
  expect(evicting(dark.world)).toEqual([]);
  const light = pair();
  silence(light, ['node-1'], 60);
  expect(light.world.get('Zone', '')?.state).toBe('Normal');
  expect(evicting(light.world)).toEqual(['node-2']);
});

test('NODE-10 a zone of nodes that are not counted does not keep the town from being dark', () => {
  const labels = { 'topology.kubernetes.io/zone': 'west', ...uncounted };
  const hall = aTownHall({ heartbeats: false, nodes: [{ name: 'node-1' }, { name: 'node-2', labels }] });
  silence(hall, ['node-2'], 80);
  expect(evicting(hall.world)).toEqual([]);
});

test('NODE-9 two silent nodes of a zone are emptied one after the other', () => {
  const hall = town('', '', '');
  silence(hall, ['node-3'], 52);
  expect(evicting(hall.world)).toEqual(['node-1']);
  silence(hall, ['node-3'], 8);
  expect(evicting(hall.world)).toEqual(['node-1']);
  silence(hall, ['node-3'], 1);
  expect(evicting(hall.world)).toEqual(['node-1', 'node-2']);
});

test('NODE-9 zones do not wait for each other', () => {
  const hall = town('east', 'west', 'east', 'west');
  silence(hall, ['node-3', 'node-4'], 52);
  expect(evicting(hall.world)).toEqual(['node-1', 'node-2']);
});

test('NODE-9 most of a small zone is silent: nobody is told to leave', () => {
  const hall = town('', '', '', '', '');
  silence(hall, ['node-4', 'node-5'], 200);
  expect(hall.world.get('Zone', '')?.state).toBe('PartialDisruption');
  expect(evicting(hall.world)).toEqual([]);
});

test('NODE-10 when no zone is heard at all, those told to leave may stay, and are told again later', () => {
  const hall = town('east', 'west');
  silence(hall, ['node-2'], 60);
  expect(evicting(hall.world)).toEqual(['node-1']);
  silence(hall, [], 60);
  expect(evicting(hall.world)).toEqual([]);
});
