import { describe, expect, test } from 'vitest';
import { must } from '../../../shared/base/assert.ts';
import { formatHash } from '../../../shared/base/hash.ts';
import { deleteObject } from '../../../shared/cluster/api-server/objects.ts';
import { RESYNC_TICKS } from '../../../shared/cluster/build/pipeline-loop.ts';
import { setRegistryAvailable } from '../../../shared/cluster/registry/availability.ts';
import { resolveReference } from '../../../shared/cluster/registry/reference.ts';
import { aConfigMap, act, aDeployment } from '../../support/builders.ts';
import { TEAHOUSE, Workshop } from '../../support/workshop.ts';

const IMAGE = '{team}/teahouse:1';
const KEY = 'default/teahouse';
const MANIFESTS = [aConfigMap('menu', { tea: 'green' }), aDeployment('teahouse', { image: IMAGE })];

function delivered(): Workshop {
  const workshop = new Workshop();
  workshop.order({ key: 'first', dockerfile: TEAHOUSE, image: IMAGE, manifests: MANIFESTS });
  return workshop.ticks(40);
}

const deploymentOf = ({ world }: Workshop) => must(world.get('Deployment', KEY), 'deployment');
const orderOf = ({ world }: Workshop, key = 'first') => must(world.get('Order', key), 'order');

