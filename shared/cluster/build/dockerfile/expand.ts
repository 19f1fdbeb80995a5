/** Variables in a word: `$NAME`, `${NAME}`, defaults, patterns, quotes and escapes. Source: buildkit frontend/dockerfile/shell. */
import { DockerfileError } from './problem.ts';
import { MOST_WORK, replaced, withoutPrefix, withoutSuffix, workOf } from './shell-pattern.ts';
import { WordCollector } from './word-collector.ts';

export type Variables = Readonly<Record<string, string>>;

export interface LexOptions {
  readonly variables: Variables;
  readonly escapeToken: string;
  /** Quotes, or escapes, stay as they are written. */
  readonly keepsQuotes: boolean;
  readonly keepsEscapes: boolean;
  /** What is not set stays as it is written. */
  readonly keepsUnset: boolean;
  /** Told of the work of each pattern, before it is done. */
  readonly onMatching?: (work: number) => void;
}

const NOTHING_KEPT = { keepsQuotes: false, keepsEscapes: false, keepsUnset: false };
const SPECIAL_PARAMETER = /[@*#?\-$!0]/;
const DIGIT = /\p{Nd}/u;
const BLANK = /\s/;
const NAME_PART = /[\p{L}\p{Nd}_]/u;
/** Of what a word may come to: as long as the longest blueprint. Ours: names that double one another grow without end. */
const MOST_LENGTH = 16_384;
/** Of brackets within brackets. Ours. */
const MOST_DEPTH = 64;

export function expandWord(word: string, variables: Variables, escapeToken = '\\'): string {
  return lex(word, { variables, escapeToken, ...NOTHING_KEPT }).text;
}

/** The text filled in, and the words that it then falls into. Throws a DockerfileError. */
export function lex(text: string, options: LexOptions): { readonly text: string; readonly words: readonly string[] } {
  return new Expansion(text, options).run();
}

class Expansion {
  readonly #source: string;
  readonly #chars: readonly string[];
  readonly #options: LexOptions;
  #keepsEscapes: boolean;
  #at = 0;
  #depth = 0;
  #work = 0;

  constructor(source: string, options: LexOptions) {
    this.#source = source;
    this.#chars = [...source];
    this.#options = options;
    this.#keepsEscapes = options.keepsEscapes;
  }

  run(): { text: string; words: readonly string[] } {
    return this.#until('');
  }

  /** Empty at the end. */
  get #char(): string {
    return this.#chars[this.#at] ?? '';
  }

  #take(): string {
    const char = this.#char;
    this.#at += 1;
    return char;
  }

  #wrong(why: string): DockerfileError {
    const word = this.#source;
    return new DockerfileError('dockerfileVariable', `failed to process "${word}": ${why}`, {
      word: word.slice(0, 100),
      why,
    });
  }

  /** Reads on to the stop character, and past it; an empty stop means the end of the text. */
  #until(stop: string, keepsEscapes = this.#keepsEscapes): { text: string; words: readonly string[] } {
    const outer = this.#keepsEscapes;
    this.#keepsEscapes = keepsEscapes;
    const words = new WordCollector();
    let text = '';
    while (this.#char !== '' && this.#char !== stop) {
      const { char, added, isRaw } = this.#piece();
      text += added;
      if (text.length > MOST_LENGTH) throw this.#wrong('it comes to too long a text');
      if (isRaw) words.addRaw(added);
      else words.add(char === '$' ? added : char);
    }
    this.#keepsEscapes = outer;
    if (stop !== '' && this.#char === '') throw this.#wrong(`syntax error: missing '${stop}'`);
    this.#at += 1;
    return { text, words: words.words() };
  }

  #piece(): { char: string; added: string; isRaw: boolean } {
    const char = this.#take();
    if (char === "'") return { char, added: this.#singleQuoted(), isRaw: true };
    if (char === '"') return { char, added: this.#doubleQuoted(), isRaw: true };
    if (char === '$') return { char, added: this.#dollar(), isRaw: false };
    if (char === '<') return { char, added: this.#redirection(), isRaw: true };
    if (char !== this.#options.escapeToken) return { char, added: char, isRaw: false };
    return { char, added: (this.#keepsEscapes ? char : '') + this.#take(), isRaw: true };
  }

  #singleQuoted(): string {
    const quote = this.#options.keepsQuotes ? "'" : '';
    let result = quote;
    while (this.#char !== "'") {
      if (this.#char === '') throw this.#wrong('unexpected end of statement while looking for matching single-quote');
      result += this.#take();
    }
    this.#at += 1;
    return result + quote;
  }

  #doubleQuoted(): string {
    const quote = this.#options.keepsQuotes ? '"' : '';
    const { escapeToken } = this.#options;
    let result = quote;
    while (this.#char !== '"') {
      if (this.#char === '') throw this.#wrong('unexpected end of statement while looking for matching double-quote');
      const char = this.#take();
      if (char === '$') result += this.#dollar();
      else if (char !== escapeToken) result += char;
      else {
        if (this.#keepsEscapes) result += char;
        // All other escapes are left as they are.
        const isEscape = ['"', '$', escapeToken].includes(this.#char);
        if (this.#char !== '') result += isEscape ? this.#take() : char;
      }
    }
    this.#at += 1;
    return result + quote;
  }

  /** Blanks between `<<` and a heredoc's name do not end the word. */
  #redirection(): string {
    return this.#char === '<' ? `<${this.#take()}${this.#while(BLANK)}` : '<';
  }

  #name(): string {
    if (DIGIT.test(this.#char)) return this.#while(DIGIT);
    return this.#char !== '' && SPECIAL_PARAMETER.test(this.#char) ? this.#take() : this.#while(NAME_PART);
  }

  #while(part: RegExp): string {
    let result = '';
    while (part.test(this.#char)) result += this.#take();
    return result;
  }

  #lookUp(name: string): string | undefined {
    const { variables } = this.#options;
    return Object.hasOwn(variables, name) ? variables[name] : undefined;
  }

  #dollar(): string {
    if (this.#char === '{') {
      this.#depth += 1;
      if (this.#depth > MOST_DEPTH) throw this.#wrong('too many brackets within brackets');
      const value = this.#braced();
      this.#depth -= 1;
      return value;
    }
    const name = this.#name();
    if (name === '') return '$';
    return this.#lookUp(name) ?? (this.#options.keepsUnset ? `$${name}` : '');
  }

  #braced(): string {
    this.#at += 1;
    if (this.#char === '') throw this.#wrong("syntax error: missing '}'");
    if (['{', '}', ':'].includes(this.#char)) throw this.#wrong('syntax error: bad substitution');
    const name = this.#name();
    const value = this.#lookUp(name);
    let modifier = this.#take();
    if (modifier === '}') return value ?? (this.#options.keepsUnset ? `\${${name}}` : '');
    if (modifier === '/') return this.#replacing(name, value);
    const countsEmpty = modifier === ':';
    if (countsEmpty) modifier = this.#take();
    if (modifier === '' || !(countsEmpty ? '+-?' : '+-?#%').includes(modifier)) {
      throw this.#wrong(`unsupported modifier (${countsEmpty ? ':' : ''}${modifier}) in substitution`);
    }
    const { text } = this.#until('}', '#%'.includes(modifier));
    if (value === undefined && this.#options.keepsUnset) {
      return `\${${name}${countsEmpty ? ':' : ''}${modifier}${text}}`;
    }
    return this.#modified({
      name,
      value,
      modifier,
      text,
      isSet: value !== undefined && !(countsEmpty && value === ''),
    });
  }

  #modified(parts: {
    name: string;
    value: string | undefined;
    modifier: string;
    text: string;
    isSet: boolean;
  }): string {
    const { name, value = '', modifier, text, isSet } = parts;
    if (modifier === '-') return isSet ? value : text;
    if (modifier === '+') return isSet ? text : '';
    if (modifier === '?') {
      if (isSet) return value;
      const state = parts.value === undefined ? 'unset' : 'empty';
      throw this.#wrong(`${name}: ${text === '' ? `is not allowed to be ${state}` : text}`);
    }
    const isGreedy = text.startsWith(modifier);
    const pattern = isGreedy ? text.slice(1) : text;
    this.#match(value, pattern);
    const result = (modifier === '#' ? withoutPrefix : withoutSuffix)(value, pattern, isGreedy);
    return this.#matched(result, pattern);
  }

  /** `${NAME/pattern/replacement}`, and with `//` wherever it is found. */
  #replacing(name: string, value: string | undefined): string {
    const isAll = this.#char === '/';
    if (isAll) this.#at += 1;
    const { text: pattern } = this.#until('/', true);
    const { text: replacement } = this.#until('}', true);
    if (value === undefined && this.#options.keepsUnset) return `\${${name}/${pattern}/${replacement}}`;
    this.#match(value ?? '', pattern);
    return this.#matched(replaced(value ?? '', pattern, replacement, isAll), pattern);
  }

  #match(value: string, pattern: string): void {
    const work = workOf(value, pattern);
    this.#options.onMatching?.(work);
    this.#work += work;
    if (this.#work > MOST_WORK) this.#matched(null, pattern);
  }

  #matched(result: string | null, pattern: string): string {
    if (result === null) throw this.#wrong(`invalid pattern (${pattern}) in substitution`);
    return result;
  }
}
