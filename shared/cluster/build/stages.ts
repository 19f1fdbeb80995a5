/** Stages of a blueprint: each FROM begins one; what the wanted one needs is built, and no more. */
import type { Copy, From } from './dockerfile/instruction.ts';
import { sourceOfMount } from './dockerfile/mounts.ts';
import { DockerfileError } from './dockerfile/problem.ts';
import type { Resolved } from './resolve-variables.ts';

export interface Stage {
  readonly index: number;
  readonly name: string;
  readonly from: From;
  /** FROM included. Places in the whole list. */
  readonly steps: readonly number[];
}

/** Where FROM and `COPY --from` point: a stage before this one, by name or (COPY only) by number; or an image. */
export function stageNamed(stages: readonly Stage[], name: string, before: number): Stage | undefined {
  const earlier = stages.slice(0, before);
  return earlier.findLast((stage) => stage.name !== '' && stage.name === name.toLowerCase());
}

export function stageOfCopy(stages: readonly Stage[], { from }: Pick<Copy, 'from'>, own: number): Stage | undefined {
  if (!/^\d+$/.test(from)) return stageNamed(stages, from, own);
  const stage = stages[Number(from)];
  if (stage && stage.index < own) return stage;
  const message = `invalid from flag value ${from}: no such stage before this one`;
  throw new DockerfileError('dockerfileStageUnknown', message, { name: from });
}

export function stagesOf(resolved: readonly Resolved[]): readonly Stage[] {
  const stages: (Stage & { readonly steps: number[] })[] = [];
  for (const [place, { instruction }] of resolved.entries()) {
    if (instruction.type === 'FROM') {
      stages.push({ index: stages.length, name: instruction.stage, from: instruction, steps: [place] });
    } else stages.at(-1)?.steps.push(place);
  }
  return stages;
}

/** `--target`; the last stage where none is asked for. */
export function targetStage(stages: readonly Stage[], target: string): Stage | undefined {
  if (target === '') return stages.at(-1);
  return (
    stages.findLast(({ name }) => name === target.toLowerCase()) ?? stages[/^\d+$/.test(target) ? Number(target) : -1]
  );
}

/** The target and all that it stands on or copies from, in order. */
export function neededStages(
  stages: readonly Stage[],
  resolved: readonly Resolved[],
  target: Stage,
): ReadonlySet<number> {
  const needed = new Set<number>();
  const pending = [target];
  for (let stage = pending.pop(); stage; stage = pending.pop()) {
    if (needed.has(stage.index)) continue;
    needed.add(stage.index);
    const own = stage.index;
    const parent = stageNamed(stages, stage.from.image, own);
    if (parent) pending.push(parent);
    for (const place of stage.steps) {
      const instruction = resolved[place]?.instruction;
      if (instruction?.type === 'RUN') {
        const sources = instruction.mounts.map((mount) => stageNamed(stages, sourceOfMount(mount), own));
        pending.push(...sources.filter((source) => source !== undefined));
      }
      if (instruction?.type === 'COPY' && instruction.from !== '') {
        const source = /^\d+$/.test(instruction.from)
          ? stages.slice(0, own)[Number(instruction.from)]
          : stageNamed(stages, instruction.from, own);
        if (source) pending.push(source);
      }
    }
  }
  return needed;
}
