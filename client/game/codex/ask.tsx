/** A question mark beside a word: what is this, in the town and in truth? */
import { t } from '../../i18n/i18n.ts';
import { openCodex } from './door.ts';
import type { EntryId } from './entries.ts';

export function Ask({ entry, word }: { entry: EntryId; word: string }) {
  return (
    <button
      type="button"
      class="ask"
      aria-label={t('codex.ask', { word })}
      title={t('codex.ask', { word })}
      data-testid={`ask-${entry}`}
      onClick={() => openCodex(entry)}
    >
      ?
    </button>
  );
}
