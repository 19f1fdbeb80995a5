import { describe, expect, test } from 'vitest';
import { must } from '../../../shared/base/assert.ts';
import { MIB } from '../../../shared/base/integers.ts';
import { setRegistryAvailable } from '../../../shared/cluster/registry/availability.ts';
import { publishImage } from '../../../shared/cluster/registry/publish.ts';
import { resolveReference } from '../../../shared/cluster/registry/reference.ts';
import { backpack, shelves } from '../../../shared/cluster/registry/shelves.ts';
import type { Verb } from '../../../shared/cluster/verbs/table.ts';
import { act, aWorld } from '../../support/builders.ts';
import { TEAHOUSE, Workshop } from '../../support/workshop.ts';

const REFERENCE = 'team/teahouse:1';
const KEY = `docker.io/${REFERENCE}`;

/** 56 MiB of stone and wood, then 8 MiB of tea house, at 8 MiB a tick. */
function built(): Workshop {
  const workshop = new Workshop({ settings: { pushBandwidthBytesPerTick: 8 * MIB } });
  workshop.build(REFERENCE, TEAHOUSE);
  return workshop;
}

describe('shelves', () => {
  test('REG-6 the official images stand under library/', () => {
    const items = shelves(aWorld());
    const houses = items.filter(({ name }) => /^(?:courtyard|hut|villa):/.test(name));
    expect(items.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['alpine:3.22', 'debian:12-slim', 'golang:1.25']),
    );
    expect(houses.map(({ name, bytes, style }) => [name, bytes / MIB, style])).toEqual([
      ['courtyard:1.0', 180, 'courtyard'],
      ['courtyard:latest', 180, 'courtyard'],
      ['hut:1.0', 12, 'hut'],
      ['hut:latest', 12, 'hut'],
      ['villa:1.0', 900, 'villa'],
      ['villa:latest', 900, 'villa'],
    ]);
    expect(items.every(({ namespace }) => namespace === 'library')).toBe(true);
  });

  test('REG-7 a tag moves; the digest that it left stays pullable', () => {
    const workshop = built();
    workshop.push(REFERENCE);
    const before = must(resolveReference(workshop.world, REFERENCE), 'digest');
    workshop.build(REFERENCE, TEAHOUSE.replace('v1', 'v2'));
    workshop.push(REFERENCE);
    const after = resolveReference(workshop.world, REFERENCE);
    expect(after).not.toBe(before);
    expect(resolveReference(workshop.world, `team/teahouse@${before}`)).toBe(before);
    expect(workshop.world.get('Image', before)?.key).toBe(before);
  });

  test('REG-9 an image of another team can be pulled, and publishing it twice writes nothing', () => {
    const mine = built();
    const image = must(mine.world.get('Image', must(backpack(mine.world)[0], 'item').digest), 'image');
    const theirs = aWorld({ settings: { registryNamespace: 'blue' } });
    const publication = { image, reference: KEY, namespace: 'team', by: 'player0001' };
    publishImage(theirs, publication);
    expect(resolveReference(theirs, REFERENCE)).toBe(image.key);
    const { revision } = theirs;
    theirs.tick += 1;
    publishImage(theirs, publication);
    expect(theirs.revision).toBe(revision);
  });
});

