/** The text as physical lines, with the directives at its top. Source: buildkit frontend/dockerfile/parser. */
import { DockerfileError } from './problem.ts';

export type EscapeToken = '\\' | '`';

const BYTE_ORDER_MARK = /^\uFEFF/;
const LINE = /[^\n]*\n|[^\n]+$/g;
const DIRECTIVE = /^#\s*([a-zA-Z][a-zA-Z0-9]*)\s*=\s*(.+?)\s*$/;
const KNOWN_DIRECTIVES: ReadonlySet<string> = new Set(['syntax', 'escape', 'check']);
const COMMENT = /^\s*#/;

/** Each with its own end of line, for a heredoc keeps them. */
export function sourceLines(text: string): readonly string[] {
  return text.replace(BYTE_ORDER_MARK, '').match(LINE) ?? [];
}

export function withoutLineEnd(line: string): string {
  return withoutEnd(line, '\r\n');
}

/** Looked at from its end: a regular expression would begin anew at each of them. */
function withoutEnd(line: string, chars: string): string {
  let end = line.length;
  while (end > 0 && chars.includes(line.charAt(end - 1))) end -= 1;
  return line.slice(0, end);
}

export function isComment(line: string): boolean {
  return COMMENT.test(line);
}

export interface EscapeProblem {
  readonly line: number;
  readonly error: DockerfileError;
}

/** `# escape=` counts only among the directives at the very top; the first line that is none ends them. */
export function escapeTokenOf(lines: readonly string[]): EscapeToken | EscapeProblem {
  const seen = new Set<string>();
  let token: EscapeToken = '\\';
  for (const [index, line] of lines.entries()) {
    const [, word = '', value = ''] = DIRECTIVE.exec(withoutLineEnd(line).trimStart()) ?? [];
    const name = word.toLowerCase();
    if (!KNOWN_DIRECTIVES.has(name)) break;
    const problem = (message: string) => ({
      line: index + 1,
      error: new DockerfileError('dockerfileDirective', message, { directive: name, value: value.slice(0, 40) }),
    });
    if (seen.has(name)) return problem(`only one ${name} parser directive can be used`);
    seen.add(name);
    if (name !== 'escape') continue;
    if (value !== '\\' && value !== '`') return problem(`invalid escape token '${value}' does not match \` or \\`);
    token = value;
  }
  return token;
}

/** An escape token at the end continues the line, unless it is escaped itself. */
export function cutContinuation(line: string, escapeToken: EscapeToken): { rest: string; continues: boolean } {
  const trimmed = withoutEnd(line, ' \t');
  const continues = trimmed.endsWith(escapeToken) && trimmed.at(-2) !== escapeToken;
  return continues ? { rest: trimmed.slice(0, -1), continues } : { rest: line, continues };
}
