/** Search in the codex: every word must occur somewhere in the entry, in either language. */
import type { Entry } from './entry.ts';

export function matches({ id, town, real, does, fact }: Entry, text: string): boolean {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const all = [id, ...[town, real, does, fact].flatMap(({ en, zh }) => [en, zh])].join(' ').toLowerCase();
  return words.every((word) => all.includes(word));
}
