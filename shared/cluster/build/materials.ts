/** What a build is made of: base images, the cache, the files of the build context. */
import type { BuildCacheEntry } from '../../api/world/build.ts';
import type { Image } from '../../api/world/image.ts';
import { sortedKeys } from '../../base/order.ts';
import type { View } from '../../store/store.ts';
import { normaliseReference, resolveReference } from '../registry/reference.ts';
import { settingsOf } from '../world.ts';
import { isStyle, STYLE_LABEL, STYLES } from './catalogue/bases.ts';
import { CONTEXT_FILES, filesUnder } from './catalogue/files.ts';
import type { Copy, From, Instruction } from './dockerfile/instruction.ts';
import { DockerfileError } from './dockerfile/problem.ts';
import { SCRATCH_CONFIG, withInstruction } from './image-config.ts';

/** An image to build upon, and whether the workshop has it at hand. Null image: `scratch`. */
export interface BaseImage {
  readonly image: Image | null;
  readonly isLocal: boolean;
}

export interface Materials {
  /** Undefined when there is no such image anywhere. */
  readonly baseOf: (reference: string) => BaseImage | undefined;
  readonly cached: (cacheKey: string) => BuildCacheEntry | undefined;
  readonly bandwidthBytesPerTick: number;
}

const CONTEXT_PATHS = sortedKeys(CONTEXT_FILES);
const SCRATCH = 'scratch';

/** The materials as this cluster's builders find them now. */
export function materialsOf(view: View): Materials {
  return {
    baseOf: (reference) => findBase(view, reference),
    cached: (cacheKey) => view.get('BuildCacheEntry', cacheKey),
    bandwidthBytesPerTick: settingsOf(view).pushBandwidthBytesPerTick,
  };
}

/** The backpack first, then the registry. */
function findBase(view: View, text: string): BaseImage | undefined {
  if (text === SCRATCH) return { image: null, isLocal: true };
  const normalised = normaliseReference(text);
  const local = normalised === null ? undefined : view.get('LocalTag', normalised);
  const digest = local?.digest ?? resolveReference(view, text);
  const image = digest === undefined ? undefined : view.get('Image', digest);
  return image && { image, isLocal: local !== undefined };
}

/** What only the materials can tell. Throws a DockerfileError. */
export function checkAgainst(instruction: Instruction, materials: Materials): void {
  if (instruction.type === 'FROM') checkBase(instruction, materials);
  else if (instruction.type === 'COPY') checkSources(instruction);
  else if (instruction.type === 'LABEL') checkStyle(instruction.pairs);
  withInstruction(SCRATCH_CONFIG, instruction);
}

function checkBase({ image }: From, { baseOf }: Materials): void {
  if (baseOf(image)) return;
  const message = `pull access denied for ${image}, repository does not exist or may require authorization`;
  throw new DockerfileError('dockerfileBaseUnknown', message, { image: image.slice(0, 200) });
}

function checkSources({ sources }: Copy): void {
  for (const source of sources) {
    if (filesUnder(CONTEXT_PATHS, source).length > 0) continue;
    const details = { source: source.slice(0, 100), known: CONTEXT_PATHS.join(' ') };
    throw new DockerfileError('dockerfileCopyMissing', `"${source}": not found`, details);
  }
}

function checkStyle(pairs: readonly (readonly [string, string])[]): void {
  for (const [key, value] of pairs) {
    if (key !== STYLE_LABEL || isStyle(value)) continue;
    const details = { style: value.slice(0, 40), known: STYLES.join(' ') };
    throw new DockerfileError('dockerfileStyle', `no house of style "${value}"`, details);
  }
}
