/**
 * The build cache's keys. Each is a digest over the one before, the instruction and its inputs, so that the first miss
 * makes every later step a miss. RUN compares text, COPY compares content. Source: docs.docker.com/build/cache.
 */
import { sortedKeys } from '../../base/order.ts';
import { digestOfText } from '../../base/sha256.ts';
import type { Transfer } from './dockerfile/instruction.ts';
import type { Variables } from './dockerfile/expand.ts';
import type { Resolved } from './resolve-variables.ts';
import { stageNamed, stagesOf } from './stages.ts';
import type { Taken } from './transfer.ts';

export interface CacheInputs {
  /** Of an image that FROM names. */
  readonly baseDigest: (image: string) => string;
  /** Content of what a COPY or ADD takes, by its place in the list. Times of change are not part of it. */
  readonly taken: (transfer: Transfer, place: number) => Taken['sums'];
  /** The same of what a RUN's mounts bring. */
  readonly bound?: (place: number) => Taken['sums'];
}

/** One key for each instruction. */
export function cacheKeys(resolved: readonly Resolved[], inputs: CacheInputs): readonly string[] {
  const stages = stagesOf(resolved);
  const ends = new Map<number, string>();
  let parent = '';
  let stage = -1;
  return resolved.map((step, place) => {
    const { instruction } = step;
    if (instruction.type === 'FROM') {
      stage += 1;
      const base = stageNamed(stages, instruction.image, stage);
      parent = base ? (ends.get(base.index) ?? '') : inputs.baseDigest(instruction.image);
    }
    const compared = comparedOf(step, inputs, place);
    // What a linked copy is does not depend on where it comes to lie; what follows does.
    const isLinked = (instruction.type === 'COPY' || instruction.type === 'ADD') && instruction.link;
    const key = digestOfText(JSON.stringify(isLinked ? ['link', ...compared] : [parent, ...compared]));
    parent = isLinked ? digestOfText(JSON.stringify([parent, key])) : key;
    ends.set(stage, parent);
    return key;
  });
}

/** What of an instruction counts, beside what came before it. */
function comparedOf({ instruction, args }: Resolved, { taken, bound }: CacheInputs, place: number): readonly unknown[] {
  const { type } = instruction;
  switch (type) {
    case 'FROM':
      return [type, instruction.platform];
    case 'RUN': {
      const { command, mounts, network, security, files } = instruction;
      return [type, command, mounts, network, security, files, entriesOf(args), bound?.(place) ?? []];
    }
    case 'COPY':
    case 'ADD':
      return [type, placeOf(instruction), taken(instruction, place)];
    case 'ENV':
    case 'LABEL':
      return [type, instruction.pairs];
    case 'ARG':
      // Its value counts where it is first used, not where it is declared.
      return [type, instruction.text];
    default: {
      const { line: _line, endLine: _endLine, text: _text, ...meaning } = instruction;
      return [meaning];
    }
  }
}

function placeOf(transfer: Transfer): readonly string[] {
  const { destination, chown, chmod } = transfer;
  // How much of their paths the files keep is told by the sources, and they are content here.
  const parents = transfer.type === 'COPY' && transfer.parents ? ['parents', ...transfer.sources] : [];
  return [destination, chown, chmod, ...parents];
}

function entriesOf(variables: Variables): readonly (readonly [string, string | undefined])[] {
  return sortedKeys(variables).map((name) => [name, variables[name]] as const);
}

/** A COPY's layer is its content and place alone: on another base it is the same layer. */
export function copyLayerDigest({ chown, chmod }: Transfer, { files }: Taken): string {
  const placed = sortedKeys(files).map((path) => [path, files[path]?.sum]);
  return digestOfText(JSON.stringify(['copy', chown, chmod, placed]));
}

/** A RUN's layer is what its commands made of all that stood before. */
export function runLayerDigest(cacheKey: string): string {
  return digestOfText(JSON.stringify(['run', cacheKey]));
}
