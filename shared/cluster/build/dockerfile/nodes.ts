/** From text to nodes: one for each instruction, its arguments taken apart. Source: buildkit parser, Parse. */
import { splitFlags } from './builder-flags.ts';
import { readHeredocs, type Heredoc } from './heredoc.ts';
import { attempt, DockerfileError, problemAt, type Problem } from './problem.ts';
import {
  cutContinuation,
  escapeTokenOf,
  isComment,
  sourceLines,
  withoutLineEnd,
  type EscapeToken,
} from './source-lines.ts';
import { blankWords, cutFirstWord, jsonForm, keyValueArgs, quotedWords } from './words.ts';

export interface Node {
  /** In capitals. */
  readonly instruction: string;
  readonly args: readonly string[];
  /** Null where nothing at all follows the instruction. */
  readonly flags: readonly string[] | null;
  readonly isJson: boolean;
  readonly heredocs: readonly Heredoc[];
  /** What an ONBUILD is to do later. */
  readonly child: Node | null;
  readonly startLine: number;
  readonly endLine: number;
  /** On one line, as it was written. */
  readonly original: string;
}

export interface ParsedNodes {
  readonly nodes: readonly Node[];
  readonly escapeToken: EscapeToken;
  readonly problems: readonly Problem[];
}

const TAKES_HEREDOCS: ReadonlySet<string> = new Set(['ADD', 'COPY', 'RUN']);

export function parseNodes(text: string): ParsedNodes {
  const lines = sourceLines(text);
  const escape = escapeTokenOf(lines);
  if (typeof escape !== 'string') {
    return { nodes: [], escapeToken: '\\', problems: [problemAt(escape.line, escape.error)] };
  }
  const nodes: Node[] = [];
  const problems: Problem[] = [];
  for (let at = 0; at < lines.length;) {
    const { line, end } = logicalLine(lines, at, escape);
    const startLine = at + 1;
    at = end;
    if (line === null) continue;
    const report = (problem: Problem) => {
      problems.push(problem);
      // What follows is an open heredoc's text: there is no sense in reading on.
      if (problem.key === 'dockerfileHeredocOpen') at = lines.length;
    };
    attempt(startLine, report, () => {
      const node = nodeOf(line, escape);
      const { heredocs, end: after } = takesHeredocs(node) ? readHeredocs(line, lines, at) : { heredocs: [], end: at };
      at = after;
      nodes.push({ ...node, heredocs, startLine, endLine: after });
    });
  }
  if (nodes.length === 0 && problems.length === 0) {
    const empty = new DockerfileError('dockerfileEmpty', 'file with no instructions');
    problems.push(problemAt(Math.max(1, lines.length), empty));
  }
  return { nodes, escapeToken: escape, problems };
}

/** Joins continued lines. Comments and empty lines inside a continued instruction are left out. */
function logicalLine(
  lines: readonly string[],
  start: number,
  escapeToken: EscapeToken,
): { readonly line: string | null; readonly end: number } {
  const first = withoutLineEnd(lines[start] ?? '').trimStart();
  let end = start + 1;
  if (isComment(first)) return { line: null, end };
  let { rest: line, continues } = cutContinuation(first, escapeToken);
  if (!continues && line === '') return { line: null, end };
  for (; continues && end < lines.length; end += 1) {
    const next = withoutLineEnd(lines[end] ?? '');
    if (isComment(next) || next.trimStart() === '') continue;
    const cut = cutContinuation(next, escapeToken);
    line += cut.rest;
    continues = cut.continues;
  }
  return { line, end };
}

function takesHeredocs({ instruction, child, isJson }: Node): boolean {
  const node = instruction === 'ONBUILD' && child ? child : { instruction, isJson };
  return TAKES_HEREDOCS.has(node.instruction) && !node.isJson;
}

function nodeOf(line: string, escapeToken: EscapeToken): Node {
  const [word, after] = cutFirstWord(line.trim());
  const { flags, rest } = after === undefined ? { flags: null, rest: '' } : splitFlags(after, escapeToken);
  const instruction = word.toUpperCase();
  const json = JSON_FORMS.has(instruction) ? jsonForm(rest) : null;
  const common = { instruction, flags, heredocs: [], startLine: 0, endLine: 0, original: line };
  if (json) return { ...common, args: json, isJson: true, child: null };
  if (instruction === 'HEALTHCHECK') return { ...common, ...healthcheckArgs(rest), child: null };
  const child = instruction === 'ONBUILD' && rest !== '' ? nodeOf(rest, escapeToken) : null;
  return { ...common, args: child ? [''] : argsOf(instruction, rest, escapeToken), isJson: false, child };
}

const JSON_FORMS: ReadonlySet<string> = new Set(['ADD', 'CMD', 'COPY', 'ENTRYPOINT', 'RUN', 'SHELL', 'VOLUME']);
const WHOLE: ReadonlySet<string> = new Set([
  'CMD',
  'ENTRYPOINT',
  'MAINTAINER',
  'RUN',
  'SHELL',
  'STOPSIGNAL',
  'USER',
  'WORKDIR',
]);
const BLANK_DELIMITED: ReadonlySet<string> = new Set(['ADD', 'COPY', 'EXPOSE', 'FROM', 'VOLUME']);

function argsOf(instruction: string, rest: string, escapeToken: EscapeToken): readonly string[] {
  if (WHOLE.has(instruction)) return rest === '' ? [] : [rest];
  if (BLANK_DELIMITED.has(instruction)) return blankWords(rest);
  if (instruction === 'ENV' || instruction === 'LABEL') return keyValueArgs(instruction, rest, escapeToken);
  if (instruction === 'ARG') return quotedWords(rest, escapeToken);
  // Nobody knows what an unknown instruction's arguments mean.
  return instruction === 'ONBUILD' ? [] : [''];
}

/** A type, and a command in one of its two forms. */
function healthcheckArgs(rest: string): { readonly args: readonly string[]; readonly isJson: boolean } {
  const [type, command = ''] = cutFirstWord(rest);
  if (type === '') return { args: [], isJson: false };
  const json = command === '' ? null : jsonForm(command);
  return { args: json ? [type, ...json] : command === '' ? [type] : [type, command], isJson: json !== null };
}
