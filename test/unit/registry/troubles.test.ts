/** What may ail an open registry: a choked road, a limit that others used up, a full disk, what comes out about an image. */
import { describe, expect, test } from 'vitest';
import { MIB } from '../../../shared/base/integers.ts';
import { must } from '../../../shared/base/assert.ts';
import { registryOf, setRegistryAvailable } from '../../../shared/cluster/registry/availability.ts';
import { freeBytes } from '../../../shared/cluster/registry/disk.ts';
import { disclose, nextVersion } from '../../../shared/cluster/registry/patched-bases.ts';
import { isPullLimitReached } from '../../../shared/cluster/registry/records.ts';
import { resolveReference } from '../../../shared/cluster/registry/reference.ts';
import { advisoriesOf, scanImage } from '../../../shared/cluster/registry/scan.ts';
import { isSigned } from '../../../shared/cluster/registry/signatures.ts';
import type { Store } from '../../../shared/store/store.ts';
import { act, podOf } from '../../support/builders.ts';
import { Town } from '../../support/keeper.ts';
import { boundPod, publishHouse } from '../../support/village.ts';
import { TEAHOUSE, Workshop } from '../../support/workshop.ts';

const phaseOf = ({ world }: Town, name: string) => podOf(world, name).status.phase;
const REFERENCE = 'team/teahouse:1';

/** No room but for so much. */
function fillUp(world: Store, leftBytes: number): void {
  world.put({ ...registryOf(world), junkBytes: freeBytes(world) - leftBytes });
}

function built(): Workshop {
  const workshop = new Workshop({ settings: { pushBandwidthBytesPerTick: 8 * MIB } });
  workshop.build(REFERENCE, TEAHOUSE);
  return workshop;
}

describe('a choked road', () => {
  test('REG-30 slows pulls that are under way, for all of them together; a restart frees it', () => {
    const town = new Town({ nodes: 2, settings: { nodeBandwidthBytesPerTick: 4 * MIB } });
    publishHouse(town.world, 'house:1', { layersMib: [80] });
    boundPod(town.world, 'one');
    boundPod(town.world, 'two', { node: 'node-2' });
    town.ticks(6);
    town.world.put({ ...registryOf(town.world), chokedBytesPerTick: MIB });
    town.ticks(1);
    expect([...town.world.list('ImagePull')].map(({ bytesPerTick }) => bytesPerTick)).toEqual([MIB / 2, MIB / 2]);
    town.ticks(40);
    expect([phaseOf(town, 'one'), phaseOf(town, 'two')]).toEqual(['Pending', 'Pending']);
    expect(act(town.world, { verb: 'restartRegistry' })).toBeNull();
    expect(registryOf(town.world).available).toBe(false);
    town.ticks(80);
    expect(registryOf(town.world)).not.toHaveProperty('chokedBytesPerTick');
    expect([phaseOf(town, 'one'), phaseOf(town, 'two')]).toEqual(['Running', 'Running']);
    expect(act(town.world, { verb: 'restartRegistry' })).toMatchObject({ key: 'registryNotDown' });
  });
});

describe('a limit that strangers used up', () => {
  function struck(): Town {
    const town = new Town({ nodes: 2 });
    publishHouse(town.world, 'house:1');
    boundPod(town.world, 'early');
    town.ticks(15);
    town.world.put({ ...registryOf(town.world), strangersUntilTick: town.world.tick + 21_600 });
    return town;
  }

  test('REG-31 who has the image goes on; a fresh node gets 429, until we pull in our own name', () => {
    const town = struck();
    boundPod(town.world, 'cached');
    boundPod(town.world, 'fresh', { node: 'node-2' });
    town.ticks(30);
    expect([phaseOf(town, 'cached'), phaseOf(town, 'fresh')]).toEqual(['Running', 'Pending']);
    expect(town.messages('Failed').join('\n')).toContain('toomanyrequests');
    expect(act(town.world, { verb: 'loginRegistry' })).toBeNull();
    expect(act(town.world, { verb: 'loginRegistry' })).toMatchObject({ key: 'registryLoggedIn' });
    town.ticks(60);
    expect(phaseOf(town, 'fresh')).toBe('Running');
  });

  test('REG-31 time heals it, and an account has a limit of its own, counted from the login', () => {
    const { world } = struck();
    expect(isPullLimitReached(world)).toBe(true);
    world.tick += 21_600;
    expect(isPullLimitReached(world)).toBe(false);
    const record = must([...world.list('PullRecord')][0], 'record');
    const pull = (count: number) => {
      for (let number = 0; number < count; number += 1)
        world.put({
          ...record,
          key: `${String(world.tick).padStart(8, '0')}|node-1|h${world.count('PullRecord')}`,
          startedTick: world.tick,
        });
    };
    pull(250);
    world.tick += 1;
    expect(act(world, { verb: 'loginRegistry' })).toBeNull();
    expect(isPullLimitReached(world)).toBe(false);
    world.tick += 1;
    pull(200);
    expect(isPullLimitReached(world)).toBe(true);
  });

  test('REG-31 nobody logs in at a registry that is shut', () => {
    const { world } = struck();
    setRegistryAvailable(world, false);
    expect(act(world, { verb: 'loginRegistry' })).toMatchObject({ key: 'registryDown' });
  });
});

