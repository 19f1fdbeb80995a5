/** The codex: every thing of the town with its real name, what it does, one fact, and how true it is here. */
import { useState } from 'preact/hooks';
import '../../styles/codex.css';
import { maybeT, t } from '../../i18n/i18n.ts';
import { EntryList } from './entry-list.tsx';
import { History } from './history.tsx';
import { HowTrue } from './how-true.tsx';

const PARTS = ['things', 'history', 'truth'] as const;
type Part = (typeof PARTS)[number];

export function Codex({ entry }: { entry: string }) {
  const [part, setPart] = useState<Part>('things');
  return (
    <div class="codex stack" data-testid="codex">
      <div class="row" role="group" aria-label={t('codex.parts')}>
        {PARTS.map((name) => (
          <button
            key={name}
            type="button"
            class="small"
            aria-pressed={name === part}
            data-testid={`codex-${name}`}
            onClick={() => setPart(name)}
          >
            {maybeT(`codex.part.${name}`)}
          </button>
        ))}
      </div>
      {part === 'things' && <EntryList chosen={entry} />}
      {part === 'history' && <History />}
      {part === 'truth' && <HowTrue />}
    </div>
  );
}
