// What would otherwise grow without end: pods that are over, words about them, and pods that a town can hold.
import { expect, test } from 'vitest';
import { recordEvent } from '../../../shared/cluster/api-server/events.ts';
import { act, aPod, nodeOf, podOf, storedPod } from '../../support/builders.ts';
import { aTownHall } from '../../support/town-hall.ts';

test('GC-5 of those that are over so many stay: the evicted go first, then the oldest', () => {
  const { world, tick } = aTownHall({ nodes: 1 });
  storedPod(world, 'runs', { node: 'node-1', phase: 'Running' });
  for (const [name, phase] of [
    ['old-1', 'Failed'],
    ['old-2', 'Succeeded'],
  ] as const)
    storedPod(world, name, { node: 'node-1', phase });
  tick();
  for (let count = 1; count <= 1000; count += 1) storedPod(world, `pod-${count}`, { node: 'node-1', phase: 'Failed' });
  tick();
  expect(world.count('Pod')).toBe(1001);
  expect(world.get('Pod', 'default/old-1')).toBeUndefined();
  expect(world.get('Pod', 'default/old-2')).toBeUndefined();
  storedPod(world, 'driven-out', { node: 'node-1', phase: 'Failed', status: { reason: 'Evicted' } });
  tick();
  expect(world.get('Pod', 'default/driven-out')).toBeUndefined();
  expect(world.count('Pod')).toBe(1001);
});

test('RS-2 GC-5 the town is full of those that are not over, whoever brings one more', () => {
  const { world } = aTownHall({ nodes: 1 });
  for (let count = 1; count <= 12_000; count += 1) storedPod(world, `pod-${count}`, { phase: 'Running' });
  const bare = () => act(world, { verb: 'apply', manifest: aPod('one-more') });
  expect(bare()).toMatchObject({ code: 403, key: 'townFull' });
  const over = podOf(world, 'pod-7');
  world.put({ ...over, status: { ...over.status, phase: 'Failed' } });
  expect(bare()).toBeNull();
});

test('GC-3 of more words than anybody reads the oldest are forgotten', () => {
  const { world, tick } = aTownHall({ nodes: 1 });
  const say = (message: string) =>
    recordEvent(world, nodeOf(world, 'node-1'), { type: 'Normal', reason: 'Starting', message, source: 'kubelet' });
  say('first');
  tick();
  for (let count = 1; count < 50_000; count += 1) say(String(count));
  tick();
  expect(world.count('Event')).toBe(50_000);
  say('last');
  tick();
  const left = [...world.list('Event')].map(({ message }) => message);
  expect(left).toHaveLength(45_000);
  expect([left.includes('first'), left.includes('last')]).toEqual([false, true]);
});
