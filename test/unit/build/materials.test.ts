/** What a build is made of: bases, the work of RUN, files, programs. */
import { expect, test } from 'vitest';
import { MIB } from '../../../shared/base/integers.ts';
import { explainBuild } from '../../../shared/cluster/build/explain.ts';
import { fullAllowance, runEffects } from '../../../shared/cluster/build/run/effects.ts';
import { act, aWorld } from '../../support/builders.ts';
import { TEAHOUSE, Workshop } from '../../support/workshop.ts';

const REFERENCE = 'team/teahouse:1';

function imageOf(dockerfile: string) {
  return new Workshop().build(REFERENCE, dockerfile).image;
}

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
      { config, directories: [], args: {}, overlays: [], allowance: fullAllowance() },
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
  [`FROM hut\nENV A=${'a'.repeat(5000)}`, 'dockerfileTooLarge'],
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
