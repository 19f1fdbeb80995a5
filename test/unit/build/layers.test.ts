/** Layers and digests. */
import { expect, test } from 'vitest';
import { must } from '../../../shared/base/assert.ts';
import { MIB } from '../../../shared/base/integers.ts';
import { imageSchema } from '../../../shared/api/world/image.ts';
import { officialImage } from '../../../shared/cluster/registry/seed.ts';
import { OFFICIAL_IMAGES } from '../../../shared/cluster/build/catalogue/official-images.ts';
import { TEAHOUSE, Workshop } from '../../support/workshop.ts';

const REFERENCE = 'team/teahouse:1';

function imageOf(dockerfile: string) {
  return new Workshop().build(REFERENCE, dockerfile).image;
}

test('BUILD-15 RUN and COPY make layers, the rest makes none', () => {
  const { layers } = imageOf(TEAHOUSE);
  expect(layers.slice(4).map(({ createdBy, bytes }) => [createdBy, bytes / MIB])).toEqual([
    ['RUN carry-stone && cut-wood', 56],
    ['COPY teahouse/v1 /srv/', 8],
  ]);
  expect(imageSchema.safeParse(imageOf(TEAHOUSE)).success).toBe(true);
});

test('BUILD-16 the same blueprint has the same digest in any team, at any time, cached or not', () => {
  const mine = new Workshop();
  const digest = mine.build(REFERENCE, TEAHOUSE).digest;
  const theirs = new Workshop({ settings: { seed: 99, registryNamespace: 'blue' } }).ticks(5);
  theirs.build('blue/other', 'FROM courtyard\nRUN carry-stone && cut-wood');
  expect(theirs.build('blue/teahouse', TEAHOUSE.replace('# A tea', '# The same tea')).digest).toBe(digest);
  expect(mine.build('team/teahouse:2', TEAHOUSE).digest).toBe(digest);
  expect(mine.build('team/teahouse:2', TEAHOUSE.replace('v1', 'v2')).digest).not.toBe(digest);
});

test('BUILD-17 a copied layer is the same on another base', () => {
  const last = (dockerfile: string) => must(imageOf(dockerfile).layers.at(-1), 'layer').digest;
  expect(last('FROM hut\nCOPY teahouse/v1 /')).toBe(last('FROM villa\nRUN paint\nCOPY teahouse/v1 /'));
  expect(last('FROM hut\nRUN paint')).not.toBe(last('FROM villa\nRUN paint'));
});

test('REG-6 the official images are images like any other: who serves has a port, who does not ends at once', () => {
  for (const official of OFFICIAL_IMAGES.filter(({ publisher }) => publisher === undefined)) {
    const { program, exposedPorts } = imageSchema.parse(officialImage(official)).config;
    expect(program.exit?.afterTicks ?? null, official.name).toBe(official.port === null ? 0 : null);
    expect(program.capacityRps > 0, official.name).toBe(official.port !== null);
    expect(exposedPorts[0] ?? null).toBe(official.port);
  }
});
