/** What stands in a build stage so far: its layers' sum of files, packages and configuration. */
import type { ImageConfig, ImageFile } from '../../api/world/image.ts';
import { byCodeUnit } from '../../base/order.ts';
import { cleanPath } from './dockerfile/ignore.ts';

export type Files = Readonly<Record<string, ImageFile>>;
export type Packages = Readonly<Record<string, string>>;

/** Source: Docker's own default. */
export const DEFAULT_SHELL: readonly string[] = ['/bin/sh', '-c'];

/** In one image, and in one COPY: stages that copy one another whole would double them without end. Ours. */
export const MOST_FILES = 500;

export function filesOf(config: ImageConfig): Files {
  return config.files ?? {};
}

/** Whether a command of that name is there. */
export function hasTool(files: Files, name: string): boolean {
  return Object.keys(files).some((path) => path.endsWith(`/${name}`) && files[path]?.program === undefined);
}

/** Some way to run a line of text: without one, `FROM scratch` can only be copied into. */
export function hasShell(config: ImageConfig): boolean {
  const [shell = ''] = config.shell ?? DEFAULT_SHELL;
  return hasTool(filesOf(config), baseName(shell));
}

export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** As seen from a working directory. */
export function absolutePath(workdir: string, path: string): string {
  return cleanPath(path.startsWith('/') ? path : `${workdir === '' ? '/' : workdir}/${path}`);
}

/** The files that a path stands for, in order: itself, or all below it. */
export function pathsUnder(files: Readonly<Record<string, unknown>>, path: string): readonly string[] {
  if (Object.hasOwn(files, path)) return [path];
  const directory = path.endsWith('/') ? path : `${path}/`;
  return Object.keys(files)
    .filter((file) => file.startsWith(directory))
    .sort(byCodeUnit);
}

/** Whether there is a directory: with something in it, or made by itself. */
export function isDirectory(files: Files, made: readonly string[], path: string): boolean {
  const inside = path.endsWith('/') ? path : `${path}/`;
  const isMade = made.some((directory) => `${directory}/`.startsWith(inside));
  return path === '/' || isMade || Object.keys(files).some((file) => file.startsWith(inside));
}
