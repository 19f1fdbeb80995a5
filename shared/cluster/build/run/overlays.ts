/** What a RUN's mounts lay over the files, for this step alone. */
import type { Program } from '../../../api/world/image.ts';
import type { Mount } from '../dockerfile/mounts.ts';
import { DockerfileError } from '../dockerfile/problem.ts';
import { absolutePath, type Files } from '../stage-state.ts';
import { boundFiles, type Supply } from '../supply.ts';

export interface Overlay {
  readonly at: string;
  readonly files: Files;
  readonly programs: Readonly<Record<string, Program>>;
  readonly isReadOnly: boolean;
  /** Where it lies and what it holds: what the cache compares. */
  readonly sums: readonly (readonly [path: string, sum: string])[];
}

/** Throws a DockerfileError. Null for what nobody here can hand in: secrets and keys. */
export function overlayOf(mount: Mount, supplyOf: (mount: Mount) => Supply, workdir: string): Overlay | null {
  const at = absolutePath(workdir, mount.target);
  if (mount.type === 'secret' || mount.type === 'ssh') {
    if (mount.isRequired) throw notHanded(mount);
    return null;
  }
  if (at === '/') {
    const message = `invalid mount target "${mount.target}"`;
    throw new DockerfileError('dockerfileFlagValue', message, { flag: '--mount', value: `target=${mount.target}` });
  }
  const empty: Overlay = { at, files: {}, programs: {}, isReadOnly: mount.isReadOnly, sums: [] };
  if (mount.type === 'tmpfs' || (mount.type === 'cache' && mount.from === '')) return empty;
  const supply = supplyOf(mount);
  const bound = boundFiles(supply, mount.source).map(([path, relative]) => {
    return { from: path, path: relative === '' ? at : `${at}/${relative}`, file: supply.files[path] };
  });
  const files: Record<string, Files[string]> = {};
  const programs: Record<string, Program> = {};
  for (const { from, path, file } of bound) {
    if (!file) continue;
    files[path] = file;
    const program = file.program === undefined ? undefined : supply.programs[supply.isContext ? from : file.program];
    if (program) programs[program.name] = program;
  }
  return { ...empty, files, programs, sums: bound.map(({ path, file }) => [path, file?.sum ?? '']) };
}

function notHanded({ id, type }: Mount): DockerfileError {
  return new DockerfileError('dockerfileRunFailed', `failed to solve: ${type} ${id}: not found`, {
    command: `--mount=type=${type},id=${id}`.slice(0, 100),
    code: 1,
    words: `${type} ${id.slice(0, 100)}: not found`,
  });
}

/** The one that a path lies in; the last one on top. */
export function overlayAt(overlays: readonly Overlay[], path: string): Overlay | undefined {
  return overlays.findLast(({ at }) => path === at || path.startsWith(`${at}/`));
}

/** What is beneath an overlay is out of sight. */
export function laidOver(files: Files, overlays: readonly Overlay[]): Files {
  let seen: Files = files;
  for (const overlay of overlays) seen = { ...filesBeside(seen, [overlay]), ...overlay.files };
  return seen;
}

/** All as it was beneath them, and what was made beside them. */
export function lifted(after: Files, before: Files, overlays: readonly Overlay[]): Files {
  if (overlays.length === 0) return after;
  const beneath = Object.entries(before).filter(([path]) => overlayAt(overlays, path) !== undefined);
  return { ...Object.fromEntries(beneath), ...filesBeside(after, overlays) };
}

function filesBeside(files: Files, overlays: readonly Overlay[]): Files {
  return Object.fromEntries(Object.entries(files).filter(([path]) => overlayAt(overlays, path) === undefined));
}
