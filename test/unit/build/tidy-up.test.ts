import { expect, test } from 'vitest';
import { explainBuild } from '../../../shared/cluster/build/explain.ts';
import { Workshop } from '../../support/workshop.ts';

const REFERENCE = 'team/teahouse:1';

test('BUILD-34 the cache keeps the steps used last, and images that nobody holds go', () => {
  const workshop = new Workshop();
  const { world } = workshop;
  const official = world.keys('Image');
  const kept = workshop.build('team/kept:1', 'FROM hut\nRUN paint kept');
  workshop.push('team/kept:1');
  const used = workshop.build(REFERENCE, 'FROM hut\nRUN paint used');
  const painted = (number: number) => `FROM hut\n${'RUN paint\n'.repeat(9)}RUN paint ${number}\nRUN dig-well ${number}`;
  for (let number = 1; number <= 260; number += 1) {
    workshop.build(REFERENCE, painted(number));
    if (number % 50 === 0) workshop.build('team/used:1', 'FROM hut\nRUN paint used');
  }
  expect(world.count('BuildCacheEntry')).toBe(500);
  const wasHit = (dockerfile: string) => {
    const plan = explainBuild(world, dockerfile);
    return 'steps' in plan && plan.steps.every(({ cached }) => cached);
  };
  expect(wasHit('FROM hut\nRUN paint used')).toBe(true);
  expect(wasHit(painted(260))).toBe(true);
  expect(wasHit(painted(1))).toBe(false);
  expect(wasHit('FROM hut\nRUN paint kept')).toBe(false);
  expect(world.count('Image')).toBeLessThanOrEqual(200);
  expect(world.keys('Image')).toEqual(expect.arrayContaining([...official, kept.digest, used.digest]));
  expect(workshop.restored().world.hash()).toEqual(world.hash());
});