describe('push', () => {
  test('REG-10 what the backpack lacks cannot be pushed', () => {
    expect(act(aWorld(), { verb: 'push', reference: REFERENCE })).toMatchObject({ code: 404, key: 'imageNotLocal' });
  });

  test('REG-11 layers travel one after the other, and those of the base are skipped', () => {
    const workshop = built();
    const start = workshop.world.tick;
    act(workshop.world, { verb: 'push', reference: REFERENCE });
    const push = must(workshop.world.get('Push', `${KEY}@${start}`), 'push');
    expect(push.layers.map(({ bytes, exists, doneTick }) => [bytes / MIB, exists, doneTick - start])).toEqual([
      [5, true, 0],
      [95, true, 0],
      [60, true, 0],
      [20, true, 0],
      [56, false, 7],
      [8, false, 8],
    ]);
  });

  test('REG-12 the tag appears with the last layer', () => {
    const workshop = built();
    act(workshop.world, { verb: 'push', reference: REFERENCE });
    workshop.ticks(7);
    expect(resolveReference(workshop.world, REFERENCE)).toBeUndefined();
    expect(backpack(workshop.world)).toMatchObject([{ name: REFERENCE, isPushed: false }]);
    workshop.ticks(1);
    expect(resolveReference(workshop.world, REFERENCE)).toBe(workshop.world.get('LocalTag', KEY)?.digest);
    expect(backpack(workshop.world)).toMatchObject([{ name: REFERENCE, isPushed: true }]);
    expect([...workshop.world.list('Event')].map(({ reason }) => reason)).toEqual(['Built', 'Pushed']);
  });

  test('REG-11 a second push of the same image moves nothing and takes a tick', () => {
    const workshop = built();
    workshop.push(REFERENCE);
    const again = workshop.push(REFERENCE);
    expect(again.layers.every(({ exists }) => exists)).toBe(true);
    expect(again.doneTick - again.startedTick).toBe(1);
  });

  test.each([
    ['teahouse:1', 'pushDeniedOfficial', 403],
    ['blue/teahouse:1', 'pushDenied', 403],
    ['tea.example/team/teahouse:1', 'registryUnknown', 400],
  ])('REG-13 pushing %s is refused with %s', (reference, key, code) => {
    const workshop = new Workshop();
    workshop.build(reference, TEAHOUSE);
    const { revision } = workshop.world;
    expect(act(workshop.world, { verb: 'push', reference })).toMatchObject({ key, code });
    expect(workshop.world.revision).toBe(revision);
  });

  test('REG-14 an outage fails the push; what had arrived is not sent again', () => {
    const workshop = built();
    act(workshop.world, { verb: 'push', reference: REFERENCE });
    workshop.ticks(7);
    setRegistryAvailable(workshop.world, false);
    workshop.ticks(1);
    const [push] = [...workshop.world.list('Push')];
    expect(push).toMatchObject({ state: 'failed', reason: 'RegistryUnavailable' });
    expect(resolveReference(workshop.world, REFERENCE)).toBeUndefined();
    setRegistryAvailable(workshop.world, true);
    const again = workshop.push(REFERENCE);
    expect(again.layers.filter(({ exists }) => !exists).map(({ bytes }) => bytes / MIB)).toEqual([8]);
    expect(again.state).toBe('done');
  });

  test('REG-15 one push of a reference at a time', () => {
    const workshop = built();
    act(workshop.world, { verb: 'push', reference: REFERENCE });
    expect(act(workshop.world, { verb: 'push', reference: REFERENCE })).toMatchObject({ key: 'alreadyPushing' });
  });
});

describe('outage', () => {
  test('REG-16 neither push nor a build with a base to fetch can start', () => {
    const workshop = built();
    setRegistryAvailable(workshop.world, false);
    expect(act(workshop.world, { verb: 'push', reference: REFERENCE })).toMatchObject({
      code: 503,
      key: 'registryDown',
    });
    const villa = { verb: 'build', reference: 'team/villa', dockerfile: 'FROM villa' } as const;
    expect(act(workshop.world, villa)).toMatchObject({ code: 503, key: 'registryDown' });
    // The courtyard was fetched before.
    expect(act(workshop.world, { ...villa, dockerfile: 'FROM courtyard:1.0' })).toBeNull();
  });

  test('REG-16 what the keeper asks of the registry is refused as well, and garbage is swept', () => {
    const workshop = built();
    workshop.push(REFERENCE);
    setRegistryAvailable(workshop.world, false);
    const { revision } = workshop.world;
    const requests: readonly Verb[] = [
      { verb: 'sign', reference: REFERENCE },
      { verb: 'quarantine', reference: REFERENCE, quarantined: true },
      { verb: 'protectTags', repository: REFERENCE, immutable: true },
      { verb: 'deleteTag', reference: REFERENCE },
    ];
    for (const request of requests) {
      expect(act(workshop.world, request), request.verb).toMatchObject({ code: 503, key: 'registryDown' });
    }
    expect(workshop.world.revision).toBe(revision);
    expect(act(workshop.world, { verb: 'collectRegistryGarbage' })).not.toMatchObject({ code: 503 });
    setRegistryAvailable(workshop.world, true);
    for (const request of requests) expect(act(workshop.world, request), request.verb).toBeNull();
  });

  test('REG-17 a restart takes five ticks, and is refused when there is nothing to restart', () => {
    const workshop = new Workshop();
    const restart = () => act(workshop.world, { verb: 'restartRegistry' });
    expect(restart()).toMatchObject({ code: 409, key: 'registryNotDown' });
    setRegistryAvailable(workshop.world, false);
    expect(restart()).toBeNull();
    expect(restart()).toMatchObject({ code: 409, key: 'registryStarting', details: { ticks: 5 } });
    workshop.ticks(4);
    expect(workshop.world.get('Registry', 'registry')?.available).toBe(false);
    workshop.ticks(1);
    expect(workshop.world.get('Registry', 'registry')).toMatchObject({
      available: true,
      sinceTick: 5,
      startDoneTick: null,
    });
  });
});
