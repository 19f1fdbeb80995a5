import { describe, expect, test } from 'vitest';
import { must } from '../../../shared/base/assert.ts';
import { chooseBackends } from '../../../shared/cluster/network/backends.ts';
import { backendsOn, rulesOf } from '../../../shared/cluster/network/rules.ts';
import type { Store } from '../../../shared/store/store.ts';
import { beginFault } from '../../../shared/cluster/faults/begin.ts';
import { crashMachine } from '../../../shared/cluster/runtime/failures.ts';
import { setDemand } from '../../../shared/cluster/traffic/demand.ts';
import { act, aPod, aService, aSetup, run, startedSimulation } from '../../support/builders.ts';
import { aSquare, endpoint, listEndpoints, putHouse, trafficOf } from '../../support/visitors.ts';

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

  test('NET-7 FAULT-24 a proxy that has stopped leaves old rules on its own node, until it is started again', () => {
    const { world, tick } = aSquare(['hut']);
    putHouse(world, 'a', 'node-1');
    putHouse(world, 'b', 'node-2');
    listEndpoints(world, 'hut', [['a', 'node-1']]);
    setDemand(world, 'default/hut', 9);
    tick(2);
    expect(beginFault(world, 'kube-proxy-stale', 'node-3')).toBeNull();
    tick(2);
    expect(trafficOf(world, 'hut')).toMatchObject({ servedRps: 9, lostRps: {} });
    world.remove('Sandbox', 'uid-a');
    listEndpoints(world, 'hut', [['b', 'node-2']]);
    tick(30);
    // A third of the visitors come in over node-3.
    expect(trafficOf(world, 'hut')).toMatchObject({ servedRps: 6, lostRps: { ConnectionRefused: 3 } });
    expect(world.keys('ProxyRules')).toEqual(['*', 'node-3']);
    expect(act(world, { verb: 'restartProxy', node: 'node-1' })).toMatchObject({ key: 'proxyIsUp' });
    expect(act(world, { verb: 'restartProxy', node: 'node-3' })).toBeNull();
    tick(2);
    expect(trafficOf(world, 'hut')).toMatchObject({ servedRps: 9, lostRps: {} });
    expect(world.by('openFaultsByType', 'kube-proxy-stale')).toEqual([]);
    expect(world.keys('ProxyRules')).toEqual(['*']);
  });

  test('NET-7 a reboot starts the proxy, too', () => {
    const { world, tick } = aSquare(['hut']);
    beginFault(world, 'kube-proxy-stale', 'node-3');
    tick();
    crashMachine(world, 'node-3');
    tick();
    expect(world.by('openFaultsByType', 'kube-proxy-stale')).toHaveLength(1);
    world.put({ ...must(world.get('Machine', 'node-3'), 'machine'), power: 'on' });
    tick();
    expect(world.by('openFaultsByType', 'kube-proxy-stale')).toEqual([]);
  });

  test('NET-8 a wrong targetPort is refused at the pod; a port by a name that no pod has leaves no endpoints', () => {
    const simulation = startedSimulation(aSetup({ nodes: 1 }));
    const { store } = simulation;
    const container = { ports: [{ name: 'http', containerPort: 8080 }] };
    act(store, { verb: 'apply', manifest: aPod('hut', { labels: { app: 'hut' }, container }) });
    simulation.apply(['e', { type: 'demandChanged', service: 'default/hut', rps: 6 }]);
    const lead = (targetPort: number | string | undefined) => {
      const service = aService('hut');
      const ports = [{ port: 80, ...(targetPort === undefined ? {} : { targetPort }) }];
      expect(act(store, { verb: 'apply', manifest: { ...service, spec: { ...service.spec, ports } } })).toBeNull();
      run(simulation, 20);
      return trafficOf(store, 'hut').lostRps;
    };
    expect(lead(8080)).toEqual({});
    expect(lead('http')).toEqual({});
    expect(lead(9090)).toEqual({ ConnectionRefused: 6 });
    expect(lead('https')).toEqual({ NoEndpoints: 6 });
    // Left out, it is the same as the port.
    expect(lead(undefined)).toEqual({ ConnectionRefused: 6 });
    const service = aService('hut', { selector: { app: 'hat' } });
    act(store, { verb: 'apply', manifest: service });
    run(simulation, 5);
    expect(trafficOf(store, 'hut').lostRps).toEqual({ NoEndpoints: 6 });
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
