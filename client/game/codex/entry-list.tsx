/** The entries, by group, and a search over every word of them in both languages. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { maybeT, pick, t } from '../../i18n/i18n.ts';
import type { Entry } from './entry.ts';
import { GROUPS } from './entries.ts';
import { matches } from './search.ts';

/** So few are shown open. */
const FEW = 3;

export function EntryList({ chosen }: { chosen: string }) {
  const [text, setText] = useState('');
  const groups = GROUPS.map(({ id, entries }) => ({
    id,
    entries: (entries as readonly Entry[]).filter((entry) => matches(entry, text)),
  })).filter(({ entries }) => entries.length > 0);
  const count = groups.reduce((sum, { entries }) => sum + entries.length, 0);
  return (
    <>
      <label class="choice codex-search">
        <span>{t('codex.search')}</span>
        <input
          type="search"
          value={text}
          data-testid="codex-search"
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <p class="soft" role="status">
        {count === 0 ? t('codex.none') : t('codex.count', { count })}
      </p>
      {groups.map(({ id, entries }) => (
        <section key={id} aria-labelledby={`codex-${id}`}>
          <h3 id={`codex-${id}`}>{maybeT(`codex.group.${id}`)}</h3>
          <ul class="codex-list">
            {entries.map((entry) => (
              <EntryCard
                key={entry.id}
                entry={entry}
                isChosen={entry.id === chosen}
                isOpen={text !== '' && count <= FEW}
              />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function EntryCard({ entry, isChosen, isOpen }: { entry: Entry; isChosen: boolean; isOpen: boolean }) {
  const { id, label, town, real, does, fact } = entry;
  const summary = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!isChosen) return;
    summary.current?.scrollIntoView({ block: 'start' });
    summary.current?.focus();
  }, [isChosen]);
  return (
    <li>
      <details open={isChosen || isOpen} data-testid={`entry-${id}`}>
        <summary ref={summary}>
          <strong>{pick(town)}</strong> <span>{pick(real)}</span>{' '}
          <span class={`pill fidelity-${label}`}>{t(`fidelity.${label}`)}</span>
        </summary>
        <p>{pick(does)}</p>
        <p>{pick(fact)}</p>
      </details>
    </li>
  );
}
