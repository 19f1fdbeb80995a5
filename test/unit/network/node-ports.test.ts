/** Node ports: given, asked for, kept; open on every node by its own rules. */
import { describe, expect, test } from 'vitest';
import { must } from '../../../shared/base/assert.ts';
import { nodesOpenTo } from '../../../shared/cluster/network/rules.ts';
import { readManifests } from '../../../shared/cluster/manifests/read/read-manifests.ts';
import type { Store } from '../../../shared/store/store.ts';
import { act, aDeployment, aService, aSetup, aWorld, run, startedSimulation } from '../../support/builders.ts';

const KEY = 'default/web';

function service(spec: object, name = 'web') {
  const plain = aService(name);
  return { ...plain, spec: { ...plain.spec, type: 'NodePort', ...spec } };
}

const apply = (world: Store, manifest: object) => act(world, { verb: 'apply', manifest } as never);
const nodePorts = (world: Store, key = KEY) => world.get('Service', key)?.status.nodePorts;
const ports = (nodePort: number) => ({ ports: [{ port: 80, targetPort: 8080, nodePort }] });

describe('node ports', () => {
  test('NET-9 are given from the dynamic range, and kept', () => {
    const world = aWorld();
    expect(apply(world, service({ ports: [{ name: 'a', port: 80 }] }))).toBeNull();
    const given = must(nodePorts(world)?.[0], 'node port');
    expect(given).toBeGreaterThanOrEqual(30_086);
    expect(given).toBeLessThanOrEqual(32_767);
    expect(
      apply(
        world,
        service({
          ports: [
            { name: 'a', port: 81 },
            { name: 'b', port: 82 },
          ],
        }),
      ),
    ).toBeNull();
    expect(nodePorts(world)?.[0]).toBe(given);
    expect(new Set(nodePorts(world)).size).toBe(2);
    const [first, second] = nodePorts(world) ?? [];
    expect(
      apply(
        world,
        service({
          ports: [
            { name: 'b', port: 82 },
            { name: 'a', port: 81 },
          ],
        }),
      ),
    ).toBeNull();
    expect(nodePorts(world)).toEqual([second, first]);
    expect(apply(world, service({ type: 'ClusterIP' }))).toBeNull();
    expect(nodePorts(world)).toBeUndefined();
  });

  test('NET-9 may be asked for, once', () => {
    const world = aWorld();
    expect(apply(world, service(ports(30_080)))).toBeNull();
    expect(nodePorts(world)).toEqual([30_080]);
    expect(apply(world, service(ports(30_080)))).toBeNull();
    expect(apply(world, service(ports(30_080), 'other'))).toMatchObject({
      key: 'nodePortTaken',
      message: expect.stringContaining('Invalid value: 30080: provided port is already allocated'),
    });
    expect(apply(world, service(ports(80), 'low'))).toMatchObject({ code: 422, key: 'nodePortRange' });
  });

  test.each([
    [{ type: 'ClusterIP', ...ports(30_080) }, 'spec.ports[0].nodePort'],
    [{ type: 'ClusterIP', externalTrafficPolicy: 'Local' }, 'spec.externalTrafficPolicy'],
  ])('NET-9 %j is refused', (spec, field) => {
    const world = aWorld();
    const { revision } = world;
    expect(apply(world, service(spec))).toMatchObject({ code: 422, key: 'nodePortInside', details: { field } });
    expect(world.revision).toBe(revision);
  });

  test('NET-9 are read from YAML as they are written', () => {
    const text = `apiVersion: v1
kind: Service
metadata: { name: web }
spec:
  type: NodePort
  externalTrafficPolicy: Local
  selector: { app: web }
  ports: [{ port: 80, targetPort: 8080, nodePort: 30080 }]
`;
    const { manifests, problems } = readManifests(text);
    expect(problems).toEqual([]);
    const world = aWorld();
    expect(manifests.map((manifest) => apply(world, manifest))).toEqual([null]);
    expect(nodePorts(world)).toEqual([30_080]);
  });
});

describe('a town behind node ports', () => {
  /** One pod, three nodes. */
  function aTown(spec: object) {
    const simulation = startedSimulation(aSetup({ nodes: 3, settings: { proxySyncTicks: 3 } }));
    const { store } = simulation;
    apply(store, aDeployment('web', { replicas: 1, image: 'hut:1.0' }));
    apply(store, service(spec));
    run(simulation, 40);
    simulation.apply(['e', { type: 'demandChanged', service: KEY, rps: 9 }]);
    run(simulation, 2);
    return simulation;
  }

  test('NET-10 are open on every node once its rules say so, and stay as they are where a proxy stands still', () => {
    const simulation = aTown({ type: 'ClusterIP' });
    const { store } = simulation;
    expect(nodesOpenTo(store, KEY)).toEqual([]);
    store.put({ ...must(store.get('Machine', 'node-2'), 'node-2'), proxyDownTick: store.tick });
    run(simulation, 1);
    apply(store, service({}));
    run(simulation, 1);
    expect(nodesOpenTo(store, KEY)).toEqual([]);
    run(simulation, 4);
    expect(nodesOpenTo(store, KEY)).toEqual(['node-1', 'node-3']);
    expect(act(store, { verb: 'restartProxy', node: 'node-2' })).toBeNull();
    run(simulation, 2);
    expect(nodesOpenTo(store, KEY)).toEqual(['node-1', 'node-2', 'node-3']);
  });

  test('NET-11 with Local only the pods of the node that visitors came to answer', () => {
    const traffic = ({ store }: ReturnType<typeof aTown>) => store.get('Traffic', KEY);
    expect(traffic(aTown({}))).toMatchObject({ servedRps: 9, lostRps: {} });
    const local = aTown({ externalTrafficPolicy: 'Local' });
    expect(traffic(local)).toMatchObject({ servedRps: 3, lostRps: { NoEndpoints: 6 } });
    apply(local.store, service({ externalTrafficPolicy: 'Cluster' }));
    run(local, 6);
    expect(traffic(local)).toMatchObject({ servedRps: 9, lostRps: {} });
  });
});
