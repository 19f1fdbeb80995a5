/** Dockerfiles: parsed, variables expanded, .dockerignore. */
import { isDeepStrictEqual } from 'node:util';
import { parseDockerfile } from '../../../shared/cluster/build/dockerfile-parser.ts';
import { expandWord } from '../../../shared/cluster/build/dockerfile/expand.ts';
import { ignoreMatcher } from '../../../shared/cluster/build/dockerfile/ignore.ts';
import type { CommandForm, From, Instruction } from '../../../shared/cluster/build/dockerfile/instruction.ts';
import type { Node } from '../../../shared/cluster/build/dockerfile/nodes.ts';
import { DockerfileError } from '../../../shared/cluster/build/dockerfile/problem.ts';

function orError<T>(answer: () => T): T | { readonly error: true } {
  try {
    return answer();
  } catch (error) {
    if (error instanceof DockerfileError) return { error: true };
    throw error;
  }
}

/** The vectors leave out what is not there. */
function nodeShape(node: Node): object {
  return {
    args: node.args,
    endLine: node.endLine,
    flags: node.flags,
    instruction: node.instruction,
    startLine: node.startLine,
    ...(node.isJson ? { jsonForm: true } : {}),
    ...(node.child ? { child: nodeShape(node.child) } : {}),
    ...(node.heredocs.length === 0
      ? {}
      : {
          heredocs: node.heredocs.map(({ name, fileDescriptor, expands, chomps, content }) => ({
            chomp: chomps,
            content,
            expand: expands,
            fileDescriptor,
            name,
          })),
        }),
  };
}

const TYPE_NAMES: Readonly<Record<string, string>> = { STOPSIGNAL: 'StopSignal', HEALTHCHECK: 'HealthCheck' };
const typeName = (type: string) => TYPE_NAMES[type] ?? `${type.charAt(0)}${type.slice(1).toLowerCase()}`;
const pairsShape = (pairs: readonly (readonly [string, string])[]) => pairs.map(([key, value]) => ({ key, value }));
const commandShape = ({ words, isShell }: CommandForm) => ({ cmdLine: words, shellForm: isShell });
const argsShape = (args: readonly { readonly name: string; readonly value: string | null }[]) =>
  args.map(({ name, value }) => ({ key: name, value }));
const NANOSECONDS = 1_000_000_000;

function fieldsOf(instruction: Instruction): object {
  switch (instruction.type) {
    case 'RUN':
    case 'CMD':
      return commandShape(instruction.command);
    case 'ENTRYPOINT': {
      const { words } = instruction.command;
      return { ...commandShape(instruction.command), cmdLine: words.length === 0 ? null : words };
    }
    case 'COPY':
    case 'ADD': {
      const { sources, destination, chown, chmod, link } = instruction;
      const own =
        instruction.type === 'COPY'
          ? { from: instruction.from, parents: instruction.parents }
          : { checksum: instruction.checksum, keepGitDir: instruction.keepGitDir };
      return { chmod, chown, dest: destination, link, sources: sources.length === 0 ? null : sources, ...own };
    }
    case 'ENV':
      return { env: pairsShape(instruction.pairs) };
    case 'LABEL':
      return { labels: pairsShape(instruction.pairs) };
    case 'ARG':
      return { args: argsShape(instruction.args) };
    case 'EXPOSE':
      return { ports: instruction.ports };
    case 'USER':
      return { user: instruction.user };
    case 'WORKDIR':
      return { path: instruction.path };
    case 'VOLUME':
      return { volumes: instruction.paths };
    case 'SHELL':
      return { shell: instruction.words };
    case 'STOPSIGNAL':
      return { signal: instruction.signal };
    case 'MAINTAINER':
      return { maintainer: instruction.name };
    case 'ONBUILD':
      return { expression: instruction.expression };
    case 'HEALTHCHECK': {
      const { command, intervalNanoseconds, timeoutNanoseconds, startPeriodNanoseconds, retries } = instruction;
      return {
        intervalSeconds: intervalNanoseconds / NANOSECONDS,
        retries,
        startPeriodSeconds: startPeriodNanoseconds / NANOSECONDS,
        test: command ? [command.isShell ? 'CMD-SHELL' : 'CMD', ...command.words] : ['NONE'],
        timeoutSeconds: timeoutNanoseconds / NANOSECONDS,
      };
    }
    default:
      return {};
  }
}

interface StageShape {
  readonly baseName: string;
  readonly commands: readonly object[];
  readonly name: string;
  readonly platform: string;
}

function stagesOf(instructions: readonly Instruction[]): readonly StageShape[] {
  const begin = ({ image, stage, platform }: From) => ({
    baseName: image,
    name: stage,
    platform,
    commands: [] as object[],
  });
  const stages: ReturnType<typeof begin>[] = [];
  for (const instruction of instructions) {
    if (instruction.type === 'FROM') stages.push(begin(instruction));
    else stages.at(-1)?.commands.push({ type: typeName(instruction.type), ...fieldsOf(instruction) });
  }
  return stages;
}

function parse({ dockerfile }: { readonly dockerfile: string }) {
  const { escapeToken, nodes, instructions, syntaxProblems, problems } = parseDockerfile(dockerfile);
  if (syntaxProblems.length > 0) return { parseError: true };
  const shapes = nodes.map(nodeShape);
  if (problems.length > 0) return { escapeToken, instructionError: true, nodes: shapes };
  const first = instructions.findIndex(({ type }) => type === 'FROM');
  const before = instructions.slice(0, first === -1 ? instructions.length : first);
  const argsBeforeFirstFrom = before.flatMap((item) => (item.type === 'ARG' ? argsShape(item.args) : []));
  return { argsBeforeFirstFrom, escapeToken, nodes: shapes, stages: stagesOf(instructions) };
}

interface ParseAnswer {
  readonly stages?: readonly StageShape[];
}

export const adapters = {
  'dockerfile.parse': parse,
  'dockerfile.expandVariables': ({ word, env, escapeToken }: ExpandInput) =>
    orError(() => ({ value: expandWord(word, variablesOf(env), escapeToken ?? '\\') })),
  'dockerignore.excludes': ({ path, patterns }: { readonly path: string; readonly patterns: readonly string[] }) =>
    orError(() => ({ excluded: ignoreMatcher(patterns)(path) })),
};

interface ExpandInput {
  readonly word: string;
  readonly env: readonly string[];
  readonly escapeToken?: string;
}

function variablesOf(env: readonly string[]) {
  return Object.fromEntries(env.map((pair) => /^([^=]*)=?([^]*)$/.exec(pair)?.slice(1, 3) ?? [pair, '']));
}

/** A command as written down here may say more than the vector shows: compared is what it shows. */
function shown(expected: object, got: object | undefined): object {
  return Object.fromEntries(Object.keys(expected).map((key) => [key, (got as Record<string, unknown>)?.[key]]));
}

export const comparers = {
  'dockerfile.parse': (expected: ParseAnswer, got: ParseAnswer) => {
    if (!expected.stages || !got.stages) return isDeepStrictEqual(got, expected);
    const stages = got.stages.map((stage, index) => {
      const commands = expected.stages?.[index]?.commands ?? [];
      return {
        ...stage,
        commands: stage.commands.map((command, at) => (commands[at] ? shown(commands[at], command) : command)),
      };
    });
    return isDeepStrictEqual({ ...got, stages }, expected);
  },
};
