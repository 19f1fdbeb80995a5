/** Reads a line for a shell into its commands: quotes, `;`, `&&`, `||`, `|`, groups in brackets, comments. */

/** What ties a pipeline to the one before it. */
export type Link = ';' | '&&' | '||';

export interface Simple {
  readonly words: readonly string[];
  /** Its input is a heredoc. */
  readonly hasHeredoc: boolean;
}
/** `( ... )` in a shell of its own, or `{ ...; }` in this one. */
export interface Group {
  readonly group: Sequence;
  readonly isSubshell: boolean;
}
export type Command = Simple | Group;

export interface Pipeline {
  readonly link: Link;
  /** `!` before it. */
  readonly isInverted: boolean;
  readonly commands: readonly Command[];
}
export type Sequence = readonly Pipeline[];

interface Token {
  readonly text: string;
  /** Unquoted and with a meaning of its own. */
  readonly isSign: boolean;
}

/** Deeper brackets count for nothing. Ours. */
const MOST_DEPTH = 16;
const SIGNS = ['&&', '||', ';;', '|&', ';', '|', '&', '(', ')', '\n'];
/** `> file`, `2>&1`, `<<EOF`: whither it speaks, and whence it hears, changes nothing here. */
const REDIRECTION = /^(?:\d*|&)(?:<<-?|>>|>\||<>|[<>])&?/;

export function readShellLine(text: string): Sequence {
  return new Reader(tokensOf(text)).sequence(0, null);
}

/** Where the word that begins here ends, and what it says without its quotes. */
function wordAt(text: string, start: number): { readonly end: number; readonly word: string } {
  let word = '';
  let quote = '';
  let depth = 0;
  let at = start;
  for (; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '\\' && quote !== "'") {
      at += 1;
      if (text[at] !== '\n') word += text.charAt(at);
    } else if (quote !== '') {
      if (char === quote) quote = '';
      else word += char;
    } else if (char === '"' || char === "'") quote = char;
    else if (char === '$' && text[at + 1] === '(') {
      // What another command would say is a part of the word.
      depth += 1;
      at += 1;
      word += '$(';
    } else if (depth > 0) {
      if (char === '(') depth += 1;
      if (char === ')') depth -= 1;
      word += char;
    } else if (char === '&' && (/[<>]$/.test(word) || text[at + 1] === '>')) word += char;
    else if (/[\s;&|()]/.test(char)) break;
    else word += char;
  }
  return { end: at, word };
}

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const sign = text.startsWith('&>', at) ? undefined : SIGNS.find((known) => text.startsWith(known, at));
    if (sign !== undefined) {
      tokens.push({ text: sign, isSign: true });
      at += sign.length;
    } else if (/\s/.test(text.charAt(at))) at += 1;
    else if (text[at] === '#') {
      const end = text.indexOf('\n', at);
      at = end === -1 ? text.length : end;
    } else {
      const { end, word } = wordAt(text, at);
      if (word !== '' || /["']/.test(text.slice(at, end))) tokens.push({ text: word, isSign: false });
      at = Math.max(end, at + 1);
    }
  }
  return tokens;
}

class Reader {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  /** Up to the bracket that closes it; at the top, to the end. */
  sequence(depth: number, closing: string | null): Sequence {
    const pipelines: Pipeline[] = [];
    let link: Link = ';';
    let isInverted = false;
    let commands: Command[] = [];
    let words: string[] = [];
    let hasHeredoc = false;
    const endCommand = () => {
      if (words.length > 0 || hasHeredoc) commands.push({ words, hasHeredoc });
      words = [];
      hasHeredoc = false;
    };
    const endPipeline = (next: Link) => {
      endCommand();
      if (commands.length > 0) {
        pipelines.push({ link, isInverted, commands });
        link = next;
        isInverted = false;
        commands = [];
      } else if (next !== ';') link = next;
    };
    for (let token = this.#tokens[this.#at]; token; token = this.#tokens[this.#at]) {
      this.#at += 1;
      const { text, isSign } = token;
      const isFirst = words.length === 0;
      if (text === closing && (isSign || isFirst)) break;
      if (isFirst && depth < MOST_DEPTH && (text === '{' || (isSign && text === '('))) {
        const isSubshell = text === '(';
        commands.push({ group: this.sequence(depth + 1, isSubshell ? ')' : '}'), isSubshell });
      } else if (!isSign) {
        if (isFirst && text === '!') isInverted = !isInverted;
        else if (REDIRECTION.test(text)) hasHeredoc = this.#redirection(text) || hasHeredoc;
        else words.push(text);
      } else if (text === '|' || text === '|&') endCommand();
      else if (text === '&&' || text === '||') endPipeline(text);
      else if (text !== '(' && text !== ')') endPipeline(';');
    }
    endPipeline(';');
    return pipelines;
  }

  /** Passes over its target; tells whether it is a heredoc. */
  #redirection(text: string): boolean {
    const rest = text.replace(REDIRECTION, '');
    const next = this.#tokens[this.#at];
    if (rest === '' && next?.isSign === false) this.#at += 1;
    return /^\d*<<(?!<)/.test(text);
  }
}
