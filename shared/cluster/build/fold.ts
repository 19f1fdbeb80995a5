/** Carries a stage's instructions out in thought: what stands after each, and what each adds. Pure. */
import type { Image, ImageConfig } from '../../api/world/image.ts';
import { STYLE_LABEL } from './catalogue/styles.ts';
import { SYSTEM_DIRECTORIES } from './catalogue/directories.ts';
import type { CommandForm, Transfer } from './dockerfile/instruction.ts';
import { readMount, type Mount } from './dockerfile/mounts.ts';
import { DockerfileError, tooMany } from './dockerfile/problem.ts';
import { SCRATCH_CONFIG, withInstruction } from './image-config.ts';
import { runEffects, type Allowance } from './run/effects.ts';
import { overlayOf } from './run/overlays.ts';
import { filesOf, hasShell, isDirectory, MOST_FILES } from './stage-state.ts';
import type { Resolved } from './resolve-variables.ts';
import type { Supply } from './supply.ts';
import { MADE_PROGRAMS, take, type Taken } from './transfer.ts';

export interface StageState {
  readonly config: ImageConfig;
  readonly style: string | null;
  /** This stage has a CMD of its own. */
  readonly hasCommand: boolean;
  /** Directories that stand with nothing in them, too. */
  readonly directories: readonly string[];
}

/** What one instruction adds, beside the configuration. */
export interface Added {
  readonly bytes: number;
  readonly ticks: number;
  /** For COPY and ADD. */
  readonly taken: Taken | null;
  /** What a RUN's mounts brought. */
  readonly bound: Taken['sums'];
}

const NOTHING: Added = { bytes: 0, ticks: 0, taken: null, bound: [] };

export function stateOfImage(image: Image | null): StageState {
  if (!image) return { config: SCRATCH_CONFIG, style: null, hasCommand: false, directories: [] };
  // Its triggers are for this build, and not for the next one.
  const { onBuild: _onBuild, ...config } = image.config;
  const directories = [config.workdir, ...(config.volumes ?? []), ...(hasShell(config) ? SYSTEM_DIRECTORIES : [])];
  return { config, style: image.style, hasCommand: false, directories };
}

/** Throws a DockerfileError. `supplyOf` tells what COPY takes from. */
export function carryOut(
  state: StageState,
  { instruction, args }: Resolved,
  supplyOf: (wanted: Transfer | Mount) => Supply,
  allowance: Allowance,
): { readonly state: StageState; readonly added: Added } {
  const { config } = state;
  if (instruction.type === 'RUN') {
    if (!canStart(instruction.command, config)) throw cannotStart(instruction.command);
    const overlays = instruction.mounts.flatMap((mount) => overlayOf(readMount(mount), supplyOf, config.workdir) ?? []);
    const { bytes, ticks, directories, ...after } = runEffects(instruction, { ...state, args, overlays, allowance });
    const programs = Object.assign({}, MADE_PROGRAMS, ...overlays.map((overlay) => overlay.programs), config.programs);
    return {
      state: { ...state, directories, config: withRun(config, after, programs) },
      added: { ...NOTHING, bytes, ticks, bound: overlays.flatMap(({ sums }) => sums) },
    };
  }
  if (instruction.type === 'COPY' || instruction.type === 'ADD') {
    const taken = take(instruction, supplyOf(instruction), {
      workdir: config.workdir,
      isDirectory: (path) => isDirectory(filesOf(config), state.directories, path),
    });
    const files = { ...filesOf(config), ...taken.files };
    if (Object.keys(files).length > MOST_FILES) throw tooMany(MOST_FILES);
    const programs = { ...config.programs, ...taken.programs };
    return {
      state: { ...state, config: { ...config, files, programs } },
      added: { ...NOTHING, bytes: taken.bytes, taken },
    };
  }
  const style =
    instruction.type === 'LABEL' ? instruction.pairs.findLast(([key]) => key === STYLE_LABEL)?.[1] : undefined;
  const after = withInstruction(config, instruction, state);
  const isWorkdir = instruction.type === 'WORKDIR';
  return {
    state: {
      config: after,
      directories: isWorkdir ? [...state.directories, after.workdir] : state.directories,
      style: style ?? state.style,
      hasCommand: state.hasCommand || instruction.type === 'CMD',
    },
    added: NOTHING,
  };
}

function withRun(
  config: ImageConfig,
  after: Pick<ReturnType<typeof runEffects>, 'files' | 'packages'>,
  known: ImageConfig['programs'],
): ImageConfig {
  const made = Object.values(after.files).flatMap(({ program }) => (program === undefined ? [] : [program]));
  const programs = { ...config.programs };
  for (const name of made) {
    const program = Object.hasOwn(known, name) ? known[name] : undefined;
    if (program) programs[name] = program;
  }
  return { ...config, ...after, programs };
}

/** A line of text needs a shell; a list is a program of its own. What it may be, a whole system has. */
function canStart({ words: [first = ''], isShell }: CommandForm, config: ImageConfig): boolean {
  if (hasShell(config)) return true;
  return !isShell && Object.keys(filesOf(config)).some((path) => path === first || path.endsWith(`/${first}`));
}

function cannotStart({ words: [first = ''], isShell }: CommandForm): DockerfileError {
  const command = first.slice(0, 100);
  const why = isShell
    ? 'exec: "/bin/sh": stat /bin/sh: no such file or directory'
    : `exec: "${command}": executable file not found in $PATH`;
  return new DockerfileError('dockerfileRunFailed', `failed to run: ${command}: ${why}`, {
    command,
    code: 127,
    words: why,
  });
}
