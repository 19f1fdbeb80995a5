/** Blueprints: real Dockerfile syntax, read into instructions or into problems with their lines. */
import type { Instruction } from './dockerfile/instruction.ts';
import { escapeTokenOf, logicalLines, type LogicalLine } from './dockerfile/lines.ts';
import { attempt, DockerfileError, problemAt, type Problem } from './dockerfile/problem.ts';
import { INSTRUCTION_TYPES, isInstructionType, readInstruction } from './dockerfile/readers.ts';

export type ParsedDockerfile =
  | { readonly instructions: readonly Instruction[]; readonly escapeToken: string }
  | { readonly errors: readonly Problem[] };

/** Real instructions of Dockerfiles that this workshop does not carry out. */
const NOT_HERE = new Set(['ADD', 'ENTRYPOINT', 'MAINTAINER', 'ONBUILD', 'SHELL', 'STOPSIGNAL', 'VOLUME']);
const HEREDOC = /(?:^|\s)<<-?(["']?)[A-Za-z_]\w*\1/;
/** More would make no better lesson, and bounds the image's layers. */
export const MOST_INSTRUCTIONS = 100;

export function parseDockerfile(text: string): ParsedDockerfile {
  const escapeToken = escapeTokenOf(text);
  const lines = logicalLines(text, escapeToken);
  const errors: Problem[] = [];
  const report = (problem: Problem) => void errors.push(problem);
  const instructions: Instruction[] = [];
  let stages = 0;
  for (const line of lines) {
    const word = wordOf(line);
    if ((word === 'RUN' || word === 'COPY') && HEREDOC.test(line.text)) {
      // What follows is the heredoc's text, not instructions: there is no sense in reading on.
      report(problemAt(line.startLine, new DockerfileError('dockerfileHeredoc', 'heredocs are not supported here')));
      break;
    }
    const instruction = attempt(line.startLine, report, () => readLine(line, word, stages, escapeToken));
    if (word === 'FROM') stages += 1;
    if (instruction) instructions.push(instruction);
  }
  if (errors.length === 0) attempt(lines.at(-1)?.endLine ?? 1, report, () => checkWhole(lines, stages));
  return errors.length > 0 ? { errors } : { instructions, escapeToken };
}

function wordOf(line: LogicalLine): string {
  return (/^\S+/.exec(line.text)?.[0] ?? '').toUpperCase();
}

function readLine(line: LogicalLine, word: string, stages: number, escapeToken: string): Instruction {
  if (NOT_HERE.has(word)) {
    throw new DockerfileError('dockerfileNotHere', `${word} is not supported here`, { instruction: word });
  }
  if (!isInstructionType(word)) {
    const details = { instruction: word.slice(0, 40), known: INSTRUCTION_TYPES.join(' ') };
    throw new DockerfileError('dockerfileUnknownInstruction', `unknown instruction: ${details.instruction}`, details);
  }
  if (word === 'FROM' && stages > 0) {
    throw new DockerfileError('dockerfileOneStage', 'only one build stage is supported here');
  }
  if (word !== 'FROM' && word !== 'ARG' && stages === 0) {
    throw new DockerfileError('dockerfileBeforeFrom', 'no build stage in current context', { instruction: word });
  }
  const rest = line.text.slice(word.length).trim();
  const read = readInstruction(word, rest, escapeToken);
  return { ...read, line: line.startLine, endLine: line.endLine, text: `${word} ${rest}`.trim() } as Instruction;
}

function checkWhole(lines: readonly LogicalLine[], stages: number): void {
  if (lines.length === 0) throw new DockerfileError('dockerfileEmpty', 'file with no instructions');
  if (stages === 0) throw new DockerfileError('dockerfileNoFrom', 'no build stage in current context');
  if (lines.length > MOST_INSTRUCTIONS) {
    throw new DockerfileError('dockerfileTooLong', `more than ${MOST_INSTRUCTIONS} instructions`, {
      most: MOST_INSTRUCTIONS,
    });
  }
}
