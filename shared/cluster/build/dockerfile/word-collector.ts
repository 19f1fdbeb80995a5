/** Words of a text whose quotes, escapes and variables are dealt with as it is read. */
const BLANK = /\s/;

export class WordCollector {
  readonly #words: string[] = [];
  #word = '';

  /** A blank in it ends a word. */
  add(text: string): void {
    for (const char of text) {
      if (!BLANK.test(char)) this.#word += char;
      else this.#end();
    }
  }

  /** Quoted or escaped: blanks in it are part of the word. */
  addRaw(text: string): void {
    this.#word += text;
  }

  words(): readonly string[] {
    this.#end();
    return this.#words;
  }

  #end(): void {
    if (this.#word !== '') this.#words.push(this.#word);
    this.#word = '';
  }
}