describe('a full disk', () => {
  test('REG-32 a push that brings more than fits is refused, and has changed nothing', () => {
    const { world } = built();
    fillUp(world, 20 * MIB);
    const { revision } = world;
    expect(act(world, { verb: 'push', reference: REFERENCE })).toMatchObject({ key: 'registryFull', code: 500 });
    expect(world.revision).toBe(revision);
  });

  test('REG-32 a push that is under way fails where its next layer does not fit; what arrived stays', () => {
    const workshop = built();
    const { world } = workshop;
    expect(act(world, { verb: 'push', reference: REFERENCE })).toBeNull();
    const layers = must([...world.list('Push')][0], 'push').layers.filter(({ exists }) => !exists);
    fillUp(world, must(layers[0], 'layer').bytes);
    workshop.ticks(30);
    expect([...world.list('Push')][0]).toMatchObject({ state: 'failed', reason: 'RegistryFull' });
    expect(layers.map(({ digest }) => world.get('Blob', digest) !== undefined)).toEqual([true, false]);
    expect(world.get('Tag', `docker.io/${REFERENCE}`)).toBeUndefined();
  });

  test('REG-32 layers that are there need no room, and garbage collection takes what nobody finished', () => {
    const workshop = built();
    const { world } = workshop;
    workshop.push(REFERENCE);
    fillUp(world, 0);
    workshop.build('team/teahouse:2', TEAHOUSE);
    expect(act(world, { verb: 'push', reference: 'team/teahouse:2' })).toBeNull();
    workshop.ticks(5);
    expect(act(world, { verb: 'collectRegistryGarbage' })).toBeNull();
    expect(registryOf(world)).not.toHaveProperty('junkBytes');
    expect(freeBytes(world)).toBeGreaterThan(1024 * MIB);
    expect(act(world, { verb: 'collectRegistryGarbage' })).toMatchObject({ key: 'noRegistryGarbage' });
  });
});

describe('what comes out about an image', () => {
  test('REG-33 is known to every scan from then on; the official images are patched under their tags', () => {
    const workshop = new Workshop();
    const { world } = workshop;
    const scan = (reference: string) => {
      const image = must(world.get('Image', resolveReference(world, reference) ?? ''), reference);
      return scanImage(advisoriesOf(world), image).map(({ severity }) => severity);
    };
    const old = must(resolveReference(world, 'hut:1.0'), 'hut');
    workshop.build(REFERENCE, 'FROM hut:1.0\nCMD ["hut"]');
    workshop.push(REFERENCE);
    expect(scan(REFERENCE)).not.toContain('critical');
    disclose(world, { package: 'busybox', fixedIn: nextVersion('1.37.0') });
    expect(scan(REFERENCE)).toContain('critical');
    expect(scan(`hut@${old}`)).toContain('critical');
    expect(scan('hut:1.0')).not.toContain('critical');
    expect(scan('fluent/fluentd:v1.19')).not.toContain('critical');
    expect(isSigned(world, 'fluent', resolveReference(world, 'fluent/fluentd:v1.19') ?? '')).toBe(true);
    expect(isSigned(world, 'library', must(resolveReference(world, 'hut:1.0'), 'hut'))).toBe(true);
    workshop.build('team/teahouse:2', 'FROM hut:1.0\nCMD ["hut"]');
    workshop.push('team/teahouse:2');
    expect(scan('team/teahouse:2')).not.toContain('critical');
  });

  test.each([
    ['1.37.0', '1.37.1'],
    ['3.5.4', '3.5.5'],
    ['2.36', '2.37'],
    ['1.1.1w', '1.1.2w'],
  ])('REG-33 after %s comes %s', (version, next) => expect(nextVersion(version)).toBe(next));
});
