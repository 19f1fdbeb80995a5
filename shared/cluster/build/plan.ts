/** What a blueprint would make of these materials: every step with its cost, and the image at the end. Pure. */
import type { BuildStep } from '../../api/world/build.ts';
import { imageSchema, type Image, type ImageConfig, type ImageLayer } from '../../api/world/image.ts';
import { must } from '../../base/assert.ts';
import { ceilDiv, MIB } from '../../base/integers.ts';
import { sortedKeys } from '../../base/order.ts';
import { makeImage } from '../registry/manifest.ts';
import { PLAIN_STYLE, STYLE_LABEL } from './catalogue/bases.ts';
import { CONTEXT_FILES, CONTEXT_SUMS, filesUnder } from './catalogue/files.ts';
import { workOf } from './catalogue/works.ts';
import { checkAgainst, type BaseImage, type Materials } from './materials.ts';
import { cacheKeys, copyLayerDigest, runLayerDigest } from './cache-chain.ts';
import type { Instruction } from './dockerfile/instruction.ts';
import { attempt, DockerfileError, problemAt, type Problem } from './dockerfile/problem.ts';
import { parseDockerfile } from './dockerfile-parser.ts';
import { SCRATCH_CONFIG, withInstruction, withProgram } from './image-config.ts';
import { resolveVariables } from './resolve-variables.ts';

export interface BuildPlan {
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
const CONTEXT_PATHS = sortedKeys(CONTEXT_FILES);

export function planBuild(dockerfile: string, materials: Materials): PlanResult {
  const parsed = parseDockerfile(dockerfile);
  if ('errors' in parsed) return parsed;
  const { resolved, errors } = resolveVariables(parsed.instructions, {
    escapeToken: parsed.escapeToken,
    buildArgs: {},
    baseEnv: (image) => materials.baseOf(image)?.image?.config.env ?? {},
  });
  const problems = [...errors];
  const report = (problem: Problem) => void problems.push(problem);
  const instructions = resolved.map(({ instruction }) => instruction);
  for (const instruction of instructions) attempt(instruction.line, report, () => checkAgainst(instruction, materials));
  if (problems.length > 0) return { errors: problems };

  const from = must(
    instructions.find((instruction) => instruction.type === 'FROM'),
    'FROM of a parsed blueprint',
  );
  const base = must(materials.baseOf(from.image), 'base that was checked');
  const keys = cacheKeys(resolved, { baseDigest: base.image?.key ?? 'scratch', sums: CONTEXT_SUMS });
  const steps = instructions.map((instruction, index) =>
    stepOf(instruction, must(keys[index], 'cache key'), base, materials),
  );
  const image = imageOf(base.image, instructions, steps);
  if (!imageSchema.safeParse(image).success || image.layers.length > MOST_LAYERS) {
    const error = new DockerfileError('dockerfileTooLong', 'max depth exceeded', { most: MOST_LAYERS });
    return { errors: [problemAt(must(instructions.at(-1), 'instruction').line, error)] };
  }
  const needsRegistry = steps.some((step) => step.instruction.startsWith('FROM') && !step.cached);
  return { steps, image, needsRegistry, ticks: Math.max(1, sumOf(steps, 'ticks')) };
}

function sumOf(steps: readonly BuildStep[], field: 'ticks' | 'bytes'): number {
  return steps.reduce((sum, step) => sum + step[field], 0);
}

function stepOf(instruction: Instruction, cacheKey: string, base: BaseImage, materials: Materials): BuildStep {
  const isAtHand = instruction.type === 'FROM' && base.isLocal;
  const cached = isAtHand || materials.cached(cacheKey) !== undefined;
  const { bytes, ticks, layerDigest } = costOf(instruction, cacheKey, base, materials);
  const { line, text } = instruction;
  return { line, instruction: text, cached, bytes, layerDigest, ticks: cached ? 0 : ticks, cacheKey };
}

function costOf(
  instruction: Instruction,
  cacheKey: string,
  base: BaseImage,
  { bandwidthBytesPerTick }: Materials,
): { readonly bytes: number; readonly ticks: number; readonly layerDigest: string | null } {
  if (instruction.type === 'FROM') {
    const bytes = sizeOf(base.image);
    return { bytes, ticks: ceilDiv(bytes, bandwidthBytesPerTick), layerDigest: null };
  }
  if (instruction.type === 'RUN') {
    return { ...workOf(instruction.command.words.join(' ')), layerDigest: runLayerDigest(cacheKey) };
  }
  if (instruction.type === 'COPY') {
    const paths = instruction.sources.flatMap((source) => filesUnder(CONTEXT_PATHS, source));
    const bytes = paths.reduce((sum, path) => sum + (CONTEXT_FILES[path]?.bytes ?? 0), 0);
    return {
      bytes,
      ticks: ceilDiv(bytes, COPY_BYTES_PER_TICK),
      layerDigest: copyLayerDigest(instruction, CONTEXT_SUMS),
    };
  }
  return { bytes: 0, ticks: 0, layerDigest: null };
}

export function sizeOf(image: Image | null): number {
  return image?.layers.reduce((sum, layer) => sum + layer.bytes, 0) ?? 0;
}

function imageOf(base: Image | null, instructions: readonly Instruction[], steps: readonly BuildStep[]): Image {
  const added = steps.flatMap(({ layerDigest, bytes, instruction }): readonly ImageLayer[] =>
    layerDigest === null ? [] : [{ digest: layerDigest, bytes, createdBy: instruction.slice(0, 1000) }],
  );
  let config: ImageConfig = base?.config ?? SCRATCH_CONFIG;
  for (const instruction of instructions) config = withInstruction(config, instruction);
  const label = instructions
    .flatMap((instruction) => (instruction.type === 'LABEL' ? instruction.pairs : []))
    .findLast(([key]) => key === STYLE_LABEL);
  return makeImage({
    style: label?.[1] ?? base?.style ?? PLAIN_STYLE,
    layers: [...(base?.layers ?? []), ...added],
    config: withProgram(config),
  });
}
