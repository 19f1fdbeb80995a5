import { describe, expect, test } from 'vitest';
import { must } from '../../../shared/base/assert.ts';
import { MIB } from '../../../shared/base/integers.ts';
import type { Actor } from '../../../shared/cluster/actor.ts';
import { resolveReference } from '../../../shared/cluster/registry/reference.ts';
import { ADVISORIES } from '../../../shared/cluster/registry/advisories.ts';
import { compareVersions, scanImage } from '../../../shared/cluster/registry/scan.ts';
import { act } from '../../support/builders.ts';
import { TEAHOUSE, Workshop } from '../../support/workshop.ts';

const REFERENCE = 'team/teahouse:1';

function shipped(): Workshop {
  const workshop = new Workshop();
  workshop.build(REFERENCE, TEAHOUSE);
  workshop.push(REFERENCE);
  return workshop;
}

const imageOf = ({ world }: Workshop, reference: string) =>
  must(world.get('Image', must(resolveReference(world, reference), 'digest')), 'image');
const builder: Actor = { type: 'player', id: 'player0001' };

describe('scan', () => {
  const idsOf = (workshop: Workshop, reference: string) =>
    scanImage(ADVISORIES, imageOf(workshop, reference)).map(({ id, severity }) => `${severity} ${id}`);

  test('REG-18 the base decides what a scan finds, the worst first', () => {
    const workshop = new Workshop();
    expect(idsOf(workshop, 'alpine:3.22')).toEqual([]);
    expect(idsOf(workshop, 'alpine:3.14')).toEqual([
      'critical PVA-2022-1',
      'high PVA-2021-6',
      'high PVA-2023-7',
      'medium PVA-2024-2',
      'low PVA-2020-5',
    ]);
    expect(idsOf(workshop, 'villa')[0]).toBe('critical PVA-2021-4');
    expect(idsOf(workshop, 'debian:12-slim').length).toBeLessThan(idsOf(workshop, 'debian:12').length);
  });

  test('REG-18 an upgrade in the blueprint, or another version of a package, changes what is found', () => {
    const workshop = new Workshop();
    workshop.build('team/old', 'FROM alpine:3.14\nRUN apk upgrade');
    expect(
      scanImage(ADVISORIES, workshop.build('team/old', 'FROM alpine:3.14\nRUN apk upgrade').image).map(
        ({ package: name }) => name,
      ),
    ).toEqual(['busybox', 'musl']);
    const { image } = workshop.build('team/risky', 'FROM alpine\nRUN apk add log4shell-demo=2.14.0');
    expect(scanImage(ADVISORIES, image)).toMatchObject([{ id: 'PVA-2021-4', version: '2.14.0', fixedIn: '2.14.1' }]);
  });

  test.each([
    ['3.0.9', '3.0.10', -1],
    ['3.5', '3.5.0', 0],
    ['1.1.1w', '1.1.1', 0],
    ['10', '9.9', 1],
  ])('REG-18 %s against %s', (a, b, sign) => expect(Math.sign(compareVersions(a, b))).toBe(sign));
});

describe('signatures and quarantine', () => {
  test('REG-19 a team signs what stands on its shelf; a signature is for one digest', () => {
    const workshop = shipped();
    const sign = (reference: string) => act(workshop.world, { verb: 'sign', reference }, builder);
    expect(sign('team/nothing')).toMatchObject({ code: 404 });
    expect(sign('hut')).toMatchObject({ code: 403, key: 'pushDeniedOfficial' });
    expect(sign(REFERENCE)).toBeNull();
    expect(sign(REFERENCE)).toMatchObject({ code: 409, key: 'imageSigned' });
    workshop.build(REFERENCE, TEAHOUSE.replace('v1', 'v2'));
    workshop.push(REFERENCE);
    expect(sign(REFERENCE)).toBeNull();
    expect([...workshop.world.list('Signature')].filter(({ namespace }) => namespace === 'team')).toHaveLength(2);
  });

  test('REG-20 quarantine is laid on a digest once, and lifted once', () => {
    const { world } = shipped();
    const lay = (quarantined: boolean) => act(world, { verb: 'quarantine', reference: REFERENCE, quarantined });
    expect(lay(false)).toMatchObject({ code: 409, key: 'imageNotQuarantined' });
    expect(lay(true)).toBeNull();
    expect(lay(true)).toMatchObject({ code: 409, key: 'imageQuarantined' });
    expect(lay(false)).toBeNull();
    expect(world.count('Quarantine')).toBe(0);
  });
});

