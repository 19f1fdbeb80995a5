/** What a blueprint would make of these materials: every step with its cost, and the image at the end. Pure. */
import type { BuildStep } from '../../api/world/build.ts';
import { imageSchema, type Image, type ImageLayer } from '../../api/world/image.ts';
import { must } from '../../base/assert.ts';
import { ceilDiv, MIB } from '../../base/integers.ts';
import { makeImage } from '../registry/manifest.ts';
import { PLAIN_STYLE } from './catalogue/styles.ts';
import { cacheKeys, copyLayerDigest, runLayerDigest } from './cache-chain.ts';
import type { From, Instruction } from './dockerfile/instruction.ts';
import { attempt, DockerfileError, problemAt, tooMany, type Problem } from './dockerfile/problem.ts';
import { parseDockerfile } from './dockerfile-parser.ts';
import { foldStages, type Folded, type FoldedStep } from './fold-stages.ts';
import type { Materials } from './materials.ts';
import { withProgram } from './program-choice.ts';
import { resolveVariables, type Resolved } from './resolve-variables.ts';
import { tooLarge } from './too-large.ts';
import { stagesOf, targetStage, type Stage } from './stages.ts';

export interface BuildPlan {
  /** Of the stages that are needed, in the blueprint's order. */
  readonly steps: readonly BuildStep[];
  readonly image: Image;
  readonly ticks: number;
  /** A base must come from the registry first. */
  readonly needsRegistry: boolean;
}

export type PlanResult = BuildPlan | { readonly errors: readonly Problem[] };

/** Copying files in, disk to disk (metaphor). */
const COPY_BYTES_PER_TICK = 40 * MIB;
/** Docker's own limit on layers. */
const MOST_LAYERS = 127;
/** More would make no better lesson, and bounds the image's layers. */
export const MOST_INSTRUCTIONS = 100;

export function planBuild(dockerfile: string, materials: Materials): PlanResult {
  const parsed = parseDockerfile(dockerfile);
  const problems = [...parsed.syntaxProblems, ...parsed.problems].sort((a, b) => a.line - b.line);
  if (problems.length > 0) return { errors: problems };
  if (parsed.instructions.length > MOST_INSTRUCTIONS) {
    return { errors: [problemAt(lastLine(parsed.instructions), tooMany(MOST_INSTRUCTIONS))] };
  }
  const report = (problem: Problem) => void problems.push(problem);
  const { resolved, errors } = resolveVariables(parsed.instructions, {
    escapeToken: parsed.escapeToken,
    buildArgs: materials.options.buildArgs ?? {},
    baseEnv: (image) => materials.baseOf(image)?.image?.config.env ?? {},
    triggers: (from) => triggersOf(from, materials, report),
  });
  problems.push(...errors);
  if (problems.length > 0) return { errors: problems };
  const stages = stagesOf(resolved);
  const target = attempt(lastLine(parsed.instructions), report, () => checkWhole(resolved, stages, materials));
  if (problems.length > 0 || !target) return { errors: problems };
  const folded = foldStages(resolved, stages, target, materials);
  if ('errors' in folded) return folded;
  return costed(resolved, stages, target, folded, materials);
}

function lastLine(instructions: readonly Instruction[]): number {
  return instructions.at(-1)?.endLine ?? 1;
}

function checkWhole(resolved: readonly Resolved[], stages: readonly Stage[], { options }: Materials): Stage {
  if (stages.length === 0) throw new DockerfileError('dockerfileNoFrom', 'dockerfile contains no stages to build');
  if (resolved.length > MOST_INSTRUCTIONS) throw tooMany(MOST_INSTRUCTIONS);
  const { target = '' } = options;
  const stage = targetStage(stages, target);
  if (!stage) {
    const message = `target stage "${target}" could not be found`;
    throw new DockerfileError('dockerfileTarget', message, { target: target.slice(0, 40) });
  }
  return stage;
}

/** A base image's ONBUILD instructions, as if they stood behind this FROM. */
function triggersOf(
  { image, line, endLine }: From,
  { baseOf }: Materials,
  report: (problem: Problem) => void,
): readonly Instruction[] {
  const texts = baseOf(image)?.image?.config.onBuild ?? [];
  return texts.flatMap((text) => {
    const { instructions, syntaxProblems, problems } = parseDockerfile(`FROM scratch\n${text}`);
    for (const problem of [...syntaxProblems, ...problems]) report({ ...problem, line });
    return instructions.slice(1).map((instruction) => ({ ...instruction, line, endLine }));
  });
}