describe('pipeline', () => {
  test('BUILD-22 an order is built, pushed and applied, with the name of the team in it', () => {
    const workshop = new Workshop();
    workshop.order({ key: 'first', dockerfile: TEAHOUSE, image: IMAGE, manifests: MANIFESTS });
    workshop.ticks(1);
    expect([...workshop.world.list('Build')]).toMatchObject([
      { reference: 'docker.io/team/teahouse:1', by: 'pipeline' },
    ]);
    expect(workshop.world.get('Deployment', KEY)).toBeUndefined();
    workshop.ticks(30);
    expect(resolveReference(workshop.world, 'team/teahouse:1')).toBeDefined();
    expect(deploymentOf(workshop).spec.template.spec.containers[0]?.image).toBe('team/teahouse:1');
    expect(workshop.world.get('ConfigMap', 'default/menu')?.data).toEqual({ tea: 'green' });
    expect(orderOf(workshop).deliveredTick).not.toBeNull();
  });

  test('BUILD-22 an order of an official image is applied at once', () => {
    const workshop = new Workshop();
    workshop.order({ key: 'first', image: 'villa', manifests: [aDeployment('teahouse', { image: 'villa' })] });
    expect(workshop.ticks(1).world.get('Deployment', KEY)).toBeDefined();
  });

  test('BUILD-23 what the registry has is not built again, and an outage only delays', () => {
    const workshop = delivered();
    workshop.order({ key: 'second', dockerfile: TEAHOUSE, image: IMAGE, manifests: [aConfigMap('more')] });
    workshop.ticks(5);
    expect(workshop.world.count('Build')).toBe(1);
    expect(workshop.world.get('ConfigMap', 'default/more')).toBeDefined();

    const late = new Workshop();
    late.order({ key: 'first', dockerfile: TEAHOUSE, image: IMAGE, manifests: MANIFESTS });
    late.ticks(25);
    setRegistryAvailable(late.world, false);
    late.ticks(10);
    expect([...late.world.list('Push')]).toMatchObject([{ state: 'failed' }]);
    setRegistryAvailable(late.world, true);
    late.ticks(10);
    expect(late.world.get('Deployment', KEY)).toBeDefined();
  });

  test('BUILD-24 a newer order replaces what an older one made', () => {
    const workshop = delivered();
    workshop.order({ key: 'a-second', image: 'villa', manifests: [aDeployment('teahouse', { image: 'villa' })] });
    workshop.ticks(3);
    expect(deploymentOf(workshop).spec.template.spec.containers[0]?.image).toBe('villa');
    expect(orderOf(workshop, 'a-second').deliveredTick).not.toBeNull();
    deleteObject(workshop.world, 'Deployment', KEY);
    workshop.ticks(RESYNC_TICKS + 5);
    expect(deploymentOf(workshop).spec.template.spec.containers[0]?.image).toBe('villa');
  });

  test('BUILD-24 what a player changed or made stays', () => {
    const workshop = delivered();
    act(workshop.world, { verb: 'apply', manifest: aDeployment('teahouse', { image: 'hut', replicas: 7 }) });
    workshop.ticks(RESYNC_TICKS + 5);
    expect(deploymentOf(workshop).spec).toMatchObject({ replicas: 7 });

    const early = new Workshop();
    early.ticks(3);
    early.order({ key: 'first', dockerfile: TEAHOUSE, image: IMAGE, manifests: MANIFESTS });
    act(early.world, { verb: 'apply', manifest: aDeployment('teahouse', { image: 'hut', replicas: 7 }) });
    early.ticks(RESYNC_TICKS + 40);
    expect(deploymentOf(early).spec).toMatchObject({ replicas: 7 });
    expect(orderOf(early).deliveredTick).not.toBeNull();
  });

  test('BUILD-25 what is gone comes back, in time', () => {
    const workshop = delivered();
    deleteObject(workshop.world, 'ConfigMap', 'default/menu');
    workshop.ticks(1);
    expect(orderOf(workshop).missingSinceTick).toBe(workshop.world.tick);
    workshop.ticks(RESYNC_TICKS - 1);
    expect(workshop.world.get('ConfigMap', 'default/menu')).toBeUndefined();
    workshop.ticks(2);
    expect(workshop.world.get('ConfigMap', 'default/menu')).toBeDefined();
    expect(orderOf(workshop).missingSinceTick).toBeNull();
  });

  test('BUILD-26 by hand it does nothing, and switched on it begins', () => {
    const workshop = new Workshop();
    const byHand = { ...must(workshop.world.get('LoopSwitch', 'builder'), 'switch'), mode: 'hand' } as const;
    workshop.world.put(byHand);
    workshop.world.put({ kind: 'Player', key: 'player0001', nickname: 'Lin', connected: true });
    workshop.order({ key: 'first', dockerfile: TEAHOUSE, image: IMAGE, manifests: MANIFESTS });
    workshop.ticks(5);
    expect(workshop.world.count('Build')).toBe(0);
    workshop.world.put({ ...byHand, mode: 'auto' });
    workshop.ticks(1);
    expect(workshop.world.count('Build')).toBe(1);
  });

  test('a workshop that is restored at any tick goes on as if it had not been', () => {
    const script = (workshop: Workshop, tick: number) => {
      const { world } = workshop;
      if (tick === 2) workshop.order({ key: 'first', dockerfile: TEAHOUSE, image: IMAGE, manifests: MANIFESTS });
      if (tick === 10) act(world, { verb: 'build', reference: 'team/x', dockerfile: 'FROM hut\nRUN paint' });
      if (tick === 20) act(world, { verb: 'push', reference: 'team/x' });
      if (tick === 27) setRegistryAvailable(world, false);
      if (tick === 30) act(world, { verb: 'restartRegistry' });
      if (tick === 60) deleteObject(world, 'ConfigMap', 'default/menu');
      if (tick === 70) act(world, { verb: 'apply', manifest: aDeployment('teahouse', { image: 'hut' }) });
      if (tick === 80) workshop.order({ key: 'second', image: 'villa', manifests: [aDeployment('teahouse')] });
      if (tick === 90) deleteObject(world, 'Deployment', KEY);
    };
    const straight = new Workshop();
    let restored = new Workshop();
    for (let tick = 0; tick < 260; tick += 1) {
      script(straight, tick);
      script(restored, tick);
      straight.ticks(1);
      restored = restored.ticks(1).restored();
      const hashes = [straight, restored].map(({ world }) => formatHash(world.hash()));
      expect([tick, hashes[0]]).toEqual([tick, hashes[1]]);
    }
    expect(straight.world.get('ConfigMap', 'default/menu')).toBeDefined();
    expect(deploymentOf(straight).spec.template.spec.containers[0]?.image).toBe('docker.io/library/hut:1.0');
  });
});
