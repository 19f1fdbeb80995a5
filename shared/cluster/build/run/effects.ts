/** What the commands of a RUN do to a stage: weight, time, files, packages; or how they fail. */
import type { ImageConfig } from '../../../api/world/image.ts';
import type { Run } from '../dockerfile/instruction.ts';
import type { Variables } from '../dockerfile/expand.ts';
import { DEFAULT_SHELL, filesOf, MOST_FILES, type Files, type Packages } from '../stage-state.ts';
import { setOptions } from './builtins.ts';
import { laidOver, lifted, overlayAt, type Overlay } from './overlays.ts';
import { MOST_STEPS, type Room } from './room.ts';
import { runScript, runWords } from './shell.ts';

export interface RunEffects {
  /** What the layer weighs: what is added and taken away again in one RUN weighs nothing. */
  readonly bytes: number;
  readonly ticks: number;
  readonly files: Files;
  readonly packages: Packages;
  readonly directories: readonly string[];
}

/** What it is carried out upon. */
export interface RunGround {
  readonly config: ImageConfig;
  readonly directories: readonly string[];
  /** Build arguments in scope. */
  readonly args: Variables;
  /** What its mounts lay over the files. */
  readonly overlays: readonly Overlay[];
}

/** Throws the DockerfileError of the command that makes it fail. */
export function runEffects(
  { command, files: heredocs }: Pick<Run, 'command' | 'files'>,
  { config, directories: standing, args, overlays }: RunGround,
): RunEffects {
  const before = laidOver(filesOf(config), overlays);
  const room: Room = {
    before,
    files: { ...before },
    packages: { ...config.packages },
    installs: new Map(),
    packageGroups: {},
    overlays,
    directories: [...standing, ...overlays.flatMap(({ at, files }) => (files[at] ? [] : [at]))],
    bytes: 0,
    ticks: 0,
    workdir: config.workdir,
    isRoot: /^(?:0|root)?(?::|$)/.test(config.user),
    variables: { HOME: '/root', ...args, ...config.env },
    stepsLeft: MOST_STEPS,
    filesLeft: MOST_FILES - Object.keys(before).length,
    questions: 0,
    stopsAtFailure: false,
    pipesFail: false,
    heredocs: heredocs.map(({ content }) => content),
  };
  if (command.isShell) setOptions(room, (config.shell ?? DEFAULT_SHELL).slice(1));
  const failure = command.isShell
    ? runScript(room, command.words.join(' '))
    : runWords(room, command.words, undefined, false);
  if (failure) throw failure;
  const { bytes, ticks, packages } = room;
  const files = lifted(room.files, filesOf(config), overlays);
  const directories = room.directories.filter((path) => standing.includes(path) || !overlayAt(overlays, path));
  return { bytes, ticks, files, packages, directories };
}
