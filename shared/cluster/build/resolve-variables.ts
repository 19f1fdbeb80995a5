/** Fills in the variables of a blueprint, instruction by instruction, as ARG and ENV bring them into scope. */
import type { Arg, From, Instruction, Transfer } from './dockerfile/instruction.ts';
import { attempt, DockerfileError, type Problem } from './dockerfile/problem.ts';
import { expandWord, type Variables } from './dockerfile/expand.ts';

export interface Resolved {
  /** With its variables filled in. The commands of RUN, CMD and HEALTHCHECK keep theirs: a shell fills them in. */
  readonly instruction: Instruction;
  /** Build arguments in scope that were named by ARG, without those that ENV covers. */
  readonly args: Variables;
}

export interface VariableSources {
  readonly escapeToken: string;
  /** Values given from outside, as `--build-arg` does. */
  readonly buildArgs: Variables;
  /** The environment that a base image brings. */
  readonly baseEnv: (image: string) => Variables;
  /** Instructions that a base image has for whoever builds on it (ONBUILD), to stand behind that FROM. */
  readonly triggers?: (from: From) => readonly Instruction[];
}

interface Stage {
  readonly args: Variables;
  readonly env: Variables;
}

interface Scope {
  /** Of ARG instructions before FROM: for FROM, and for ARG instructions that name them again. */
  globals: Variables;
  /** Of the stage that is being read; null before the first. */
  stage: Stage | null;
  name: string;
  readonly stages: Map<string, Stage>;
}

/** The builders' machine, which builds for its own like. FROM knows them; a stage, once it names them. Source: Dockerfile reference. */
const PLATFORM_ARGS: Variables = Object.fromEntries(
  ['BUILD', 'TARGET'].flatMap((whose) => [
    [`${whose}PLATFORM`, 'linux/amd64'],
    [`${whose}OS`, 'linux'],
    [`${whose}ARCH`, 'amd64'],
    [`${whose}VARIANT`, ''],
  ]),
);

export function resolveVariables(
  instructions: readonly Instruction[],
  sources: VariableSources,
): { readonly resolved: readonly Resolved[]; readonly errors: readonly Problem[] } {
  const scope: Scope = { globals: PLATFORM_ARGS, stage: null, name: '', stages: new Map() };
  const errors: Problem[] = [];
  const resolved: Resolved[] = [];
  const pending = [...instructions];
  for (let written = pending.shift(); written; written = pending.shift()) {
    const report = (problem: Problem) => void errors.push(problem);
    const instruction = attempt(written.line, report, () => expand(written, scope, sources));
    if (!instruction) continue;
    follow(instruction, scope, sources);
    resolved.push({ instruction, args: scope.stage ? uncoveredArgs(scope.stage) : {} });
    if (instruction.type === 'FROM') pending.unshift(...(sources.triggers?.(instruction) ?? []));
  }
  return { resolved, errors };
}

function expand(instruction: Instruction, scope: Scope, { escapeToken }: VariableSources): Instruction {
  const variables = scope.stage ? { ...scope.stage.args, ...scope.stage.env } : scope.globals;
  const fill = (word: string) => expandWord(word, variables, escapeToken);
  switch (instruction.type) {
    case 'FROM': {
      const inFrom = (word: string) => expandWord(word, scope.globals, escapeToken);
      const image = inFrom(instruction.image);
      if (image === '') throw blankBase(instruction.image);
      return { ...instruction, image, platform: inFrom(instruction.platform) };
    }
    case 'COPY':
    case 'ADD':
      return expandTransfer(instruction, fill);
    case 'ENV':
    case 'LABEL':
      return { ...instruction, pairs: instruction.pairs.map(([key, value]) => [fill(key), fill(value)] as const) };
    case 'ARG':
      return {
        ...instruction,
        args: instruction.args.map(({ name, value }) => ({ name, value: value === null ? null : fill(value) })),
      };
    case 'RUN':
      return { ...instruction, mounts: instruction.mounts.map(fill) };
    case 'EXPOSE':
      return { ...instruction, ports: instruction.ports.map(fill) };
    case 'USER':
      return { ...instruction, user: fill(instruction.user) };
    case 'WORKDIR':
      return { ...instruction, path: fill(instruction.path) };
    case 'VOLUME':
      return { ...instruction, paths: instruction.paths.map(fill) };
    case 'STOPSIGNAL':
      return { ...instruction, signal: fill(instruction.signal) };
    default:
      return instruction;
  }
}

/** Mostly an ARG that stands behind FROM, or nowhere. */
function blankBase(word: string): DockerfileError {
  const message = `base name (${word}) should not be blank`;
  return new DockerfileError('dockerfileVariable', message, { word: word.slice(0, 100), why: message.slice(0, 200) });
}

/** Everything but `--from`, which names a stage as it stands. */
function expandTransfer<T extends Transfer>(transfer: T, fill: (word: string) => string): T {
  return {
    ...transfer,
    sources: transfer.sources.map(fill),
    destination: fill(transfer.destination),
    chown: fill(transfer.chown),
    chmod: fill(transfer.chmod),
    contents: transfer.contents.map((file) => (file.expands ? { ...file, content: fill(file.content) } : file)),
  };
}

function follow(instruction: Instruction, scope: Scope, sources: VariableSources): void {
  if (instruction.type === 'FROM') {
    const parent = scope.stages.get(instruction.image.toLowerCase());
    const number = [...scope.stages.keys()].filter((key) => /^\d+$/.test(key)).length;
    scope.name = instruction.stage;
    scope.stage = parent ?? { args: {}, env: sources.baseEnv(instruction.image) };
    scope.stages.set(String(number), scope.stage);
  } else if (instruction.type === 'ENV' && scope.stage) {
    scope.stage = { ...scope.stage, env: { ...scope.stage.env, ...Object.fromEntries(instruction.pairs) } };
  } else if (instruction.type === 'ARG') {
    const values = valuesOf(instruction, scope.stage ? scope.globals : {}, sources);
    if (scope.stage) scope.stage = { ...scope.stage, args: { ...scope.stage.args, ...values } };
    else scope.globals = { ...scope.globals, ...values };
  }
  if (scope.stage && scope.name !== '') scope.stages.set(scope.name, scope.stage);
}

/** Of the same name, ENV's value is the one that a RUN sees. */
function uncoveredArgs({ args, env }: Stage): Variables {
  return Object.fromEntries(Object.entries(args).filter(([name]) => !Object.hasOwn(env, name)));
}

function valuesOf({ args }: Arg, globals: Variables, { buildArgs }: VariableSources): Variables {
  return Object.fromEntries(
    args.flatMap(({ name, value }) => {
      const given = ownValue(buildArgs, name) ?? value ?? ownValue(globals, name);
      return given === undefined ? [] : [[name, given] as const];
    }),
  );
}

function ownValue(variables: Variables, name: string): string | undefined {
  return Object.hasOwn(variables, name) ? variables[name] : undefined;
}
