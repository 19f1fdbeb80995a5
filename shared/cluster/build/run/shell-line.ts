/** Reads a text for a shell into its commands. Source: POSIX, Shell Command Language, 2.9 and 2.10. */
import { MOST_DEPTH, ShellSyntaxError, tokensOf, type Token } from './shell-tokens.ts';
import type { Case, Choice, Command, Each, Link, Pipeline, Sequence, Simple, Write } from './shell-tree.ts';

/** `> file`, `2>&1`, `<<EOF`, `<<<word`. */
const REDIRECTION = /^(?:\d*|&)(?:<<<|<<-?|>>|>\||<>|[<>])&?/;
/** Words that end what another one began. */
const ENDINGS: ReadonlySet<string> = new Set(['then', 'elif', 'else', 'fi', 'do', 'done', 'esac', '}']);

/** Throws a ShellSyntaxError. */
export function readShellLine(text: string): Sequence {
  const reader = new Reader(tokensOf(text));
  const sequence = reader.sequence();
  reader.expectEnd();
  return sequence;
}

class Reader {
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  expectEnd(): void {
    if (this.#token) throw this.#unexpected();
  }

  get #token(): Token | undefined {
    return this.#tokens[this.#at];
  }

  #isSign(...signs: readonly string[]): boolean {
    return this.#token?.isSign === true && signs.includes(this.#token.text);
  }

  #isWord(...words: readonly string[]): boolean {
    return this.#token?.isSign === false && words.includes(this.#token.text);
  }

  /** Goes past it, if it stands here. */
  #takes(text: string): boolean {
    if (this.#token?.text !== text) return false;
    this.#at += 1;
    return true;
  }

  #expect(text: string): void {
    if (!this.#takes(text)) throw this.#unexpected(text);
  }

  #takeWord(): string {
    const { text = '', isSign } = this.#token ?? { isSign: true };
    if (isSign) throw this.#unexpected('word');
    this.#at += 1;
    return text;
  }

  #unexpected(expected = ''): ShellSyntaxError {
    const { text = 'end of file' } = this.#token ?? {};
    const found = this.#token ? `"${text === '\n' ? 'newline' : text.slice(0, 40)}"` : text;
    return new ShellSyntaxError(`${found} unexpected${expected === '' ? '' : ` (expecting "${expected}")`}`);
  }

  #skipNewlines(): void {
    while (this.#isSign('\n')) this.#at += 1;
  }

  /** Up to what ends it: a word such as `fi`, a bracket, or the end. */
  sequence(): Sequence {
    const pipelines: Pipeline[] = [];
    let link: Link = ';';
    for (;;) {
      while (this.#isSign(';', '\n', '&')) this.#at += 1;
      if (!this.#token || this.#isSign(')', ';;') || this.#isWord(...ENDINGS)) return pipelines;
      pipelines.push(this.#pipeline(link));
      while (this.#isSign('&&', '||')) {
        link = this.#takes('&&') ? '&&' : '||';
        if (link === '||') this.#at += 1;
        this.#skipNewlines();
        pipelines.push(this.#pipeline(link));
      }
      link = ';';
    }
  }

  #pipeline(link: Link): Pipeline {
    let isInverted = false;
    while (this.#takes('!')) isInverted = !isInverted;
    const commands = [this.#command()];
    while (this.#isSign('|', '|&')) {
      this.#at += 1;
      this.#skipNewlines();
      commands.push(this.#command());
    }
    return { link, isInverted, commands };
  }

  #command(): Command {
    this.#depth += 1;
    if (this.#depth > MOST_DEPTH) throw this.#unexpected();
    const compound = this.#compound();
    this.#depth -= 1;
    if (!compound) return this.#simple();
    // What a whole construct says goes nowhere here.
    while (REDIRECTION.test(this.#token?.text ?? '')) this.#simple();
    return compound;
  }

  #compound(): Command | null {
    if (this.#isSign('(')) {
      this.#at += 1;
      return { group: this.#upTo(')'), isSubshell: true };
    }
    if (this.#token?.isSign !== false) return null;
    if (this.#takes('{')) return { group: this.#upTo('}'), isSubshell: false };
    if (this.#takes('if')) return this.#choice();
    if (this.#takes('for')) return this.#each();
    if (this.#takes('case')) return this.#case();
    const isUntil = this.#isWord('until');
    if (!isUntil && !this.#isWord('while')) return null;
    this.#at += 1;
    return { asked: this.#upTo('do'), isUntil, body: this.#upTo('done') };
  }

  #upTo(closing: string): Sequence {
    const sequence = this.sequence();
    this.#expect(closing);
    return sequence;
  }

  #choice(): Choice {
    const branches = [];
    do branches.push({ asked: this.#upTo('then'), body: this.sequence() });
    while (this.#takes('elif'));
    const otherwise = this.#takes('else') ? this.sequence() : [];
    this.#expect('fi');
    return { branches, otherwise };
  }

  #each(): Each {
    const each = this.#takeWord();
    const over: string[] = [];
    this.#skipNewlines();
    if (this.#takes('in')) while (this.#token && !this.#token.isSign) over.push(this.#takeWord());
    while (this.#isSign(';', '\n')) this.#at += 1;
    this.#expect('do');
    return { each, over, body: this.#upTo('done') };
  }

  #case(): Case {
    const subject = this.#takeWord();
    this.#skipNewlines();
    this.#expect('in');
    const arms = [];
    for (this.#skipNewlines(); !this.#takes('esac'); this.#skipNewlines()) {
      this.#takes('(');
      const patterns = [this.#takeWord()];
      while (this.#takes('|')) patterns.push(this.#takeWord());
      this.#expect(')');
      arms.push({ patterns, body: this.sequence() });
      if (!this.#takes(';;') && !this.#isWord('esac')) throw this.#unexpected(';;');
    }
    return { subject, arms };
  }

  #simple(): Simple {
    const words: string[] = [];
    const writes: Write[] = [];
    let hasHeredoc = false;
    const start = this.#at;
    for (let token = this.#token; token && !token.isSign; token = this.#token) {
      this.#at += 1;
      const [redirection] = REDIRECTION.exec(token.text) ?? [];
      if (redirection === undefined) words.push(token.text);
      else {
        const rest = token.text.slice(redirection.length);
        const target = rest === '' && this.#token?.isSign === false ? this.#takeWord() : rest;
        if (/^\d*<<-?$/.test(redirection)) hasHeredoc = true;
        else if (redirection.includes('>') && !/^(?:\d+|-)$/.test(target)) {
          writes.push({ target, isAppended: redirection.includes('>>') });
        }
      }
    }
    if (this.#at === start) throw this.#unexpected();
    return { words, hasHeredoc, writes };
  }
}
