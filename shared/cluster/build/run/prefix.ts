/** What stands before a command and is not the command: `NAME=value`, `env`, `exec`. */
import { baseName } from '../stage-state.ts';

/** They run what follows them. */
const WRAPPERS: ReadonlySet<string> = new Set(['env', 'exec', 'command', 'time']);
/** Options of theirs that take the next word. */
const VALUED: ReadonlySet<string> = new Set(['-u', '-C', '-a']);
export const ASSIGNMENT = /^([A-Za-z_]\w*)(\+?)=(.*)$/s;

/** `NAME=value` and `env` before a command are not the command; `env` with none after it is. */
export function withoutPrefix(words: readonly string[], isInShell: boolean): readonly string[] {
  let at = 0;
  let last = '';
  for (let isEnv = isInShell; ; at += 1) {
    const word = words[at] ?? '';
    if (WRAPPERS.has(baseName(word))) [isEnv, last] = [true, word];
    else if (at > 0 && VALUED.has(word)) at += 1;
    else if (!(isEnv && ASSIGNMENT.test(word)) && !(at > 0 && word.startsWith('-'))) break;
  }
  return at >= words.length && baseName(last) === 'env' ? [last] : words.slice(at);
}
