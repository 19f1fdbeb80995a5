/** What is wrong with a blueprint, as data: the builder's panel and the build verb say the same sentence. */
import type { Status } from '../../../api/status.ts';
import { failure } from '../../../api/status.ts';

/** Texts: client `refusal.<key>`. */
export type ProblemKey =
  | 'dockerfileEmpty'
  | 'dockerfileNoFrom'
  | 'dockerfileBeforeFrom'
  | 'dockerfileUnknownInstruction'
  | 'dockerfileDirective'
  | 'dockerfileJsonStrings'
  | 'dockerfileHeredocOpen'
  | 'dockerfileHeredocPlace'
  | 'dockerfileShellForm'
  | 'dockerfileOnbuild'
  | 'dockerfileBlankName'
  | 'dockerfileFlagTwice'
  | 'dockerfileStageUnknown'
  | 'dockerfileTarget'
  | 'dockerignorePattern'
  | 'dockerfileRunFailed'
  | 'dockerfileNoArguments'
  | 'dockerfileFromForm'
  | 'dockerfileStageName'
  | 'dockerfileCopyArguments'
  | 'dockerfileCopyDirectory'
  | 'dockerfileCopyMissing'
  | 'dockerfileUnknownFlag'
  | 'dockerfileFlagValue'
  | 'dockerfilePairs'
  | 'dockerfilePort'
  | 'dockerfileHealthcheck'
  | 'dockerfileVariable'
  | 'dockerfileBaseUnknown'
  | 'dockerfileStyle'
  | 'dockerfileTooLong'
  | 'dockerfileTooLarge';

export interface Problem {
  readonly line: number;
  readonly key: ProblemKey;
  /** As BuildKit says it, or would. */
  readonly message: string;
  /** Values for the sentence; `line` is always among them. */
  readonly details: Readonly<Record<string, string | number>>;
}

/** Thrown while one instruction is read, and caught there: it never leaves the parser. */
export class DockerfileError extends Error {
  override readonly name = 'DockerfileError';
  readonly key: ProblemKey;
  readonly details: Problem['details'];

  constructor(key: ProblemKey, message: string, details: Problem['details'] = {}) {
    super(message);
    this.key = key;
    this.details = details;
  }
}

/** More of them than anybody needs. */
export function tooMany(most: number): DockerfileError {
  return new DockerfileError('dockerfileTooLong', 'max depth exceeded', { most });
}

export function problemAt(line: number, { key, message, details }: DockerfileError): Problem {
  return { line, key, message: `dockerfile parse error on line ${line}: ${message}`, details: { ...details, line } };
}

/** The first problem as a refusal. */
export function refusalOf(problems: readonly Problem[]): Status | null {
  const [first] = problems;
  return first ? failure('Invalid', first.key, first.message, first.details) : null;
}

/** Runs what may throw; the problem goes to `report` and the answer is undefined. */
export function attempt<T>(line: number, report: (problem: Problem) => void, read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof DockerfileError)) throw error;
    report(problemAt(line, error));
    return undefined;
  }
}
