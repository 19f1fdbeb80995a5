/** Variables in a word: `$NAME`, `${NAME}`, defaults, quotes and escapes. Source: buildkit frontend/dockerfile/shell. */
import { DockerfileError } from './problem.ts';

export type Variables = Readonly<Record<string, string>>;

const NAME_START = /[A-Za-z_]/;
const NAME_PART = /[A-Za-z0-9_]/;
/** Positional and special parameters are names of one character; a build has none, so they are empty. */
const SPECIAL = /[0-9@*#?!$-]/;

export function expandWord(word: string, variables: Variables, escapeToken = '\\'): string {
  return new Expansion(word, variables, escapeToken).run();
}

function wrong(word: string, why: string): DockerfileError {
  return new DockerfileError('dockerfileVariable', `failed to process "${word}": ${why}`, {
    word: word.slice(0, 100),
    why,
  });
}

class Expansion {
  readonly #word: string;
  readonly #variables: Variables;
  readonly #escapeToken: string;
  #at = 0;

  constructor(word: string, variables: Variables, escapeToken: string) {
    this.#word = word;
    this.#variables = variables;
    this.#escapeToken = escapeToken;
  }

  run(): string {
    return this.#until('');
  }

  get #char(): string {
    return this.#word.charAt(this.#at);
  }

  get #isAtEnd(): boolean {
    return this.#at >= this.#word.length;
  }

  /** Reads on to the stop character, which stays unread; an empty stop means the end of the word. */
  #until(stop: string): string {
    let result = '';
    while (!this.#isAtEnd) {
      if (this.#char === stop) break;
      const char = this.#char;
      this.#at += 1;
      if (char === "'") result += this.#singleQuoted();
      else if (char === '"') result += this.#doubleQuoted();
      else if (char === '$') result += this.#dollar();
      else if (char === this.#escapeToken) {
        result += this.#char;
        this.#at += 1;
      } else result += char;
    }
    return result;
  }

  #singleQuoted(): string {
    const end = this.#word.indexOf("'", this.#at);
    if (end === -1) throw wrong(this.#word, 'unexpected end of statement while looking for matching single-quote');
    const text = this.#word.slice(this.#at, end);
    this.#at = end + 1;
    return text;
  }

  #doubleQuoted(): string {
    let result = '';
    while (!this.#isAtEnd) {
      const char = this.#char;
      this.#at += 1;
      if (char === '"') return result;
      if (char === '$') result += this.#dollar();
      else if (char === this.#escapeToken && ['"', '$', this.#escapeToken].includes(this.#char)) {
        result += this.#char;
        this.#at += 1;
      } else result += char;
    }
    throw wrong(this.#word, 'unexpected end of statement while looking for matching double-quote');
  }

  #dollar(): string {
    if (this.#char === '{') return this.#braced();
    const name = this.#name();
    return name === '' ? '$' : (this.#lookUp(name) ?? '');
  }

  #name(): string {
    if (SPECIAL.test(this.#char)) {
      this.#at += 1;
      return this.#word.charAt(this.#at - 1);
    }
    if (!NAME_START.test(this.#char)) return '';
    const start = this.#at;
    while (!this.#isAtEnd && NAME_PART.test(this.#char)) this.#at += 1;
    return this.#word.slice(start, this.#at);
  }

  #lookUp(name: string): string | undefined {
    return Object.hasOwn(this.#variables, name) ? this.#variables[name] : undefined;
  }

  /** `${NAME}`, `${NAME:-word}`, `${NAME-word}`, and the same with `+` and `?`. */
  #braced(): string {
    this.#at += 1;
    const name = this.#name();
    if (name === '') throw wrong(this.#word, 'bad substitution');
    const value = this.#lookUp(name);
    if (this.#char === '}') {
      this.#at += 1;
      return value ?? '';
    }
    const countsEmpty = this.#char === ':';
    if (countsEmpty) this.#at += 1;
    const modifier = this.#char;
    this.#at += 1;
    if (!['-', '+', '?'].includes(modifier))
      throw wrong(this.#word, `unsupported modifier (${modifier}) in substitution`);
    const alternative = this.#until('}');
    if (this.#isAtEnd) throw wrong(this.#word, 'syntax error: missing }');
    this.#at += 1;
    const isSet = value !== undefined && !(countsEmpty && value === '');
    if (modifier === '+') return isSet ? alternative : '';
    if (isSet) return value;
    if (modifier === '-') return alternative;
    throw wrong(this.#word, `${name}: ${alternative === '' ? 'not set' : alternative}`);
  }
}
