/** What the commands of a RUN do to a stage: weight, time, files, packages; or how they fail. */
import type { ImageConfig } from '../../../api/world/image.ts';
import type { Run } from '../dockerfile/instruction.ts';
import type { Variables } from '../dockerfile/expand.ts';
import { DEFAULT_SHELL, filesOf, MOST_FILES, type Files, type Packages } from '../stage-state.ts';
import { setOptions } from './builtins.ts';
import { laidOver, lifted, overlayAt, type Overlay } from './overlays.ts';
import { failed, FAILED, MOST_STEPS, MOST_STEPS_IN_ALL, type Room } from './room.ts';
import { runScript, runWords } from './shell.ts';

export interface RunEffects {
  /** What the layer weighs: what is added and taken away again in one RUN weighs nothing. */
  readonly bytes: number;
  readonly ticks: number;
  readonly files: Files;
  readonly packages: Packages;
  readonly directories: readonly string[];
}

/** What all RUNs of a blueprint may still do, together. */
export interface Allowance {
  stepsLeft: number;
}

export const fullAllowance = (): Allowance => ({ stepsLeft: MOST_STEPS_IN_ALL });

/** What it is carried out upon. */
export interface RunGround {
  readonly allowance: Allowance;
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
  { config, directories: standing, args, overlays, allowance }: RunGround,
): RunEffects {
  const granted = Math.min(MOST_STEPS, allowance.stepsLeft);
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
    stepsLeft: granted,
    filesTouched: 0,
    filesLeft: MOST_FILES - Object.keys(before).length,
    questions: 0,
    stopsAtFailure: false,
    pipesFail: false,
    heredocs: heredocs.map(({ content }) => content),
  };
  if (command.isShell) setOptions(room, (config.shell ?? DEFAULT_SHELL).slice(1));
  try {
    const failure = command.isShell
      ? runScript(room, command.words.join(' '))
      : runWords(room, command.words, undefined, false);
    if (failure) throw failure;
  } catch (error) {
    if (room.stepsLeft >= 0 || granted === MOST_STEPS) throw error;
    throw failed(command.words, FAILED, `more than ${MOST_STEPS_IN_ALL} steps in all`);
  } finally {
    allowance.stepsLeft -= granted - Math.max(0, room.stepsLeft);
  }
  const { bytes, ticks, packages } = room;
  const files = lifted(room.files, filesOf(config), overlays);
  const directories = room.directories.filter((path) => standing.includes(path) || !overlayAt(overlays, path));
  return { bytes, ticks, files, packages, directories };
}
