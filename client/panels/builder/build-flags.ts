/** What stands beside a blueprint, as `docker build` takes it: arguments, the stage to stop at, what to leave out. */
import { signal } from '@preact/signals';
import type { BuildOptions } from '../../../shared/cluster/build/materials.ts';

export interface BuildFlags {
  /** `NAME=value`, one a line. */
  readonly args: string;
  readonly target: string;
  readonly ignore: string;
  readonly noCache: boolean;
}

export const buildFlags = signal<BuildFlags>({ args: '', target: '', ignore: '', noCache: false });

interface ReadFlags {
  /** Only what was said: a build without flags is asked for as one. */
  readonly options: BuildOptions;
  /** Lines that are no argument, from 1. */
  readonly problems: readonly number[];
}

export function readFlags({ args, target, ignore, noCache }: BuildFlags): ReadFlags {
  const buildArgs: Record<string, string> = {};
  const problems: number[] = [];
  args.split('\n').forEach((line, index) => {
    const sign = line.indexOf('=');
    if (line.trim() === '') return;
    if (sign < 1) problems.push(index + 1);
    else buildArgs[line.slice(0, sign).trim()] = line.slice(sign + 1).trim();
  });
  const options = {
    ...(ignore.trim() === '' ? {} : { dockerignore: ignore }),
    ...(Object.keys(buildArgs).length === 0 ? {} : { buildArgs }),
    ...(target.trim() === '' ? {} : { target: target.trim() }),
    ...(noCache ? { noCache } : {}),
  };
  return { options, problems };
}