function costed(
  resolved: readonly Resolved[],
  stages: readonly Stage[],
  target: Stage,
  folded: Folded,
  materials: Materials,
): PlanResult {
  const keys = cacheKeys(resolved, {
    baseDigest: (image) => materials.baseOf(image)?.image?.key ?? image,
    taken: (_transfer, place) => folded.steps.get(place)?.added.taken?.sums ?? [],
    bound: (place) => folded.steps.get(place)?.added.bound ?? [],
  });
  const layers = new Map<number, readonly ImageLayer[]>();
  const made = new Set<string>();
  const steps: BuildStep[] = [];
  let needsRegistry = false;
  for (const [place, step] of folded.steps) {
    const cacheKey = must(keys[place], 'cache key');
    const cost = costOf(step, cacheKey, materials);
    const isAtHand = step.instruction.type === 'FROM' && step.fetched === null;
    // What was fetched is there, whatever is asked to be done anew.
    const mayBeCached = materials.options.noCache !== true || step.instruction.type === 'FROM';
    // Two stages may share their first steps: they are carried out once.
    const isKnown = mayBeCached && materials.cached(cacheKey) !== undefined;
    const cached = isAtHand || made.has(cacheKey) || isKnown;
    made.add(cacheKey);
    needsRegistry ||= step.fetched !== null && !cached;
    steps.push({ ...cost, cached, ticks: cached ? 0 : cost.ticks });
    const before = layers.get(step.stage) ?? step.baseLayers ?? layers.get(step.parentStage ?? -1) ?? [];
    layers.set(step.stage, cost.layerDigest === null ? before : [...before, layerOf(cost, cost.layerDigest)]);
  }
  const { config, style } = must(folded.states.get(target.index), 'state of the target');
  const image = makeImage({
    style: style ?? PLAIN_STYLE,
    layers: layers.get(target.index) ?? [],
    config: withProgram(config),
  });
  const instructions = resolved.map(({ instruction }) => instruction);
  if (image.layers.length > MOST_LAYERS) return { errors: [problemAt(lastLine(instructions), tooMany(MOST_LAYERS))] };
  const { error } = imageSchema.safeParse(image);
  if (error) return { errors: [tooLarge(error, instructions)] };
  return { steps, image, needsRegistry, ticks: Math.max(1, sumOf(steps, 'ticks')) };
}

function layerOf({ bytes, instruction }: BuildStep, digest: string): ImageLayer {
  return { digest, bytes, createdBy: instruction.slice(0, 1000) };
}

function sumOf(steps: readonly BuildStep[], field: 'ticks' | 'bytes'): number {
  return steps.reduce((sum, step) => sum + step[field], 0);
}

function costOf(step: FoldedStep, cacheKey: string, { bandwidthBytesPerTick }: Materials): BuildStep {
  const { instruction, added, fetched } = step;
  const { line, text } = instruction;
  const common = { line, instruction: text.slice(0, 2000), cached: false, cacheKey };
  const fetchBytes = fetched === null ? 0 : sizeOf(fetched);
  const fetchTicks = ceilDiv(fetchBytes, bandwidthBytesPerTick);
  if (instruction.type === 'FROM') {
    return { ...common, bytes: sizeOf(step.base), ticks: fetchTicks, layerDigest: null };
  }
  if (instruction.type === 'RUN') {
    return { ...common, bytes: added.bytes, ticks: fetchTicks + added.ticks, layerDigest: runLayerDigest(cacheKey) };
  }
  if ((instruction.type === 'COPY' || instruction.type === 'ADD') && added.taken) {
    const ticks = fetchTicks + ceilDiv(added.bytes, COPY_BYTES_PER_TICK);
    return { ...common, bytes: added.bytes, ticks, layerDigest: copyLayerDigest(instruction, added.taken) };
  }
  return { ...common, bytes: 0, ticks: 0, layerDigest: null };
}

export function sizeOf(image: Image | null): number {
  return image?.layers.reduce((sum, layer) => sum + layer.bytes, 0) ?? 0;
}
