/** What the attack need not reach, each with its reason. Whatever else a table gains must be reached. */
import type { Counted } from './tally.ts';

export const EXCEPTIONS: { readonly [What in Counted]?: Readonly<Record<string, string>> } = {};
