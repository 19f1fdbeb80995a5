/** A build from its order to the image in the backpack. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { explainBuild } from '../../../shared/cluster/build/explain.ts';
import { act, aWorld } from '../../support/builders.ts';
import { TEAHOUSE, Workshop } from '../../support/workshop.ts';

const REFERENCE = 'team/teahouse:1';

test('BUILD-18 BUILD-19 it takes the sum of its steps, and is there at the end, not before', () => {
  const workshop = new Workshop();
  act(workshop.world, { verb: 'build', reference: REFERENCE, dockerfile: TEAHOUSE });
  const [build] = [...workshop.world.list('Build')];
  expect(build?.steps.map(({ line, cached, ticks }) => [line, cached, ticks])).toEqual([
    [2, false, 9],
    [3, false, 13],
    [4, false, 1],
    [5, false, 0],
    [6, false, 0],
  ]);
  workshop.ticks(22);
  expect(workshop.world.count('LocalTag')).toBe(0);
  expect(workshop.world.count('BuildCacheEntry')).toBe(0);
  workshop.ticks(1);
  expect(workshop.world.get('LocalTag', `docker.io/${REFERENCE}`)?.digest).toBe(build?.digest);
  const again = workshop.build(REFERENCE, TEAHOUSE);
  expect(again.steps.every(({ cached, ticks }) => cached && ticks === 0)).toBe(true);
  expect(again.doneTick - again.startedTick).toBe(1);
});

test('BUILD-20 one build of a reference at a time, eight in all, and no digest in a new name', () => {
  const world = aWorld();
  const build = (reference: string) => act(world, { verb: 'build', reference, dockerfile: TEAHOUSE });
  expect(build(REFERENCE)).toBeNull();
  expect(build(`docker.io/${REFERENCE}`)).toMatchObject({ code: 409, key: 'alreadyBuilding' });
  expect(build('Team/House')).toMatchObject({ code: 422, key: 'tagInvalid' });
  expect(build(`team/house@sha256:${'a'.repeat(64)}`)).toMatchObject({ code: 422, key: 'tagInvalid' });
  for (let count = 2; count <= 8; count += 1) expect(build(`team/house:${count}`)).toBeNull();
  expect(build('team/house:9')).toMatchObject({ code: 429, key: 'tooManyBuilds' });
});

test('BUILD-21 the explanation predicts the build, whatever was built before', () => {
  const lines = [
    'RUN paint',
    'RUN carry-stone',
    'COPY teahouse/v1 /',
    'COPY . /',
    'ENV A=1',
    'EXPOSE 80',
    'CMD teahouse',
  ];
  const dockerfile = fc
    .tuple(fc.constantFrom('hut', 'courtyard'), fc.array(fc.constantFrom(...lines), { maxLength: 5 }))
    .map(([base, rest]) => [`FROM ${base}`, ...rest].join('\n'));
  fc.assert(
    fc.property(fc.array(dockerfile, { minLength: 1, maxLength: 4 }), (dockerfiles) => {
      const workshop = new Workshop();
      for (const text of dockerfiles) {
        const explained = explainBuild(workshop.world, text);
        if ('errors' in explained) throw new Error('a blueprint without problems');
        const built = workshop.build(REFERENCE, text);
        expect(explained.steps).toEqual(built.steps);
        expect(explained.ticks).toBe(built.doneTick - built.startedTick);
        // A hit never follows a miss.
        const cached = built.steps.map((step) => step.cached);
        expect(cached.lastIndexOf(true)).toBeLessThan(cached.includes(false) ? cached.indexOf(false) : cached.length);
      }
    }),
    { numRuns: 30 },
  );
});

test('BUILD-47 without the cache each step is done anew, but for a base that is there, and kept again', () => {
  const workshop = new Workshop();
  const { digest } = workshop.build(REFERENCE, TEAHOUSE);
  const asked = { verb: 'build', reference: REFERENCE, dockerfile: TEAHOUSE, noCache: true } as const;
  const explained = explainBuild(workshop.world, TEAHOUSE, { noCache: true });
  expect(act(workshop.world, asked)).toBeNull();
  const anew = [...workshop.world.list('Build')].at(-1);
  expect(anew?.steps.map(({ cached }) => cached)).toEqual([true, false, false, false, false]);
  expect(anew).toMatchObject({ digest, doneTick: workshop.world.tick + 14 });
  expect('steps' in explained && explained.steps).toEqual(anew?.steps);
  workshop.ticks(14);
  expect(workshop.build(REFERENCE, TEAHOUSE).steps.every(({ cached }) => cached)).toBe(true);
});