describe('tags', () => {
  test('REG-21 an immutable tag stands; the same digest again, and a new tag, may be pushed', () => {
    const workshop = shipped();
    act(workshop.world, { verb: 'protectTags', repository: 'team/teahouse', immutable: true });
    workshop.push(REFERENCE);
    workshop.build(REFERENCE, TEAHOUSE.replace('v1', 'v2'));
    expect(act(workshop.world, { verb: 'push', reference: REFERENCE })).toMatchObject({
      code: 409,
      key: 'tagImmutable',
    });
    workshop.build('team/teahouse:2', TEAHOUSE.replace('v1', 'v2'));
    expect(workshop.push('team/teahouse:2').state).toBe('done');
    act(workshop.world, { verb: 'protectTags', repository: 'team/teahouse', immutable: false });
    expect(workshop.push(REFERENCE).state).toBe('done');
  });

  test('REG-21 a push under way fails at its end when the tag came to stand meanwhile', () => {
    const workshop = shipped();
    workshop.build(REFERENCE, `${TEAHOUSE}RUN fire-bricks\n`);
    act(workshop.world, { verb: 'push', reference: REFERENCE });
    act(workshop.world, { verb: 'protectTags', repository: 'team/teahouse', immutable: true });
    workshop.ticks(20);
    expect([...workshop.world.list('Push')].at(-1)).toMatchObject({ state: 'failed', reason: 'TagImmutable' });
  });

  test('REG-22 a deleted tag leaves the digest; garbage collection takes that, and the layers that nothing holds', () => {
    const workshop = shipped();
    const digest = must(resolveReference(workshop.world, REFERENCE), 'digest');
    const collect = () => act(workshop.world, { verb: 'collectRegistryGarbage' });
    expect(collect()).toMatchObject({ code: 409, key: 'noRegistryGarbage' });
    expect(act(workshop.world, { verb: 'deleteTag', reference: REFERENCE })).toBeNull();
    expect(act(workshop.world, { verb: 'deleteTag', reference: REFERENCE })).toMatchObject({ code: 404 });
    expect(resolveReference(workshop.world, `team/teahouse@${digest}`)).toBe(digest);
    const before = workshop.world.count('Blob');
    expect(collect()).toBeNull();
    expect(before - workshop.world.count('Blob')).toBe(2);
    expect(resolveReference(workshop.world, `team/teahouse@${digest}`)).toBeUndefined();
    expect(resolveReference(workshop.world, 'courtyard')).toBeDefined();
    expect(workshop.push(REFERENCE).layers.filter(({ exists }) => !exists)).toHaveLength(2);
  });

  test('REG-22 a tag is deleted by its name: whoever names a digest is refused, and loses no tag', () => {
    const workshop = shipped();
    workshop.build('team/teahouse', TEAHOUSE);
    workshop.push('team/teahouse');
    const digest = must(resolveReference(workshop.world, REFERENCE), 'digest');
    for (const reference of [`team/teahouse@${digest}`, `${REFERENCE}@${digest}`]) {
      expect(act(workshop.world, { verb: 'deleteTag', reference })).toMatchObject({ code: 422, key: 'tagInvalid' });
    }
    expect(resolveReference(workshop.world, 'team/teahouse:latest')).toBe(digest);
    expect(resolveReference(workshop.world, REFERENCE)).toBe(digest);
  });

  test('REG-22 it waits for uploads', () => {
    const workshop = new Workshop();
    workshop.build(REFERENCE, TEAHOUSE);
    act(workshop.world, { verb: 'push', reference: REFERENCE });
    expect(act(workshop.world, { verb: 'collectRegistryGarbage' })).toMatchObject({ key: 'registryBusy' });
  });
});

describe('mounts', () => {
  test('REG-23 a layer of another repository is mounted, one of its own is there already', () => {
    const workshop = new Workshop();
    workshop.build(REFERENCE, TEAHOUSE);
    const { layers } = workshop.push(REFERENCE);
    expect(layers.map(({ exists, mountedFrom }) => [exists, mountedFrom])).toEqual([
      ...Array.from({ length: 4 }, () => [true, 'docker.io/library/courtyard']),
      [false, ''],
      [false, ''],
    ]);
    workshop.build('team/teahouse:2', `${TEAHOUSE}RUN paint\n`);
    expect(workshop.push('team/teahouse:2').layers.map(({ mountedFrom }) => mountedFrom)).toEqual(Array(7).fill(''));
    expect(layers.filter(({ exists }) => !exists).map(({ bytes }) => bytes / MIB)).toEqual([56, 8]);
  });
});
