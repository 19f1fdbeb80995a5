/** From text to logical lines: comments go, continued lines are joined. Source: buildkit frontend/dockerfile/parser. */

export interface LogicalLine {
  readonly text: string;
  readonly startLine: number;
  readonly endLine: number;
}

const COMMENT = /^\s*#/;
const DIRECTIVE = /^\s*#\s*([a-zA-Z][a-zA-Z0-9]*)\s*=\s*(.+?)\s*$/;
const BYTE_ORDER_MARK = /^\uFEFF/;

export type EscapeToken = '\\' | '`';

/** `# escape=` counts only in the directives at the very top; anything else ends them. */
export function escapeTokenOf(text: string): EscapeToken {
  for (const line of physicalLines(text)) {
    const directive = DIRECTIVE.exec(line);
    if (!directive) return '\\';
    if (directive[1]?.toLowerCase() === 'escape') return directive[2] === '`' ? '`' : '\\';
  }
  return '\\';
}

function physicalLines(text: string): string[] {
  const lines = text.replace(BYTE_ORDER_MARK, '').split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines.map((line) => line.replace(/\r+$/, ''));
}

export function logicalLines(text: string, escapeToken = escapeTokenOf(text)): readonly LogicalLine[] {
  const lines = physicalLines(text);
  const result: LogicalLine[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const startLine = index + 1;
    const first = lines[index] ?? '';
    if (COMMENT.test(first) || first.trim() === '') continue;
    let { rest: joined, continues } = cutContinuation(first.trimStart(), escapeToken);
    while (continues && index + 1 < lines.length) {
      index += 1;
      const next = lines[index] ?? '';
      // Comments and empty lines inside a continued instruction are left out.
      if (COMMENT.test(next) || next.trim() === '') continue;
      const cut = cutContinuation(next, escapeToken);
      joined += cut.rest;
      continues = cut.continues;
    }
    if (joined.trim() !== '') result.push({ text: joined.trim(), startLine, endLine: index + 1 });
  }
  return result;
}

/** An escape token at the end continues the line, unless it is escaped itself. */
function cutContinuation(line: string, escapeToken: EscapeToken): { rest: string; continues: boolean } {
  const trimmed = line.replace(/[ \t]+$/, '');
  const continues = trimmed.endsWith(escapeToken) && trimmed.at(-2) !== escapeToken;
  return continues ? { rest: trimmed.slice(0, -1), continues } : { rest: line, continues };
}
