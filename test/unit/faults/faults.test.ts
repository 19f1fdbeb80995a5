import { describe, expect, test } from 'vitest';
import { withRuntime } from '../../../shared/cluster/runtime/failures.ts';
import { must } from '../../../shared/base/assert.ts';
import { FAULT_TYPES, type FaultType } from '../../../shared/api/world/fault.ts';
import { beginFault } from '../../../shared/cluster/faults/begin.ts';
import { runsGoodImages } from '../../../shared/cluster/faults/bad-delivery.ts';
import { FAULTS } from '../../../shared/cluster/faults/catalogue.ts';
import { coreDnsManifests } from '../../../shared/cluster/addons/coredns.ts';
import { FLUENTD_IMAGE } from '../../../shared/cluster/addons/fluentd.ts';
import { collectorOf } from '../../../shared/cluster/logging/collector.ts';
import { logStoreOf } from '../../../shared/cluster/logging/log-store.ts';
import { withProxy } from '../../../shared/cluster/network/proxy-service.ts';
import { publishImage } from '../../../shared/cluster/registry/publish.ts';
import { setRegistryAvailable } from '../../../shared/cluster/registry/availability.ts';
import { setDemand } from '../../../shared/cluster/traffic/demand.ts';
import type { Store } from '../../../shared/store/store.ts';
import { TEXTS } from '../../../client/i18n/texts.ts';
import { MIB } from '../../../shared/base/integers.ts';
import { addHost } from '../../../shared/session/setup-hosts.ts';
import { act, storedConfigMap, storedDeployment, storedPod } from '../../support/builders.ts';
import { aSquare, putHouse, putNameServer, type Square } from '../../support/visitors.ts';

const SHOP = 'docker.io/team/shop:1';

/** A square in which every fault finds something to break. */
function aTown(): Square {
  const square = aSquare(['hut']);
  const furniture = { envFrom: [{ configMapRef: { name: 'furniture' } }] };
  storedConfigMap(square.world, 'furniture', { TABLES: '8' });
  storedDeployment(square.world, 'hut', { image: 'hut:1.0', container: furniture });
  storedPod(square.world, 'hut-1', { labels: { app: 'hut' }, container: furniture });
  const hut = must(square.world.get('Tag', 'docker.io/library/hut:1.0'), 'hut').digest;
  const image = must(square.world.get('Image', hut), 'image');
  publishImage(square.world, { image, reference: SHOP, namespace: 'team', by: 'player0001' });
  square.world.put({ kind: 'LocalTag', key: SHOP, digest: hut, builtTick: 0 });
  storedDeployment(square.world, 'shop', { image: 'team/shop:1' });
  addHost(square.world, { name: 'plot-1', cpuMilli: 4000, memoryBytes: 8192 * MIB, diskBytes: 40960 * MIB });
  act(square.world, { verb: 'runContainer', host: 'plot-1', image: 'hut:1.0', count: 2 });
  for (const container of square.world.list('HostContainer')) square.world.put({ ...container, state: 'running' });
  putNameServer(square.world, 'node-1');
  const [coredns] = coreDnsManifests();
  if (coredns) act(square.world, { verb: 'apply', manifest: coredns });
  putHouse(square.world, 'fluentd', 'node-2', { image: FLUENTD_IMAGE, namespace: 'kube-system' });
  square.world.put({ ...collectorOf(square.world, 'node-2'), state: 'running' });
  setDemand(square.world, 'default/hut', 10);
  square.tick();
  return square;
}

const setMachine = (world: Store, change: object) =>
  world.put({ ...must(world.get('Machine', 'node-2'), 'machine'), ...change });

const setHost = (world: Store, change: object) =>
  world.put({ ...must(world.get('Host', 'plot-1'), 'host'), ...change });

function setImage(world: Store, image: string): void {
  const deployment = must(world.get('Deployment', 'default/hut'), 'deployment');
  const { template } = deployment.spec;
  const containers = template.spec.containers.map((container) => ({ ...container, image }));
  world.put({
    ...deployment,
    spec: { ...deployment.spec, template: { ...template, spec: { ...template.spec, containers } } },
  });
}

