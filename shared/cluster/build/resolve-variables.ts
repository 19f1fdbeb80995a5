/** Fills in the variables of a blueprint, instruction by instruction, as ARG and ENV bring them into scope. */
import type { Arg, Instruction } from './dockerfile/instruction.ts';
import { attempt, type Problem } from './dockerfile/problem.ts';
import { expandWord, type Variables } from './dockerfile/expand.ts';

export interface Resolved {
  /** With its variables filled in. RUN, CMD and HEALTHCHECK keep theirs: a shell fills them in when they run. */
  readonly instruction: Instruction;
  /** Build arguments in scope. */
  readonly args: Variables;
}

export interface VariableSources {
  readonly escapeToken: string;
  /** Values given from outside, as `--build-arg` does. */
  readonly buildArgs: Variables;
  /** The environment that a base image brings. */
  readonly baseEnv: (image: string) => Variables;
}

interface Scope {
  /** Of ARG instructions before FROM: for FROM, and for ARG instructions that name them again. */
  globals: Variables;
  args: Variables;
  env: Variables;
  inStage: boolean;
}

export function resolveVariables(
  instructions: readonly Instruction[],
  sources: VariableSources,
): { readonly resolved: readonly Resolved[]; readonly errors: readonly Problem[] } {
  const scope: Scope = { globals: {}, args: {}, env: {}, inStage: false };
  const errors: Problem[] = [];
  const resolved = instructions.flatMap((written) => {
    const report = (problem: Problem) => void errors.push(problem);
    const instruction = attempt(written.line, report, () => expand(written, scope, sources));
    if (!instruction) return [];
    follow(instruction, scope, sources);
    return [{ instruction, args: scope.args }];
  });
  return { resolved, errors };
}

function expand(instruction: Instruction, scope: Scope, { escapeToken }: VariableSources): Instruction {
  const variables = scope.inStage ? { ...scope.args, ...scope.env } : scope.globals;
  const fill = (word: string) => expandWord(word, variables, escapeToken);
  switch (instruction.type) {
    case 'FROM':
      return { ...instruction, image: expandWord(instruction.image, scope.globals, escapeToken) };
    case 'COPY':
      return { ...instruction, sources: instruction.sources.map(fill), destination: fill(instruction.destination) };
    case 'ENV':
    case 'LABEL':
      return { ...instruction, pairs: instruction.pairs.map(([key, value]) => [fill(key), fill(value)] as const) };
    case 'ARG':
      return {
        ...instruction,
        args: instruction.args.map(({ name, value }) => ({ name, value: value === null ? null : fill(value) })),
      };
    case 'EXPOSE':
      return { ...instruction, ports: instruction.ports.map(fill) };
    case 'USER':
      return { ...instruction, user: fill(instruction.user) };
    case 'WORKDIR':
      return { ...instruction, path: fill(instruction.path) };
    default:
      return instruction;
  }
}

function follow(instruction: Instruction, scope: Scope, sources: VariableSources): void {
  if (instruction.type === 'FROM') {
    Object.assign(scope, { inStage: true, args: {}, env: sources.baseEnv(instruction.image) } satisfies Partial<Scope>);
  } else if (instruction.type === 'ENV') {
    scope.env = { ...scope.env, ...Object.fromEntries(instruction.pairs) };
  } else if (instruction.type === 'ARG') {
    if (scope.inStage) scope.args = { ...scope.args, ...valuesOf(instruction, scope.globals, sources) };
    else scope.globals = { ...scope.globals, ...valuesOf(instruction, {}, sources) };
  }
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
