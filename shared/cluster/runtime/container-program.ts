/** What a container's process runs: its image's own program, or what its pod says in place of that. */
import type { Container } from '../../api/container.ts';
import type { Image, Program } from '../../api/world/image.ts';
import type { RuntimeContainer } from '../../api/world/sandbox.ts';
import { isEqual } from '../../base/equal.ts';
import type { View } from '../../store/store.ts';
import { withProgram } from '../build/program-choice.ts';
import { filledIn } from './references.ts';

type Environment = Readonly<Record<string, string>>;

const NO_WORDS: readonly string[] = [];

/** Of its present or last process; undefined where its image is not known. */
export function programOf(view: View, { program, imageDigest }: RuntimeContainer): Program | undefined {
  return program ?? view.get('Image', imageDigest ?? '')?.config.program;
}

/** It says itself what is to run in it. */
export function hasOwnCommand({ command, args, workingDir }: Container): boolean {
  return Boolean(command?.length) || Boolean(args?.length) || workingDir !== undefined;
}

/**
 * What a container of this spec would run. `command` takes the place of ENTRYPOINT and CMD, `args` that of CMD. Its
 * image's own program, the same object, where nothing of the pod's makes a difference.
 * @param runtimes what the runtime adds to the environment, and the pod's texts cannot name
 */
export function programFor(
  { config }: Image,
  spec: Container,
  environment: Environment = {},
  runtimes: Environment = {},
): Program {
  if (!hasOwnCommand(spec) && !looksAround(config)) return config.program;
  const { command = NO_WORDS, args = NO_WORDS, workingDir = config.workdir } = spec;
  const valueOf = (name: string) => (Object.hasOwn(environment, name) ? environment[name] : undefined);
  const expand = (word: string) => filledIn(word, valueOf);
  const isWhole = command.length > 0;
  const entrypoint = isWhole ? command.map(expand) : (config.entrypoint ?? NO_WORDS);
  const rest = isWhole || args.length > 0 ? args.map(expand) : config.command;
  const env = { ...runtimes, ...config.env, ...environment };
  return withProgram({ ...config, env, workdir: workingDir, entrypoint, command: rest }).program;
}

const LOOKS = /\$|\b(?:print)?env\b/;

/** What the image runs asks for its environment; and it runs what it was built to run, and no flaw. */
function looksAround(config: Image['config']): boolean {
  const words = [...(config.entrypoint ?? NO_WORDS), ...config.command];
  return words.some((word) => LOOKS.test(word)) && isEqual(withProgram(config).program, config.program);
}