const CASES: Readonly<Record<FaultType, { readonly target: string; readonly remedy: (square: Square) => void }>> = {
  'node-crash': { target: 'node-2', remedy: ({ world }) => setMachine(world, { power: 'on' }) },
  'node-partition': { target: 'node-2', remedy: ({ world }) => setMachine(world, { link: 'up' }) },
  'bad-house': { target: 'default/hut', remedy: ({ world }) => setImage(world, 'hut:1.0') },
  'leaking-house': { target: 'default/hut', remedy: ({ world }) => setImage(world, 'hut:1.0') },
  'registry-outage': { target: '', remedy: ({ world }) => setRegistryAvailable(world, true) },
  'traffic-surge': { target: 'default/hut', remedy: ({ tick }) => tick(90) },
  'runtime-down': {
    target: 'node-2',
    remedy: ({ world }) => world.put(withRuntime(must(world.get('Machine', 'node-2'), 'machine'))),
  },
  'lost-furniture': {
    target: 'default/furniture',
    remedy: ({ world }) => void storedConfigMap(world, 'furniture', {}),
  },
  'corrupted-layer': {
    target: SHOP,
    remedy: ({ world }) => {
      for (const { key, bytes, corrupted } of world.list('Blob'))
        if (corrupted) world.put({ kind: 'Blob', key, bytes });
    },
  },
  'poisoned-push': {
    target: 'default/shop',
    remedy: ({ world }) => {
      const digest = must(world.get('LocalTag', SHOP), 'in the backpack').digest;
      const image = must(world.get('Image', digest), 'image');
      publishImage(world, { image, reference: SHOP, namespace: 'team', by: 'player0001' });
    },
  },
  'kernel-panic': { target: 'plot-1', remedy: ({ world }) => setHost(world, { kernel: 'up' }) },
  'host-down': { target: 'plot-1', remedy: ({ world }) => setHost(world, { power: 'on' }) },
  'kube-proxy-stale': {
    target: 'node-2',
    remedy: ({ world }) => world.put(withProxy(must(world.get('Machine', 'node-2'), 'machine'))),
  },
  'log-store-down': { target: '', remedy: ({ world }) => world.put({ ...logStoreOf(world), available: true }) },
  'log-flood': { target: 'default/hut', remedy: ({ world }) => setImage(world, 'hut:1.0') },
  'dns-outage': {
    target: 'kube-system/coredns',
    remedy: ({ world }) => void act(world, { verb: 'scale', deployment: 'kube-system/coredns', replicas: 2 }),
  },
  'collector-down': {
    target: 'node-2',
    remedy: ({ world }) => world.put({ ...collectorOf(world, 'node-2'), state: 'running' }),
  },
};

describe('faults', () => {
  test.each(FAULT_TYPES)('FAULT-2 %s strikes, stays, and heals by its own remedy only', (type) => {
    const square = aTown();
    const { world, tick } = square;
    const { target, remedy } = CASES[type];
    expect(FAULTS[type].targets(world)).toContain(target);
    expect(beginFault(world, type, target)).toBeNull();
    tick(20);
    const fault = () =>
      must(
        [...world.list('Fault')].find((item) => item.type === type),
        type,
      );
    expect(fault()).toMatchObject({ target, beganTick: 1, healedTick: null });
    for (const other of FAULT_TYPES) {
      const isSameRemedy = CASES[other].remedy === remedy || (isDelivery(type) && isDelivery(other));
      if (!isSameRemedy && type !== 'traffic-surge' && other !== 'traffic-surge') CASES[other].remedy(square);
    }
    tick();
    expect(fault().healedTick).toBeNull();
    remedy(square);
    tick();
    expect(fault().healedTick).toBeGreaterThan(1);
  });

  test.each(FAULT_TYPES)('FAULT-1 %s is refused where it cannot strike, and nothing has changed', (type) => {
    const { world } = aTown();
    const { revision } = world;
    expect(beginFault(world, type, 'nowhere')).toMatchObject({ reason: 'BadRequest', key: 'faultCannotStrike' });
    expect(world.revision).toBe(revision);
  });

  test.each(FAULT_TYPES)('FAULT-1 %s does not strike twice in the same place', (type) => {
    const { world } = aTown();
    expect(beginFault(world, type, CASES[type].target)).toBeNull();
    expect(FAULTS[type].targets(world)).not.toContain(CASES[type].target);
  });

  test.each(FAULT_TYPES)('%s is explained in both languages', (type) => {
    for (const part of ['title', 'symptom', 'remedy', 'explanation']) {
      expect(TEXTS.en).toHaveProperty([`fault.${type}.${part}`]);
      expect(TEXTS.zh).toHaveProperty([`fault.${type}.${part}`]);
    }
  });

  test('FAULT-5 a bad delivery pushes a new tag of the team’s own repository; the good one stays on the shelf', () => {
    const { world } = aTown();
    beginFault(world, 'bad-house', 'default/hut');
    const deployment = must(world.get('Deployment', 'default/hut'), 'deployment');
    const { image } = must(deployment.spec.template.spec.containers[0], 'container');
    expect(image).toBe('docker.io/team/hut:hotfix-1');
    expect(runsGoodImages(world, deployment)).toBe(false);
    expect(world.get('Tag', 'docker.io/library/hut:1.0')).toBeDefined();
  });

  test('FAULT-5 a bad image under another tag repairs nothing', () => {
    const { world, tick } = aTown();
    beginFault(world, 'bad-house', 'default/hut');
    setImage(world, 'hut:no-such-tag');
    tick(2);
    expect(world.by('openFaultsByType', 'bad-house')).toHaveLength(1);
  });
});

function isDelivery(type: FaultType): boolean {
  return type === 'bad-house' || type === 'leaking-house' || type === 'log-flood';
}
