/** One reader for each instruction: from its node to data, or a DockerfileError. Source: buildkit instructions/parse.go. */
import { byCodeUnit } from '../../../base/order.ts';
import type { Arg, From, Instruction, InstructionType, Onbuild, Pair, Read, Shell, Volume } from './instruction.ts';
import type { Node } from './nodes.ts';
import { DockerfileError } from './problem.ts';
import { Request } from './request.ts';
import { readHealthcheck, readRun } from './run-reader.ts';
import { readAdd, readCopy } from './transfer-readers.ts';

const STAGE_NAME = /^[a-z][a-z0-9-_.]*$/;

function readFrom(request: Request): Read<From> {
  const [image = '', as = '', name = ''] = request.args;
  const isNamed = request.args.length === 3 && as.toLowerCase() === 'as';
  if (!isNamed && request.args.length !== 1) {
    throw new DockerfileError('dockerfileFromForm', 'FROM requires either one or three arguments');
  }
  const stage = name.toLowerCase();
  if (isNamed && !STAGE_NAME.test(stage)) {
    const message = `invalid name for build stage: "${name}", name can't start with a number or contain symbols`;
    throw new DockerfileError('dockerfileStageName', message, { name: name.slice(0, 40) });
  }
  return { type: 'FROM', image, stage, platform: request.flags({ platform: 'text' }).text('platform') };
}

const blankName = (instruction: string) =>
  new DockerfileError('dockerfileBlankName', `${instruction} names can not be blank`, { instruction });

function readPairs(request: Request): readonly Pair[] {
  request.flags();
  const args = request.atLeastOne();
  const pairs: Pair[] = [];
  for (let index = 0; index < args.length; index += 3) {
    const [key = '', value = ''] = args.slice(index);
    if (key === '') throw blankName(request.node.instruction);
    pairs.push([key, value]);
  }
  return pairs;
}

function readArg(request: Request): Read<Arg> {
  // Its flags, as those of STOPSIGNAL, are nobody's business in the real one, too.
  const args = request.atLeastOne().map((word) => {
    const separator = word.indexOf('=');
    if (separator === 0) throw blankName('ARG');
    return separator === -1
      ? { name: word, value: null }
      : { name: word.slice(0, separator), value: word.slice(separator + 1) };
  });
  return { type: 'ARG', args };
}

function readVolume(request: Request): Read<Volume> {
  const paths = request.atLeastOne().map((path) => path.trim());
  request.flags();
  if (!paths.includes('')) return { type: 'VOLUME', paths };
  throw new DockerfileError('dockerfileNoArguments', 'VOLUME specified can not be an empty string', {
    instruction: 'VOLUME',
  });
}

function readShell(request: Request): Read<Shell> {
  request.flags();
  const words = request.atLeastOne();
  if (request.node.isJson) return { type: 'SHELL', words };
  const text = words.join(' ').slice(0, 100);
  throw new DockerfileError('dockerfileShellForm', `SHELL requires the arguments to be in JSON form`, { text });
}

function readOnbuild(request: Request): Read<Onbuild> {
  const [trigger = ''] = request.atLeastOne();
  request.flags();
  if (['ONBUILD', 'MAINTAINER', 'FROM'].includes(trigger)) {
    const message =
      trigger === 'ONBUILD'
        ? "Chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed"
        : `${trigger} isn't allowed as an ONBUILD trigger`;
    throw new DockerfileError('dockerfileOnbuild', message, { trigger });
  }
  const { original, heredocs } = request.node;
  const texts = heredocs.map(({ content, name }) => `\n${content}${name}`);
  return { type: 'ONBUILD', expression: original.replace(/^\s*ONBUILD\s*/i, '') + texts.join('') };
}

/** An instruction that takes one argument and no flags. */
function one(request: Request): string {
  const argument = request.exactlyOne();
  request.flags();
  return argument;
}

function plainCommand(request: Request) {
  request.flags();
  return request.command();
}

const READERS: {
  readonly [Type in InstructionType]: (request: Request) => Read<Extract<Instruction, { type: Type }>>;
} = {
  FROM: readFrom,
  RUN: readRun,
  COPY: readCopy,
  ADD: readAdd,
  ENV: (request) => ({ type: 'ENV', pairs: readPairs(request) }),
  LABEL: (request) => ({ type: 'LABEL', pairs: readPairs(request) }),
  ARG: readArg,
  EXPOSE: (request) => {
    const ports = [...request.atLeastOne()].sort(byCodeUnit);
    request.flags();
    return { type: 'EXPOSE', ports };
  },
  USER: (request) => ({ type: 'USER', user: one(request) }),
  WORKDIR: (request) => ({ type: 'WORKDIR', path: one(request) }),
  VOLUME: readVolume,
  SHELL: readShell,
  STOPSIGNAL: (request) => ({ type: 'STOPSIGNAL', signal: request.exactlyOne() }),
  MAINTAINER: (request) => ({ type: 'MAINTAINER', name: one(request) }),
  ONBUILD: readOnbuild,
  HEALTHCHECK: readHealthcheck,
  CMD: (request) => ({ type: 'CMD', command: plainCommand(request) }),
  ENTRYPOINT: (request) => ({ type: 'ENTRYPOINT', command: plainCommand(request) }),
};

function isInstructionType(word: string): word is InstructionType {
  return Object.hasOwn(READERS, word);
}

export function readInstruction(node: Node): Instruction {
  const { instruction: type, startLine, endLine, original } = node;
  if (!isInstructionType(type)) {
    const details = { instruction: type.slice(0, 40), known: Object.keys(READERS).join(' ') };
    throw new DockerfileError('dockerfileUnknownInstruction', `unknown instruction: ${details.instruction}`, details);
  }
  const read: Read<Instruction> = READERS[type](new Request(node));
  const text = `${type} ${original.trim().slice(type.length).trim()}`.trim();
  return { ...read, line: startLine, endLine, text } as Instruction;
}
