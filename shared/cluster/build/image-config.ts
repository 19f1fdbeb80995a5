/** Folds instructions into an image's configuration: environment, ports, command, and the program that it chooses. */
import type { ImageConfig } from '../../api/world/image.ts';
import { absentProgram } from './catalogue/programs.ts';
import type { CommandForm, Instruction } from './dockerfile/instruction.ts';
import { DockerfileError } from './dockerfile/problem.ts';
import { absolutePath, DEFAULT_SHELL } from './stage-state.ts';

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

const PORT = /^(\d{1,5})(?:-(\d{1,5}))?(?:\/(?:tcp|udp|sctp))?$/i;
const HIGHEST_PORT = 65535;
/** Of the image schema. */
const MOST_PORTS = 16;

/** The configuration after one more instruction. `own` tells whether this stage has a CMD of its own. */
export function withInstruction(
  config: ImageConfig,
  instruction: Instruction,
  own = { hasCommand: false },
): ImageConfig {
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
      return { ...config, workdir: absolutePath(config.workdir, instruction.path) };
    case 'HEALTHCHECK':
      return { ...config, healthcheck: instruction.command === null ? null : instruction.command.words.join(' ') };
    case 'CMD':
      return { ...config, command: commandOf(config, instruction.command) };
    case 'ENTRYPOINT': {
      // A base's command was meant for the base's entrypoint.
      const command = own.hasCommand ? config.command : [];
      return { ...config, entrypoint: commandOf(config, instruction.command), command };
    }
    case 'SHELL':
      return { ...config, shell: instruction.words };
    case 'VOLUME':
      return { ...config, volumes: [...new Set([...(config.volumes ?? []), ...instruction.paths])] };
    case 'STOPSIGNAL':
      return { ...config, stopSignal: instruction.signal };
    case 'MAINTAINER':
      return { ...config, author: instruction.name };
    case 'ONBUILD':
      return { ...config, onBuild: [...(config.onBuild ?? []), instruction.expression] };
    default:
      return config;
  }
}

function commandOf({ shell }: ImageConfig, { words, isShell }: CommandForm): readonly string[] {
  return isShell && words.length > 0 ? [...(shell ?? DEFAULT_SHELL), ...words] : words;
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
