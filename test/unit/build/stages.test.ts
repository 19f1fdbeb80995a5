/** Stages, and what their instructions need. */
import { expect, test } from 'vitest';
import { must } from '../../../shared/base/assert.ts';
import { MIB } from '../../../shared/base/integers.ts';
import { explainBuild } from '../../../shared/cluster/build/explain.ts';
import { act, aWorld } from '../../support/builders.ts';
import { Workshop } from '../../support/workshop.ts';

const REFERENCE = 'team/teahouse:1';

function imageOf(dockerfile: string) {
  return new Workshop().build(REFERENCE, dockerfile).image;
}

const COMPILED = `FROM golang:1.25 AS build
WORKDIR /src
COPY teahouse-src/ ./
RUN go build -o /out/teahouse .
FROM alpine:3.22
COPY --from=build /out/teahouse /usr/bin/
CMD ["teahouse"]
`;

test('BUILD-28 what was only needed to build stays behind', () => {
  const workshop = new Workshop();
  const { image, steps } = workshop.build(REFERENCE, COMPILED);
  expect(image.layers.map(({ bytes }) => bytes / MIB)).toEqual([8, 7]);
  expect(image.config.program).toMatchObject({ name: 'teahouse', capacityRps: 40 });
  expect(image.config.packages).toEqual({ musl: '1.2.5', busybox: '1.37.0', openssl: '3.5.4' });
  expect(steps).toHaveLength(7);
  const whole = workshop.build(REFERENCE, `${COMPILED.split('FROM alpine')[0]}CMD ["/out/teahouse"]`);
  expect(whole.image.config.program.name).toBe('teahouse');
  expect(whole.image.layers.reduce((sum, { bytes }) => sum + bytes, 0)).toBeGreaterThan(800 * MIB);
});

test('BUILD-28 only needed stages are built, and a target may be named', () => {
  const workshop = new Workshop();
  const text = 'FROM palace AS dream\nFROM hut AS one\nRUN paint\nFROM hut AS two\nRUN dig-well\nFROM one';
  expect(workshop.build(REFERENCE, text).steps.map(({ line }) => line)).toEqual([2, 3, 6]);
  act(workshop.world, { verb: 'build', reference: REFERENCE, dockerfile: text, target: 'two' });
  expect([...workshop.world.list('Build')].at(-1)?.steps.map(({ line }) => line)).toEqual([4, 5]);
  const wrong = act(workshop.world, { verb: 'build', reference: 'team/x', dockerfile: text, target: 'three' });
  expect(wrong).toMatchObject({ key: 'dockerfileTarget' });
});

test('BUILD-28 a file that a later stage does not take is no reason to build again', () => {
  const workshop = new Workshop();
  workshop.build(REFERENCE, COMPILED);
  const again = workshop.build(REFERENCE, COMPILED.replace('RUN go', 'RUN draw-plan && go'));
  expect(again.steps.map(({ cached }) => cached)).toEqual([true, true, true, false, true, true, true]);
});

test('BUILD-30 triggers of a base are carried out by whoever builds on it', () => {
  const workshop = new Workshop();
  workshop.build('team/base', 'FROM hut\nONBUILD RUN paint\nONBUILD COPY teahouse/v1 /srv/');
  const { steps, image } = workshop.build(REFERENCE, 'FROM team/base\nCMD teahouse');
  expect(steps.map(({ instruction }) => instruction)).toEqual([
    'FROM team/base',
    'RUN paint',
    'COPY teahouse/v1 /srv/',
    'CMD teahouse',
  ]);
  expect(image.config.onBuild).toBeUndefined();
  expect(image.config.program.name).toBe('teahouse');
});

test('BUILD-31 packages need their manager, their lists, and leave no weight that the same RUN takes away', () => {
  const [plain, tidy] = ['', ' && rm -rf /var/lib/apt/lists/*'].map((rest) =>
    must(imageOf(`FROM debian\nRUN apt-get update && apt-get install -y curl${rest}`).layers.at(-1), 'layer'),
  );
  expect([plain?.bytes, tidy?.bytes]).toEqual([28 * MIB, 8 * MIB]);
  const late = imageOf('FROM debian\nRUN apt-get update\nRUN rm -rf /var/lib/apt/lists/*');
  expect(late.layers.slice(-2).map(({ bytes }) => bytes)).toEqual([20 * MIB, 0]);
  expect(imageOf('FROM alpine:3.14\nRUN apk upgrade').config.packages?.['openssl']).toBe('3.5.4');
});

test('BUILD-31 a script needs its interpreter and its modules', () => {
  const programOf = (base: string, install: string) =>
    imageOf(
      `FROM ${base}\nWORKDIR /app\nCOPY canteen-src/package*.json canteen-src/server.js ./\n${install}\nCMD ["node", "server.js"]`,
    ).config.program;
  expect(programOf('node:22-slim', 'RUN npm ci')).toMatchObject({ name: 'server.js', exit: null });
  expect(programOf('node:22-slim', '')).toMatchObject({ exit: { code: 1 } });
  expect(programOf('alpine', '')).toMatchObject({ exit: { code: 127 } });
});

test('BUILD-27 .dockerignore keeps out of COPY what it names', () => {
  const build = (dockerignore: string) => {
    const explained = explainBuild(aWorld(), 'FROM hut\nCOPY . /srv/', { dockerignore });
    return 'errors' in explained ? explained.errors[0]?.key : explained.addedBytes;
  };
  expect(build('.git\nlogs\n**/node_modules')).toBe(Number(build('')) - 250 * MIB);
  expect(build('[')).toBe('dockerignorePattern');
});

test('BUILD-32 ENTRYPOINT goes before CMD, and forgets the CMD of its base', () => {
  const workshop = new Workshop();
  const text = 'FROM hut\nCOPY teahouse/v1 /srv/\nENTRYPOINT ["teahouse"]\nCMD ["--open"]';
  workshop.build('team/base', text);
  const { config } = workshop.build(REFERENCE, 'FROM team/base\nENTRYPOINT ["hut"]').image;
  expect(config).toMatchObject({ entrypoint: ['hut'], command: [], program: { name: 'hut' } });
  expect(imageOf(text).config.program.name).toBe('teahouse');
});
