/** Carries the needed stages out in thought, one after the other. */
import type { Image, ImageLayer } from '../../api/world/image.ts';
import type { Instruction, Transfer } from './dockerfile/instruction.ts';
import type { Mount } from './dockerfile/mounts.ts';
import { attempt, type Problem } from './dockerfile/problem.ts';
import { carryOut, stateOfImage, type Added, type StageState } from './fold.ts';
import { baseUnknown, checkStyle, type Materials } from './materials.ts';
import { fullAllowance } from './run/effects.ts';
import type { Resolved } from './resolve-variables.ts';
import { neededStages, stageNamed, stageOfCopy, type Stage } from './stages.ts';
import { contextSupply, imageSupply, type Supply } from './supply.ts';

export interface FoldedStep {
  readonly instruction: Instruction;
  readonly stage: number;
  readonly added: Added;
  /** Of a FROM: the image, or the stage that it builds upon. */
  readonly base: Image | null;
  readonly baseLayers: readonly ImageLayer[] | null;
  readonly parentStage: number | null;
  /** An image that must come from the registry for this step. */
  readonly fetched: Image | null;
}

export interface Folded {
  /** By place in the list, in that order. Steps of stages that nobody needs are not among them. */
  readonly steps: ReadonlyMap<number, FoldedStep>;
  /** Each stage's end. */
  readonly states: ReadonlyMap<number, StageState>;
}

const NOTHING_ADDED: Added = { bytes: 0, ticks: 0, taken: null, bound: [] };

export function foldStages(
  resolved: readonly Resolved[],
  stages: readonly Stage[],
  target: Stage,
  materials: Materials,
): Folded | { readonly errors: readonly Problem[] } {
  const errors: Problem[] = [];
  const allowance = fullAllowance();
  const report = (problem: Problem) => void errors.push(problem);
  const steps = new Map<number, FoldedStep>();
  const states = new Map<number, StageState>();
  const needed = neededStages(stages, resolved, target);
  const context = attempt(1, report, () => contextSupply(materials.context()));
  if (!context) return { errors };
  for (const [place, { instruction }] of resolved.entries()) {
    if (instruction.type === 'FROM') break;
    steps.set(place, plainStep(instruction, -1));
  }
  for (const stage of stages) {
    if (!needed.has(stage.index)) continue;
    const [first = 0, ...rest] = stage.steps;
    const begun = attempt(stage.from.line, report, () => beginStage(stage, stages, states, materials));
    if (!begun) continue;
    steps.set(first, begun.step);
    let { state } = begun;
    for (const place of rest) {
      const written = resolved[place];
      if (!written) continue;
      const { instruction } = written;
      let fetched: Image | null = null;
      const supplyOf = (wanted: Transfer | Mount): Supply => {
        const found = findSupply(wanted, stage, stages, states, materials, context);
        fetched ??= found.fetched;
        return found.supply;
      };
      const done = attempt(instruction.line, report, () => {
        if (instruction.type === 'LABEL') checkStyle(instruction.pairs);
        return carryOut(state, written, supplyOf, allowance);
      });
      if (!done) continue;
      ({ state } = done);
      steps.set(place, { ...plainStep(instruction, stage.index), added: done.added, fetched });
    }
    states.set(stage.index, state);
  }
  return errors.length > 0 ? { errors } : { steps, states };
}

function plainStep(instruction: Instruction, stage: number): FoldedStep {
  return { instruction, stage, added: NOTHING_ADDED, base: null, baseLayers: null, parentStage: null, fetched: null };
}

function beginStage(
  stage: Stage,
  stages: readonly Stage[],
  states: ReadonlyMap<number, StageState>,
  { baseOf }: Materials,
): { readonly step: FoldedStep; readonly state: StageState } {
  const plain = plainStep(stage.from, stage.index);
  const parent = stageNamed(stages, stage.from.image, stage.index);
  const parentState = parent && states.get(parent.index);
  if (parent && parentState) {
    return { step: { ...plain, parentStage: parent.index }, state: { ...parentState, hasCommand: false } };
  }
  const base = baseOf(stage.from.image);
  if (!base) throw baseUnknown(stage.from.image);
  const { image, isLocal } = base;
  const step = { ...plain, base: image, baseLayers: image?.layers ?? [], fetched: isLocal ? null : image };
  return { step, state: stateOfImage(image) };
}

/** The build context, an earlier stage, or an image. */
function findSupply(
  wanted: Transfer | Mount,
  stage: Stage,
  stages: readonly Stage[],
  states: ReadonlyMap<number, StageState>,
  { baseOf }: Materials,
  context: Supply,
): { readonly supply: Supply; readonly fetched: Image | null } {
  const from = wanted.type === 'ADD' ? '' : wanted.from;
  if (from === '') return { supply: context, fetched: null };
  const source =
    wanted.type === 'COPY' ? stageOfCopy(stages, wanted, stage.index) : stageNamed(stages, from, stage.index);
  const state = source && states.get(source.index);
  if (state) return { supply: imageSupply(state.config), fetched: null };
  const base = baseOf(from);
  if (!base?.image) throw baseUnknown(from);
  return { supply: imageSupply(base.image.config), fetched: base.isLocal ? null : base.image };
}
