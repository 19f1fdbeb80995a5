/** The label that a mark of a SPEC.md stands for: `exact; simplified: one at a time` is a simplification. */
import type { Label } from './entry.ts';

export function labelOfMark(mark: string): Label {
  return /\bmetaphor\b/.test(mark) ? 'metaphor' : /\bsimplified\b/.test(mark) ? 'simplified' : 'exact';
}
