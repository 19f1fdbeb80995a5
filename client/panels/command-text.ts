/** What a container's manifest has run in place of its image's own command, as one line. */
import type { Container } from '../../shared/api/container.ts';

const wordsOf = ({ command = [], args = [] }: Container): readonly string[] => [...command, ...args];

export const hasCommand = (container: Container): boolean => wordsOf(container).length > 0;

/** Words with blanks in them are put in quotes. */
export function commandText(container: Container): string {
  return wordsOf(container)
    .map((word) => (/^[\w./:=@,+-]+$/.test(word) ? word : JSON.stringify(word)))
    .join(' ');
}
