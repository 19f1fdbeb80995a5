import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { must } from '../../../shared/base/assert.ts';
import { MIB } from '../../../shared/base/integers.ts';
import { imageSchema } from '../../../shared/api/world/image.ts';
import { explainBuild } from '../../../shared/cluster/build/explain.ts';
import { officialImage } from '../../../shared/cluster/registry/seed.ts';
import { OFFICIAL_IMAGES } from '../../../shared/cluster/build/catalogue/bases.ts';
import { runEffects } from '../../../shared/cluster/build/run/effects.ts';
import { act, aWorld } from '../../support/builders.ts';
import { TEAHOUSE, Workshop } from '../../support/workshop.ts';

const REFERENCE = 'team/teahouse:1';

function imageOf(dockerfile: string) {
  return new Workshop().build(REFERENCE, dockerfile).image;
}

describe('materials', () => {
  test('BUILD-8 a base is fetched once; one from the backpack costs nothing', () => {
    const workshop = new Workshop();
    const first = workshop.build(REFERENCE, 'FROM villa\nRUN paint');
    expect(first.steps[0]).toMatchObject({ cached: false, ticks: 45, bytes: 900 * MIB });
    const second = workshop.build('team/other', 'FROM villa:1.0\nRUN dig-well');
    expect(second.steps[0]).toMatchObject({ cached: true, ticks: 0 });
    const third = workshop.build('team/third', `FROM ${REFERENCE}\nRUN paint`);
    expect(third.steps[0]).toMatchObject({ cached: true, ticks: 0 });
    expect(third.image.layers.slice(0, -1)).toEqual(first.image.layers);
    expect(imageOf('FROM scratch\nCOPY teahouse/v1 /').layers).toHaveLength(1);
  });

  test('BUILD-9 work adds up over the commands of a line', () => {
    const { config } = imageOf('FROM hut');
    const workOf = (line: string) => {
      const { bytes, ticks } = runEffects(
        { command: { words: [line], isShell: true }, files: [] },
        { config, directories: [], args: {}, overlays: [] },
      );
      return { bytes, ticks };
    };
    expect(workOf('carry-stone')).toEqual({ bytes: 40 * MIB, ticks: 8 });
    expect(workOf('carry-stone 2 && draw-plan')).toEqual({ bytes: 81 * MIB, ticks: 19 });
    expect(workOf('apk add --no-cache stone wood')).toEqual(workOf('搬石头 && 砍木头'));
    expect(workOf('sing a song')).toEqual({ bytes: MIB, ticks: 2 });
    expect(workOf('constructor')).toEqual({ bytes: MIB, ticks: 2 });
  });

  test.each([
    ['FROM palace', 'dockerfileBaseUnknown'],
    ['FROM hut\nCOPY teahouse/v9 /', 'dockerfileCopyMissing'],
    ['ARG A=1', 'dockerfileNoFrom'],
    ['FROM hut\nCOPY teahouse/v1 teahouse/v2 c', 'dockerfileCopyDirectory'],
    ['FROM hut\nCOPY --from=1 / /', 'dockerfileStageUnknown'],
    ['FROM hut\nCOPY --from=palace / /', 'dockerfileBaseUnknown'],
    ['FROM scratch\nRUN paint', 'dockerfileRunFailed'],
    ['FROM hut\nRUN apt-get install curl', 'dockerfileRunFailed'],
    ['FROM debian\nRUN apt-get install -y curl', 'dockerfileRunFailed'],
    ['FROM hut\nRUN go build', 'dockerfileRunFailed'],
    ['FROM hut\nLABEL podville.style=igloo', 'dockerfileStyle'],
    ['FROM hut\nEXPOSE 99999', 'dockerfilePort'],
    ['FROM hut\nWORKDIR ${', 'dockerfileVariable'],
    [`FROM hut\nENV A=${'a'.repeat(5000)}`, 'dockerfileTooLong'],
  ])('BUILD-10 %j is refused: %s', (dockerfile, key) => {
    const world = aWorld();
    const { revision } = world;
    expect(act(world, { verb: 'build', reference: REFERENCE, dockerfile })).toMatchObject({ code: 422, key });
    expect(world.revision).toBe(revision);
    expect(explainBuild(world, dockerfile)).toMatchObject({ errors: [{ key }] });
  });

  test('BUILD-11 the command chooses the program that the files brought, the last one on top', () => {
    const program = (lines: string) => imageOf(`FROM hut\n${lines}`).config.program;
    expect(program('COPY teahouse/v1 /\nCMD ["teahouse"]')).toMatchObject({ name: 'teahouse', capacityRps: 30 });
    expect(program('COPY teahouse/v1 /\nCOPY teahouse/v2 /\nCMD teahouse --open')).toMatchObject({ capacityRps: 40 });
    expect(program('COPY teahouse/leaky /\nCMD ["/srv/teahouse"]')).toMatchObject({ leakBytesPerTick: 2 * MIB });
    expect(program('COPY teahouse/broken /\nCMD ["teahouse"]')).toMatchObject({ exit: { code: 1, afterTicks: 1 } });
    expect(program('COPY bakery/v1 /\nCMD exec bakery')).toMatchObject({ requiredEnv: ['RECIPE'] });
    expect(program('COPY teahouse/v1 /')).toMatchObject({ name: 'hut' });
  });

  test('BUILD-11 a command that names no program ends at once with code 127', () => {
    const program = (lines: string) => imageOf(`FROM hut\n${lines}`).config.program;
    const exit = { afterTicks: 0, code: 127 };
    expect(program('CMD ["teahouse"]')).toMatchObject({
      exit: { ...exit, lastWords: 'exec: "teahouse": executable file not found in $PATH' },
    });
    expect(program('CMD teahouse')).toMatchObject({ exit: { ...exit, lastWords: '/bin/sh: teahouse: not found' } });
    expect(program('CMD ["constructor"]')).toMatchObject({ exit });
  });

  test('BUILD-12 the style comes from the label, or from the base', () => {
    expect(imageOf(TEAHOUSE).style).toBe('courtyard');
    expect(imageOf(`${TEAHOUSE}LABEL podville.style=teahouse`).style).toBe('teahouse');
  });

  test('the configuration holds what the blueprint says', () => {
    const { config } = imageOf(
      'FROM hut\nENV A=1\nENV B="$A 2"\nEXPOSE 80 90-91/tcp\nUSER keeper\nWORKDIR srv\nHEALTHCHECK CMD knock\nLABEL a=b',
    );
    expect(config).toMatchObject({
      env: { A: '1', B: '1 2' },
      exposedPorts: [80, 90, 91, 8080],
      user: 'keeper',
      workdir: '/srv',
      healthcheck: 'knock',
      labels: { a: 'b' },
      command: ['hut'],
    });
  });
});

describe('stages', () => {
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
        `FROM ${base}\nWORKDIR /app\nCOPY canteen-src/package.json canteen-src/server.js ./\n${install}\nCMD ["node", "server.js"]`,
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
});

describe('layers', () => {
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

  test('the official houses are images like any other', () => {
    for (const official of OFFICIAL_IMAGES.filter(({ publisher }) => publisher === undefined)) {
      const { program, exposedPorts } = imageSchema.parse(officialImage(official)).config;
      expect(program.name).toBe(official.port === null ? 'sh' : official.name);
      expect(exposedPorts).toHaveLength(official.port === null ? 0 : 1);
    }
  });
});

describe('building', () => {
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
});
