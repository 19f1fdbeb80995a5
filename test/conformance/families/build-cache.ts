/** The build cache: which instructions of a second build are hits. */
import { cacheKeys } from '../../../shared/cluster/build/cache-chain.ts';
import { readMount } from '../../../shared/cluster/build/dockerfile/mounts.ts';
import { parseDockerfile } from '../../../shared/cluster/build/dockerfile-parser.ts';
import { resolveVariables } from '../../../shared/cluster/build/resolve-variables.ts';
import { overlayOf } from '../../../shared/cluster/build/run/overlays.ts';
import { stageOfCopy, stagesOf } from '../../../shared/cluster/build/stages.ts';
import { contextSupply } from '../../../shared/cluster/build/supply.ts';
import { take, type Ground } from '../../../shared/cluster/build/transfer.ts';

const GROUND: Ground = { workdir: '/', isDirectory: () => false };

interface Situation {
  readonly baseDigest: string;
  readonly files?: Readonly<Record<string, { readonly sum: string }>>;
  readonly args?: Readonly<Record<string, string>>;
}

function keysOf(dockerfile: string, { baseDigest, files = {}, args = {} }: Situation): readonly string[] {
  const { instructions, escapeToken } = parseDockerfile(dockerfile);
  const { resolved } = resolveVariables(instructions, { escapeToken, buildArgs: args, baseEnv: () => ({}) });
  const entries = Object.entries(files).map(([path, { sum }]) => [path, { bytes: 0, sum, program: null }] as const);
  const context = contextSupply(Object.fromEntries(entries));
  const stages = stagesOf(resolved);
  // What a stage holds is not among the inputs: it is what its last step made.
  const held = (from: string, place: number): string => {
    const own = stages.findLast(({ steps }) => (steps[0] ?? 0) <= place)?.index ?? 0;
    const source = stageOfCopy(stages, { from }, own);
    const before = source
      ? keysOf(textUntil(dockerfile, stages[source.index + 1]?.from.line), { baseDigest, files, args })
      : [];
    return before.at(-1) ?? baseDigest;
  };
  return cacheKeys(resolved, {
    baseDigest: () => baseDigest,
    taken: (transfer, place) =>
      transfer.type === 'ADD' || transfer.from === ''
        ? take(transfer, context, GROUND).sums
        : [[transfer.sources.join(' '), held(transfer.from, place)]],
    bound: (place) => {
      const instruction = resolved[place]?.instruction;
      const mounts = instruction?.type === 'RUN' ? instruction.mounts.map(readMount) : [];
      return mounts.flatMap((mount) =>
        mount.from === ''
          ? (overlayOf(mount, () => context, '/')?.sums ?? [])
          : [[mount.source, held(mount.from, place)] as const],
      );
    },
  });
}

const textUntil = (dockerfile: string, line = Infinity) =>
  dockerfile
    .split('\n')
    .slice(0, line - 1)
    .join('\n');

interface Input {
  readonly dockerfile: string;
  readonly dockerfileAfter: string;
  readonly before: Situation;
  readonly after: Situation;
}

export const adapters = {
  'buildCache.hits': ({ dockerfile, dockerfileAfter, before, after }: Input) => {
    const known = new Set(keysOf(dockerfile, before));
    return { cachedPerInstruction: keysOf(dockerfileAfter, after).map((key) => known.has(key)) };
  },
};

interface Answer {
  readonly cachedPerInstruction: readonly boolean[];
}

export const comparers = {
  // The vectors also name the rule, which is no answer.
  'buildCache.hits': (expected: Answer, got: Answer) =>
    JSON.stringify(expected.cachedPerInstruction) === JSON.stringify(got.cachedPerInstruction),
};
