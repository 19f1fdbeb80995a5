/**
 * The build cache's keys. Each is a digest over the one before, the instruction and its inputs, so that the first miss
 * makes every later step a miss. RUN compares text, COPY compares content. Source: docs.docker.com/build/cache.
 */
import { sortedKeys } from '../../base/order.ts';
import { digestOfText } from '../../base/sha256.ts';
import { filesUnder, type ContextSums } from './catalogue/files.ts';
import type { Copy } from './dockerfile/instruction.ts';
import type { Variables } from './dockerfile/expand.ts';
import type { Resolved } from './resolve-variables.ts';

export interface CacheInputs {
  readonly baseDigest: string;
  /** Content of the build context, by path. */
  readonly sums: ContextSums;
}

/** Arguments that every build knows without ARG; they never count. Source: Dockerfile reference, predefined ARGs. */
const PREDEFINED_ARGS = new Set(['HTTP_PROXY', 'HTTPS_PROXY', 'FTP_PROXY', 'NO_PROXY', 'ALL_PROXY']);

/** One key for each instruction. */
export function cacheKeys(resolved: readonly Resolved[], inputs: CacheInputs): readonly string[] {
  let parent = '';
  return resolved.map((step) => {
    parent = digestOfText(
      JSON.stringify([step.instruction.type === 'FROM' ? '' : parent, ...comparedOf(step, inputs)]),
    );
    return parent;
  });
}

/** What of an instruction counts. */
function comparedOf({ instruction, args }: Resolved, { baseDigest, sums }: CacheInputs): readonly unknown[] {
  const { type } = instruction;
  switch (type) {
    case 'FROM':
      return [type, baseDigest];
    case 'RUN':
      return [type, instruction.command, entriesOf(args)];
    case 'COPY':
      return [type, instruction.destination, instruction.chown, instruction.chmod, contentOf(instruction, sums)];
    case 'ENV':
    case 'LABEL':
      return [type, instruction.pairs];
    case 'ARG':
      // Its value counts where it is first used, not here.
      return [type, instruction.text];
    case 'EXPOSE':
      return [type, instruction.ports];
    case 'USER':
      return [type, instruction.user];
    case 'WORKDIR':
      return [type, instruction.path];
    case 'HEALTHCHECK':
      return [type, instruction.command, entriesOf(instruction.options)];
    case 'CMD':
      return [type, instruction.command];
  }
}

function entriesOf(variables: Variables): readonly (readonly [string, string | undefined])[] {
  return sortedKeys(variables)
    .filter((name) => !PREDEFINED_ARGS.has(name.toUpperCase()))
    .map((name) => [name, variables[name]] as const);
}

/** Paths and content of all that is copied: times of change do not count. */
export function contentOf({ sources }: Copy, sums: ContextSums): readonly (readonly [string, string | undefined])[] {
  const paths = sortedKeys(sums);
  return sources.flatMap((source) => filesUnder(paths, source).map((path) => [path, sums[path]] as const));
}

/** A COPY's layer is its content and place alone: on another base it is the same layer. */
export function copyLayerDigest(copy: Copy, sums: ContextSums): string {
  const { destination, chown, chmod } = copy;
  return digestOfText(JSON.stringify(['copy', destination, chown, chmod, contentOf(copy, sums)]));
}

/** A RUN's layer is what its commands made of all that stood before. */
export function runLayerDigest(cacheKey: string): string {
  return digestOfText(JSON.stringify(['run', cacheKey]));
}
