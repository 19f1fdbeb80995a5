/** Which page of the codex is open. The codex itself is loaded when somebody looks into it. */
import { signal } from '@preact/signals';
import type { EntryId } from './entries.ts';

/** An entry, all of it (''), or nothing. */
export const codexAt = signal<EntryId | '' | null>(null);

export function openCodex(entry: EntryId | '' = ''): void {
  codexAt.value = entry;
}
