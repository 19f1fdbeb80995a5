import { describe, expect, test } from 'vitest';
import { cacheKeys } from '../../../shared/cluster/build/cache-chain.ts';
import { parseDockerfile } from '../../../shared/cluster/build/dockerfile-parser.ts';
import { contextSupply } from '../../../shared/cluster/build/supply.ts';
import { take } from '../../../shared/cluster/build/transfer.ts';
import { resolveVariables } from '../../../shared/cluster/build/resolve-variables.ts';

interface Inputs {
  readonly base?: string;
  readonly sums?: Readonly<Record<string, string>>;
  readonly args?: Readonly<Record<string, string>>;
}

function keysOf(dockerfile: string, { base = 'b', sums = { a: '1' }, args = {} }: Inputs = {}): readonly string[] {
  const { escapeToken, instructions } = parseDockerfile(dockerfile);
  const { resolved } = resolveVariables(instructions, { escapeToken, buildArgs: args, baseEnv: () => ({}) });
  const context = Object.entries(sums).map(([path, sum]) => [path, { bytes: 1, sum, program: null }] as const);
  const supply = contextSupply(Object.fromEntries(context));
  return cacheKeys(resolved, {
    baseDigest: () => base,
    taken: (transfer) =>
      transfer.type === 'COPY' && transfer.from !== ''
        ? []
        : take(transfer, supply, { workdir: '/', isDirectory: () => false }).sums,
  });
}

/** For each instruction of the second build, whether the first one made it: `hhm`. */
function hits(first: readonly string[], second: readonly string[]): string {
  return second.map((key) => (first.includes(key) ? 'h' : 'm')).join('');
}

describe('cache', () => {
  const TEXT = 'FROM hut\nRUN paint\nCOPY a /x\nCMD a';
  const SUMS = { a: '1', b: '1' };

  test('BUILD-13 the same again is all hits, in any writing of the same instructions', () => {
    const rewritten = '# a comment\nfrom hut\n\nrun   paint\nCOPY a \\\n  /x\nCMD a\n';
    expect(hits(keysOf(TEXT, { sums: SUMS }), keysOf(rewritten, { sums: SUMS }))).toBe('hhhh');
  });

  test('BUILD-13 the first miss makes the rest misses', () => {
    expect(hits(keysOf(TEXT), keysOf(TEXT.replace('paint', 'paint 2')))).toBe('hmmm');
    expect(hits(keysOf(TEXT), keysOf(TEXT.replace('CMD a', 'CMD b')))).toBe('hhhm');
  });

  test('BUILD-14 COPY compares the content of what it copies, and nothing else', () => {
    expect(hits(keysOf(TEXT, { sums: SUMS }), keysOf(TEXT, { sums: { ...SUMS, b: '2' } }))).toBe('hhhh');
    expect(hits(keysOf(TEXT, { sums: SUMS }), keysOf(TEXT, { sums: { ...SUMS, a: '2' } }))).toBe('hhmm');
    const all = 'FROM hut\nCOPY . /x';
    expect(hits(keysOf(all, { sums: SUMS }), keysOf(all, { sums: { ...SUMS, c: '1' } }))).toBe('hm');
  });

  test('BUILD-29 a linked copy is a hit whatever it lies on; what follows is not', () => {
    const linked = 'FROM hut\nRUN paint\nCOPY --link a /x\nCMD a';
    expect(hits(keysOf(linked), keysOf(linked.replace('paint', 'dig-well')))).toBe('hmhm');
  });

  test('BUILD-28 a stage has a chain of its own; one that stands on another continues it', () => {
    const two = 'FROM hut AS one\nRUN paint\nFROM villa\nRUN dig-well\nFROM one\nRUN lay-tiles';
    expect(hits(keysOf(two), keysOf(two.replace('dig-well', 'cut-wood')))).toBe('hhhmhh');
    expect(hits(keysOf(two), keysOf(two.replace('paint', 'cut-wood')))).toBe('hmhhmm');
  });

  test('BUILD-14 another base makes everything a miss', () => {
    expect(hits(keysOf(TEXT), keysOf(TEXT, { base: 'c' }))).toBe('mmmm');
  });

  test('BUILD-14 a build argument counts where it is first used, and only once it is declared', () => {
    const used = 'FROM hut\nARG V\nRUN paint';
    expect(hits(keysOf(used, { args: { V: '1' } }), keysOf(used, { args: { V: '2' } }))).toBe('hhm');
    const inEnv = 'FROM hut\nARG V\nENV W=$V\nRUN paint';
    expect(hits(keysOf(inEnv, { args: { V: '1' } }), keysOf(inEnv, { args: { V: '2' } }))).toBe('hhmm');
    const undeclared = 'FROM hut\nRUN paint';
    expect(hits(keysOf(undeclared, { args: { V: '1' } }), keysOf(undeclared, { args: { V: '2' } }))).toBe('hh');
    const covered = 'FROM hut\nARG V\nENV V=3\nRUN paint';
    expect(hits(keysOf(covered, { args: { V: '1' } }), keysOf(covered, { args: { V: '2' } }))).toBe('hhhh');
  });

  test('BUILD-14 a proxy’s address counts only where ARG names it', () => {
    const afterMoveOf = (text: string) =>
      hits(keysOf(text, { args: { HTTP_PROXY: '1' } }), keysOf(text, { args: { HTTP_PROXY: '2' } }));
    expect(afterMoveOf('FROM hut\nRUN paint')).toBe('hh');
    expect(afterMoveOf('FROM hut\nARG HTTP_PROXY\nRUN paint')).toBe('hhm');
  });

  test('BUILD-7 ENV wins over ARG; an ARG before FROM is named again to be seen inside', () => {
    const inside = (text: string) => {
      const { resolved } = resolveVariables(parseDockerfile(text).instructions, {
        escapeToken: '\\',
        buildArgs: {},
        baseEnv: () => ({}),
      });
      return resolved.map(({ instruction }) => instruction).at(-1);
    };
    expect(inside('FROM hut\nARG A=1\nENV A=2\nWORKDIR /$A')).toMatchObject({ path: '/2' });
    expect(inside('ARG A=1\nFROM hut\nWORKDIR /$A')).toMatchObject({ path: '/' });
    expect(inside('ARG A=1\nFROM hut\nARG A\nWORKDIR /$A')).toMatchObject({ path: '/1' });
    expect(inside('ARG A=1.0\nFROM hut:$A')).toMatchObject({ image: 'hut:1.0' });
  });
});
