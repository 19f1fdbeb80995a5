/** What a build is made of: base images, the cache, the files of the build context. */
import type { BuildCacheEntry } from '../../api/world/build.ts';
import type { Image } from '../../api/world/image.ts';
import type { View } from '../../store/store.ts';
import { normaliseReference, resolveReference } from '../registry/reference.ts';
import { settingsOf } from '../world.ts';
import { isStyle, STYLE_LABEL, STYLES } from './catalogue/styles.ts';
import { CONTEXT_FILES, type ContextFiles } from './catalogue/files.ts';
import { ignoreMatcher, ignorePatterns } from './dockerfile/ignore.ts';
import { DockerfileError } from './dockerfile/problem.ts';

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
  /** What the builders may take from; .dockerignore has been obeyed. Throws a DockerfileError where it cannot be. */
  readonly context: () => ContextFiles;
  readonly options: BuildOptions;
}

/** What stands beside the blueprint: `docker build --build-arg --target --no-cache`, and the context's .dockerignore. */
export interface BuildOptions {
  readonly dockerignore?: string | undefined;
  readonly buildArgs?: Readonly<Record<string, string>> | undefined;
  readonly target?: string | undefined;
  readonly noCache?: boolean | undefined;
}

const SCRATCH = 'scratch';

/** The materials as this cluster's builders find them now. */
export function materialsOf(view: View, options: BuildOptions = {}): Materials {
  return {
    baseOf: (reference) => findBase(view, reference),
    cached: (cacheKey) => view.get('BuildCacheEntry', cacheKey),
    bandwidthBytesPerTick: settingsOf(view).pushBandwidthBytesPerTick,
    context: () => withoutIgnored(CONTEXT_FILES, options.dockerignore ?? ''),
    options,
  };
}

export function withoutIgnored<T>(
  files: Readonly<Record<string, T>>,
  dockerignore: string,
): Readonly<Record<string, T>> {
  const isIgnored = ignoreMatcher(ignorePatterns(dockerignore));
  return Object.fromEntries(Object.entries(files).filter(([path]) => !isIgnored(path)));
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

export function baseUnknown(image: string): DockerfileError {
  const message = `pull access denied for ${image}, repository does not exist or may require authorization`;
  return new DockerfileError('dockerfileBaseUnknown', message, { image: image.slice(0, 200) });
}

export function checkStyle(pairs: readonly (readonly [string, string])[]): void {
  for (const [key, value] of pairs) {
    if (key !== STYLE_LABEL || isStyle(value)) continue;
    const details = { style: value.slice(0, 40), known: STYLES.join(' ') };
    throw new DockerfileError('dockerfileStyle', `no house of style "${value}"`, details);
  }
}
