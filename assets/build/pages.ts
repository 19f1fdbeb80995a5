/** The pages of the atlas and their budgets. */
import type { PageSpec } from './page.ts';

/** A page: its file name, how it is made, how many bytes it may have. */
export interface NamedPage extends PageSpec {
  readonly name: string;
  readonly bytes: number;
}

/** The double page is seen at half its size, which hides more of the compression. */
export const PAGES: readonly NamedPage[] = [
  { name: 'town', scale: 1, limit: 2048, quality: 68, bytes: 300_000 },
  { name: 'town@2x', scale: 2, limit: 4096, quality: 52, bytes: 600_000 },
];
