/** Heredocs, `<<NAME`: text that follows an instruction and belongs to it. Source: buildkit parser, ParseHeredoc. */
import { lex, type LexOptions } from './expand.ts';
import { DockerfileError } from './problem.ts';
import { withoutLineEnd } from './source-lines.ts';

export interface Heredoc {
  readonly name: string;
  readonly fileDescriptor: number;
  /** Variables in it are filled in: its name was written without quotes. */
  readonly expands: boolean;
  /** `<<-`: tabs at the beginnings of its lines do not count. */
  readonly chomps: boolean;
  readonly content: string;
}

const HEREDOC = /^(\d*)<<(-?)\s*([^<]*)$/;
const LEADING_TABS = /^\t+/gm;
const QUOTES = /["']/g;
const READING: LexOptions = {
  variables: {},
  escapeToken: '\\',
  keepsQuotes: false,
  keepsEscapes: false,
  keepsUnset: true,
};

export function withoutLeadingTabs(text: string): string {
  return text.replace(LEADING_TABS, '');
}

/** What a word of an instruction says of a heredoc; null when it is none. Its content is still to come. May throw. */
function heredocOf(word: string): Heredoc | null {
  const [, descriptor = '', dash = '', rest = ''] = HEREDOC.exec(word) ?? [];
  if (rest === '') return null;
  const { words } = lex(rest, READING);
  const { words: raw } = lex(rest, { ...READING, keepsQuotes: true });
  const [name] = words;
  if (name === undefined || words.length !== 1) return null;
  const quotesIn = (text: string) => text.match(QUOTES)?.length ?? 0;
  const expands = quotesIn(name) === quotesIn(raw[0] ?? '');
  return { name, fileDescriptor: Number(descriptor), expands, chomps: dash === '-', content: '' };
}

/** Null where a quote stands alone: that is the shell's business, later. */
function orNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof DockerfileError) return null;
    throw error;
  }
}

/** As `heredocOf`, of a source or a destination: what cannot be read as a heredoc is a path. */
export function heredocFileOf(word: string): Heredoc | null {
  return orNull(() => heredocOf(word));
}

/** The heredocs that a line announces, in order. */
function announced(line: string): readonly Heredoc[] {
  const read = orNull(() => lex(line, { ...READING, keepsQuotes: true, keepsEscapes: true }));
  return (read?.words ?? []).flatMap((word) => heredocOf(word) ?? []);
}

/** Takes the heredocs' text from the lines that follow; `end` is the first line after it. */
export function readHeredocs(
  line: string,
  following: readonly string[],
  start: number,
): { readonly heredocs: readonly Heredoc[]; readonly end: number } {
  if (!line.includes('<<')) return { heredocs: [], end: start };
  let end = start;
  const heredocs = announced(line).map((heredoc) => {
    let content = '';
    for (; ; end += 1) {
      const next = following[end];
      if (next === undefined) {
        throw new DockerfileError('dockerfileHeredocOpen', 'unterminated heredoc', { name: heredoc.name.slice(0, 40) });
      }
      const bare = withoutLineEnd(next);
      if ((heredoc.chomps ? withoutLeadingTabs(bare) : bare) === heredoc.name) break;
      content += next;
    }
    end += 1;
    return { ...heredoc, content };
  });
  return { heredocs, end };
}
