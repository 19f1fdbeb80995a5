import { describe, expect, test } from 'vitest';
import { must } from '../../../shared/base/assert.ts';
import { chooseBackends } from '../../../shared/cluster/network/backends.ts';
import { backendsOn, rulesOf } from '../../../shared/cluster/network/rules.ts';
import type { Store } from '../../../shared/store/store.ts';
import { aSquare, endpoint, listEndpoints } from '../../support/visitors.ts';

const backendsOf = (world: Store, node: string) =>
  backendsOn(world, node, 'default/hut').map((backend) => backend.podKey);

describe('kube-proxy', () => {
  test('NET-1 ready endpoints, else those that serve while they terminate, else none', () => {
    const ready = endpoint(['a', 'node-1']);
    const leaving = endpoint(['b', 'node-1', 'terminating']);
    const unready = endpoint(['c', 'node-1', 'unready']);
    const names = (...endpoints: (typeof ready)[]) => chooseBackends(endpoints).map((backend) => backend.podKey);
    expect(names(ready, leaving, unready)).toEqual(['default/a']);
    expect(names(leaving, unready)).toEqual(['default/b']);
    expect(names(unready)).toEqual([]);
  });

  test('NET-2 rules follow the slices one sync later; the first sync is immediate', () => {
    const { world, tick } = aSquare(['hut'], { settings: { proxySyncTicks: 3 } });
    listEndpoints(world, 'hut', [['a', 'node-1']]);
    tick();
    expect(backendsOf(world, 'node-2')).toEqual(['default/a']);
    listEndpoints(world, 'hut', [['b', 'node-1']]);
    tick(3);
    expect(backendsOf(world, 'node-2')).toEqual(['default/a']);
    tick();
    expect(backendsOf(world, 'node-2')).toEqual(['default/b']);
    expect(rulesOf(world, 'node-2').syncTick).toBeNull();
  });

  test('NET-2 the rules of a deleted service go', () => {
    const { world, tick } = aSquare(['hut']);
    listEndpoints(world, 'hut', [['a', 'node-1']]);
    tick();
    world.remove('Service', 'default/hut');
    tick(2);
    expect(rulesOf(world, 'node-1').services).toEqual({});
  });

  test('NET-3 a cut-off node keeps its old rules, and catches up when the road is repaired', () => {
    const { world, tick } = aSquare(['hut']);
    listEndpoints(world, 'hut', [['a', 'node-1']]);
    tick();
    const machine = must(world.get('Machine', 'node-3'), 'machine');
    world.put({ ...machine, link: 'cut' });
    listEndpoints(world, 'hut', [['b', 'node-1']]);
    tick(20);
    expect(backendsOf(world, 'node-1')).toEqual(['default/b']);
    expect(backendsOf(world, 'node-3')).toEqual(['default/a']);
    // Whatever else happens to the machine, no news reaches its proxy.
    world.put({ ...machine, link: 'cut', linkSinceTick: world.tick });
    tick();
    expect(backendsOf(world, 'node-3')).toEqual(['default/a']);
    world.put({ ...machine, link: 'up' });
    tick(2);
    expect(backendsOf(world, 'node-3')).toEqual(['default/b']);
  });

  test('NET-4 a machine without power forgets its rules', () => {
    const { world, tick } = aSquare(['hut']);
    listEndpoints(world, 'hut', [['a', 'node-1']]);
    tick();
    const machine = must(world.get('Machine', 'node-2'), 'machine');
    world.put({ ...machine, power: 'off', powerSinceTick: world.tick });
    tick();
    expect(rulesOf(world, 'node-2').services).toEqual({});
    world.put({ ...machine, power: 'on', powerSinceTick: world.tick });
    tick();
    expect(backendsOf(world, 'node-2')).toEqual(['default/a']);
  });
});
