/** One reader for each instruction: from its arguments to data, or a DockerfileError. Source: buildkit instructions/parse.go. */
import type {
  Arg,
  CommandForm,
  Copy,
  Expose,
  From,
  Healthcheck,
  Instruction,
  InstructionType,
  Run,
  User,
  Workdir,
} from './instruction.ts';
import { DockerfileError } from './problem.ts';
import { durationProblem } from './duration.ts';
import { jsonForm, pairs, quotedWords, splitFlags, whitespaceWords } from './words.ts';

/** An instruction without its place in the text. */
type Read<T extends Instruction> = Omit<T, 'line' | 'endLine' | 'text'>;
type Reader<T extends Instruction> = (rest: string, escapeToken: string, flags: Flags) => Read<T>;
type Flags = Readonly<Record<string, string>>;

const STAGE_NAME = /^[a-z][a-z0-9-_.]*$/;
const ARG_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Flags that each instruction may carry. */
const FLAGS: Readonly<Partial<Record<InstructionType, readonly string[]>>> = {
  FROM: ['platform'],
  RUN: ['mount', 'network', 'security'],
  COPY: ['from', 'chown', 'chmod', 'link', 'parents', 'exclude'],
  HEALTHCHECK: ['interval', 'timeout', 'start-period', 'start-interval', 'retries'],
};

function readFlags(type: InstructionType, flags: readonly string[]): Flags {
  const known = FLAGS[type] ?? [];
  return Object.fromEntries(
    flags.map((flag) => {
      const [name = '', ...value] = flag.slice(2).split('=');
      if (!known.includes(name)) {
        const details = { instruction: type, flag: `--${name}`, known: known.map((other) => `--${other}`).join(' ') };
        throw new DockerfileError('dockerfileUnknownFlag', `unknown flag: --${name}`, details);
      }
      return [name, value.join('=')];
    }),
  );
}

function commandForm(rest: string): CommandForm {
  const json = jsonForm(rest);
  return json ? { words: json, isShell: false } : { words: rest === '' ? [] : [rest], isShell: true };
}

function needed(instruction: InstructionType, text: string): string {
  if (text === '') {
    const message = `${instruction} requires at least one argument`;
    throw new DockerfileError('dockerfileNoArguments', message, { instruction });
  }
  return text;
}

const readFrom: Reader<From> = (rest) => {
  const [image = '', as, stage = '', ...more] = whitespaceWords(needed('FROM', rest));
  if (as !== undefined && (as.toLowerCase() !== 'as' || stage === '' || more.length > 0)) {
    throw new DockerfileError('dockerfileFromForm', 'FROM requires either one or three arguments', {});
  }
  if (stage !== '' && !STAGE_NAME.test(stage.toLowerCase())) {
    throw new DockerfileError('dockerfileStageName', `invalid name for build stage: "${stage}"`, { name: stage });
  }
  return { type: 'FROM', image, stage: stage.toLowerCase() };
};

const readRun: Reader<Run> = (rest) => ({ type: 'RUN', command: commandForm(needed('RUN', rest)) });

const readCopy: Reader<Copy> = (rest, _escapeToken, flags) => {
  if (flags['from'] !== undefined) {
    throw new DockerfileError('dockerfileOneStage', 'COPY --from needs a second build stage', {});
  }
  const words = jsonForm(rest) ?? whitespaceWords(rest);
  const destination = words.at(-1);
  if (words.length < 2 || destination === undefined) {
    const message = 'COPY requires at least two arguments, the last of which is the destination';
    throw new DockerfileError('dockerfileCopyArguments', message, {});
  }
  const sources = words.slice(0, -1);
  if (sources.length > 1 && !destination.endsWith('/')) {
    const message =
      'When using COPY with more than one source file, the destination must be a directory and end with a /';
    throw new DockerfileError('dockerfileCopyDirectory', message, { destination });
  }
  return { type: 'COPY', sources, destination, chown: flags['chown'] ?? '', chmod: flags['chmod'] ?? '' };
};

const readArg: Reader<Arg> = (rest, escapeToken) => ({
  type: 'ARG',
  args: quotedWords(needed('ARG', rest), escapeToken).map((word) => {
    const separator = word.indexOf('=');
    const name = separator === -1 ? word : word.slice(0, separator);
    if (!ARG_NAME.test(name)) {
      throw new DockerfileError('dockerfileArgName', `ARG names can not be "${name}"`, { name });
    }
    return { name, value: separator === -1 ? null : word.slice(separator + 1) };
  }),
});

const readExpose: Reader<Expose> = (rest) => ({ type: 'EXPOSE', ports: whitespaceWords(needed('EXPOSE', rest)) });
const readUser: Reader<User> = (rest) => ({ type: 'USER', user: needed('USER', rest) });
const readWorkdir: Reader<Workdir> = (rest) => ({ type: 'WORKDIR', path: needed('WORKDIR', rest) });

const readHealthcheck: Reader<Healthcheck> = (rest, _escapeToken, options) => {
  const [, word = '', after = ''] = /^(\S+)\s*(.*)$/.exec(needed('HEALTHCHECK', rest)) ?? [];
  const form = word.toUpperCase();
  const isValid = form === 'NONE' ? after === '' && Object.keys(options).length === 0 : form === 'CMD' && after !== '';
  if (!isValid) {
    const message = `HEALTHCHECK takes NONE, or CMD and a command; got "${rest}"`;
    throw new DockerfileError('dockerfileHealthcheck', message, { text: rest.slice(0, 100) });
  }
  for (const [name, value] of Object.entries(options)) {
    const wrong = name === 'retries' ? (/^\d+$/.test(value) ? null : 'not a number') : durationProblem(value);
    if (wrong === null) continue;
    throw new DockerfileError('dockerfileFlagValue', `invalid --${name} "${value}": ${wrong}`, {
      flag: `--${name}`,
      value,
    });
  }
  return { type: 'HEALTHCHECK', command: form === 'NONE' ? null : commandForm(after), options };
};

const READERS: { readonly [Type in InstructionType]: Reader<Extract<Instruction, { type: Type }>> } = {
  FROM: readFrom,
  RUN: readRun,
  COPY: readCopy,
  ENV: (rest, escapeToken) => ({ type: 'ENV', pairs: pairs('ENV', rest, escapeToken) }),
  LABEL: (rest, escapeToken) => ({ type: 'LABEL', pairs: pairs('LABEL', rest, escapeToken) }),
  ARG: readArg,
  EXPOSE: readExpose,
  USER: readUser,
  WORKDIR: readWorkdir,
  HEALTHCHECK: readHealthcheck,
  CMD: (rest) => ({ type: 'CMD', command: commandForm(rest) }),
};

export function isInstructionType(word: string): word is InstructionType {
  return Object.hasOwn(READERS, word);
}

export const INSTRUCTION_TYPES: readonly string[] = Object.keys(READERS);

export function readInstruction(type: InstructionType, text: string, escapeToken: string): Read<Instruction> {
  const { flags, rest } = splitFlags(text);
  return READERS[type](rest, escapeToken, readFlags(type, flags));
}
