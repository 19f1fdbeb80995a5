import { describe, expect, test } from 'vitest';
import { formatHash } from '../../../shared/base/hash.ts';
import { admissionPolicy } from '../../../shared/api/world/keeper.ts';
import { resolveReference } from '../../../shared/cluster/registry/reference.ts';
import { act, aDeployment, aPod } from '../../support/builders.ts';
import { Town } from '../../support/keeper.ts';

type Policy = Partial<ReturnType<typeof admissionPolicy.parse>>;

function guarded(policy: Policy): Town {
  const town = new Town();
  act(town.world, { verb: 'setAdmissionPolicy', policy: admissionPolicy.parse(policy) });
  return town;
}

const apply = ({ world }: Town, image: string, name = 'web') =>
  act(world, { verb: 'apply', manifest: aPod(name, { image }) });
const pods = ({ world }: Town) => world.count('Pod');

describe('admission policy', () => {
  test('REG-28 without one, every image may come in', () => {
    expect(apply(new Town(), 'palace:1')).toBeNull();
  });

  test('REG-28 digests only: a tag is refused, in the words of the image policy webhook', () => {
    const town = guarded({ digestsOnly: true });
    expect(apply(town, 'hut:1.0')).toMatchObject({
      code: 403,
      key: 'imageNotPinned',
      message:
        'pods "web" is forbidden: image policy webhook backend denied one or more images: image "hut:1.0" is not referenced by digest',
    });
    expect(apply(town, `hut@${resolveReference(town.world, 'hut')}`)).toBeNull();
  });

  test('REG-28 signatures: by the namespace that the image comes from', () => {
    const town = guarded({ requireSignature: true });
    expect(apply(town, 'hut')).toBeNull();
    expect(apply(town, 'palace', 'castle')).toMatchObject({ key: 'imageUnknown' });
    const stored = { verb: 'build', reference: 'team/house', dockerfile: 'FROM hut\nRUN paint' } as const;
    act(town.world, stored);
    town.ticks(10);
    act(town.world, { verb: 'push', reference: 'team/house' });
    town.ticks(10);
    expect(apply(town, 'team/house', 'own')).toMatchObject({ key: 'imageUnsigned', details: { namespace: 'team' } });
    act(town.world, { verb: 'sign', reference: 'team/house' });
    expect(apply(town, 'team/house', 'own')).toBeNull();
  });

  test('REG-28 severity: what the scan finds from there on is refused', () => {
    const town = guarded({ refuseSeverity: 'critical' });
    expect(apply(town, 'courtyard')).toBeNull();
    expect(apply(town, 'villa', 'palace')).toMatchObject({
      key: 'imageVulnerable',
      details: { count: 1, id: 'PVA-2021-4', fixedIn: '2.14.1' },
    });
    expect(apply(guarded({ refuseSeverity: 'high' }), 'courtyard')).toMatchObject({ key: 'imageVulnerable' });
  });

  test('REG-28 a pod that stands is not given an image that may not come in', () => {
    const town = guarded({ digestsOnly: true });
    const pinned = `hut@${resolveReference(town.world, 'hut')}`;
    expect(apply(town, pinned)).toBeNull();
    expect(apply(town, 'hut:1.0')).toMatchObject({ code: 403, key: 'imageNotPinned' });
    expect(town.world.get('Pod', 'default/web')?.spec.containers[0]?.image).toBe(pinned);
    act(town.world, { verb: 'setAdmissionPolicy', policy: admissionPolicy.parse({}) });
    expect(apply(town, 'hut:1.0')).toBeNull();
    act(town.world, { verb: 'setAdmissionPolicy', policy: admissionPolicy.parse({ digestsOnly: true }) });
    const labelled = { verb: 'apply', manifest: aPod('web', { image: 'hut:1.0', labels: { app: 'web' } }) } as const;
    expect(act(town.world, labelled)).toBeNull();
  });

  test('REG-29 a controller is refused, says so each time, and goes on with its next try when the reason is gone', () => {
    const town = guarded({ refuseSeverity: 'critical' });
    act(town.world, { verb: 'apply', manifest: aDeployment('palace', { image: 'villa', replicas: 2 }) });
    town.ticks(30);
    expect(pods(town)).toBe(0);
    const event = [...town.world.list('Event')].find(({ reason }) => reason === 'FailedCreate');
    expect(event).toMatchObject({ message: expect.stringContaining('image policy webhook backend denied') });
    expect(event?.count).toBe(6);
    act(town.world, { verb: 'setAdmissionPolicy', policy: admissionPolicy.parse({}) });
    town.ticks(20);
    expect(pods(town)).toBe(2);
  });

  test('REG-29 pods that stand are not asked again', () => {
    const town = new Town();
    act(town.world, { verb: 'apply', manifest: aDeployment('palace', { image: 'villa', replicas: 2 }) });
    town.ticks(5);
    act(town.world, { verb: 'setAdmissionPolicy', policy: admissionPolicy.parse({ refuseSeverity: 'critical' }) });
    town.ticks(5);
    expect(pods(town)).toBe(2);
    const [pod = ''] = town.world.keys('Pod');
    act(town.world, { verb: 'delete', kind: 'Pod', key: pod, gracePeriodSeconds: 0 });
    town.ticks(10);
    expect(pods(town)).toBe(1);
  });

  test('a guarded town that is restored at any tick goes on as if it had not been', () => {
    const straight = guarded({ digestsOnly: true });
    let restored = guarded({ digestsOnly: true });
    const script = ({ world }: Town, tick: number) => {
      if (tick === 2) act(world, { verb: 'apply', manifest: aDeployment('web', { image: 'hut:1.0' }) });
      if (tick === 3640) act(world, { verb: 'setAdmissionPolicy', policy: admissionPolicy.parse({}) });
      if (tick === 3645) act(world, { verb: 'scale', deployment: 'default/web', replicas: 2 });
    };
    for (let tick = 0; tick < 3660; tick += 1) {
      script(straight, tick);
      script(restored, tick);
      straight.ticks(1);
      restored = restored.ticks(1);
      if (tick < 20 || tick > 3590) restored = restored.restored();
      if (tick % 60 === 0 || tick > 3590) {
        expect([tick, formatHash(restored.world.hash())]).toEqual([tick, formatHash(straight.world.hash())]);
      }
    }
    expect(pods(straight)).toBeGreaterThan(0);
  });
});
