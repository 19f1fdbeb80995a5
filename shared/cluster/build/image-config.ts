/** Folds instructions into an image's configuration: environment, ports, command, and the program that it chooses. */
import type { ImageConfig, Program } from '../../api/world/image.ts';
import { sortedKeys } from '../../base/order.ts';
import { CONTEXT_FILES, filesUnder } from './catalogue/files.ts';
import { absentProgram } from './catalogue/programs.ts';
import type { CommandForm, Copy, Instruction } from './dockerfile/instruction.ts';
import { DockerfileError } from './dockerfile/problem.ts';

/** `FROM scratch`: nothing at all. */
export const SCRATCH_CONFIG: ImageConfig = {
  env: {},
  exposedPorts: [],
  user: '',
  healthcheck: null,
  workdir: '/',
  labels: {},
  command: [],
  program: absentProgram('', false),
  programs: {},
};

const CONTEXT_PATHS = sortedKeys(CONTEXT_FILES);
const PORT = /^(\d{1,5})(?:-(\d{1,5}))?(?:\/(?:tcp|udp|sctp))?$/;
const HIGHEST_PORT = 65535;
/** Of the image schema. */
const MOST_PORTS = 16;

/** The configuration after one more instruction. */
export function withInstruction(config: ImageConfig, instruction: Instruction): ImageConfig {
  switch (instruction.type) {
    case 'ENV':
      return { ...config, env: { ...config.env, ...Object.fromEntries(instruction.pairs) } };
    case 'LABEL':
      return { ...config, labels: { ...config.labels, ...Object.fromEntries(instruction.pairs) } };
    case 'EXPOSE':
      return { ...config, exposedPorts: withPorts(config.exposedPorts, instruction.ports) };
    case 'USER':
      return { ...config, user: instruction.user };
    case 'WORKDIR':
      return { ...config, workdir: joinPath(config.workdir, instruction.path) };
    case 'HEALTHCHECK':
      return { ...config, healthcheck: instruction.command === null ? null : instruction.command.words.join(' ') };
    case 'CMD':
      return { ...config, command: commandOf(instruction.command) };
    case 'COPY':
      return { ...config, programs: { ...config.programs, ...programsOf(instruction) } };
    default:
      return config;
  }
}

/** Chooses what runs, once everything is in. */
export function withProgram(config: ImageConfig): ImageConfig {
  const [first = '', flag, line = ''] = config.command;
  const isShell = ['sh', 'bash', 'ash'].includes(baseName(first)) && flag === '-c';
  const name = baseName(
    isShell
      ? (line
          .replace(/^\s*exec\s+/, '')
          .trim()
          .split(/\s+/, 1)[0] ?? '')
      : first,
  );
  const program = Object.hasOwn(config.programs, name) ? config.programs[name] : undefined;
  return { ...config, program: program ?? absentProgram(name, isShell) };
}

function commandOf({ words, isShell }: CommandForm): readonly string[] {
  return isShell && words.length > 0 ? ['/bin/sh', '-c', ...words] : words;
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function joinPath(base: string, path: string): string {
  return path.startsWith('/') ? path : `${base.replace(/\/$/, '')}/${path}`;
}

/** Of two files that bring the same program, the later one lies on top. */
function programsOf({ sources }: Copy): Readonly<Record<string, Program>> {
  const programs: Record<string, Program> = {};
  for (const path of sources.flatMap((source) => filesUnder(CONTEXT_PATHS, source))) {
    const program = CONTEXT_FILES[path]?.program;
    if (program) programs[program.name] = program;
  }
  return programs;
}

function withPorts(before: readonly number[], words: readonly string[]): readonly number[] {
  const ports = new Set(before);
  for (const word of words) {
    const [, low, high = low] = PORT.exec(word) ?? [];
    const [first, last] = [Number(low), Number(high)];
    const isRange = first >= 1 && first <= last && last <= HIGHEST_PORT && last - first < MOST_PORTS;
    if (!isRange)
      throw new DockerfileError('dockerfilePort', `invalid containerPort: ${word}`, { port: word.slice(0, 40) });
    for (let port = first; port <= last; port += 1) ports.add(port);
  }
  return [...ports].sort((a, b) => a - b);
}
