/** What a shell makes of words as they are written: variables, quotes, and what other commands would say. */
import { lex, type LexOptions } from '../dockerfile/expand.ts';
import { DockerfileError } from '../dockerfile/problem.ts';
import { spend, spendMatching, type Room } from './room.ts';
import { endOfPiece } from './shell-tokens.ts';

/** What can be known of another command's words without carrying it out: the builders' machine. */
const SAID: Readonly<Record<string, string>> = {
  arch: 'x86_64',
  'uname -m': 'x86_64',
  'uname -s': 'Linux',
  'apk --print-arch': 'x86_64',
  'dpkg --print-architecture': 'amd64',
  nproc: '1',
};
/** Stand for what is put in whole. */
const FIRST_PLACEHOLDER = 0xe000;
const PLACEHOLDERS = /[\uE000-\uF8FF]/g;

/** Whose words they are. */
type Speaker = Pick<Room, 'variables' | 'workdir' | 'stepsLeft'>;

export function expandWords(room: Speaker, written: readonly string[]): readonly string[] {
  return written.flatMap((word) => {
    const { words } = expansionOf(room, word);
    // An empty word in quotes is a word, too.
    return words.length === 0 && /["']/.test(word) ? [''] : words;
  });
}

/** As one text, whatever blanks come to be in it. */
export function expandText(room: Speaker, written: string): string {
  return expansionOf(room, written).text;
}

function expansionOf(room: Speaker, written: string): { readonly text: string; readonly words: readonly string[] } {
  const said: string[] = [];
  const options: LexOptions = {
    variables: room.variables,
    escapeToken: '\\',
    keepsQuotes: false,
    keepsEscapes: false,
    keepsUnset: false,
    onMatching: (work) => spendMatching(room, work),
  };
  const filled = (text: string) =>
    text.replace(PLACEHOLDERS, (char) => said[char.charCodeAt(0) - FIRST_PLACEHOLDER] ?? char);
  try {
    const { text, words } = lex(withPlaceholders(room, written, said), options);
    spend(room, text.length > written.length ? text : written);
    return { text: filled(text), words: words.map(filled) };
  } catch (error) {
    // A shell that knows more than this one: the word stays as it is.
    if (!(error instanceof DockerfileError) || error.key !== 'dockerfileVariable') throw error;
    spend(room, written);
    return { text: written, words: [written] };
  }
}

/** `$(command)` and its older form are put aside, each as one character. */
function withPlaceholders({ workdir }: Speaker, written: string, said: string[]): string {
  let text = '';
  let isDouble = false;
  for (let at = 0; at < written.length;) {
    const char = written.charAt(at);
    const isCommand = char === '`' || written.startsWith('$(', at);
    const isWhole = isCommand || char === '\\' || (char === "'" && !isDouble);
    if (char === '"') isDouble = !isDouble;
    const end = isWhole ? endOfPiece(written, at) : at + 1;
    const piece = written.slice(at, end);
    at = end;
    if (!isCommand) text += piece;
    else {
      const command = piece.slice(char === '`' ? 1 : 2, -1).trim();
      text += String.fromCharCode(FIRST_PLACEHOLDER + said.length);
      said.push(command === 'pwd' ? workdir : Object.hasOwn(SAID, command) ? (SAID[command] ?? piece) : piece);
    }
  }
  return text;
}
