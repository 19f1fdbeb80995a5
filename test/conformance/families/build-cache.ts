/** The build cache: which instructions of a second build are hits. */
import { cacheKeys } from '../../../shared/cluster/build/cache-chain.ts';
import { parseDockerfile } from '../../../shared/cluster/build/dockerfile-parser.ts';
import { resolveVariables } from '../../../shared/cluster/build/resolve-variables.ts';
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
  return cacheKeys(resolved, {
    baseDigest: () => baseDigest,
    taken: (transfer, place) => {
      if (transfer.type === 'ADD' || transfer.from === '') return take(transfer, context, GROUND).sums;
      // What a stage holds is not among the inputs: it is what its last step made.
      const own = stages.findLast(({ steps }) => (steps[0] ?? 0) <= place)?.index ?? 0;
      const source = stageOfCopy(stages, transfer, own);
      const before = source
        ? keysOf(textUntil(dockerfile, stages[source.index + 1]?.from.line), { baseDigest, files, args })
        : [];
      return [[transfer.sources.join(' '), before.at(-1) ?? baseDigest]];
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
