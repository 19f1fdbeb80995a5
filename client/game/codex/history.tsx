/** From Borg to today, as a strip; and the entries of the past below it. */
import type { Entry } from './entry.ts';
import { pick, t } from '../../i18n/i18n.ts';
import { PAST } from './entries/past.ts';
import { MOMENTS } from './moments.ts';

export function History() {
  return (
    <>
      <div class="table-scroll" tabIndex={0} role="region" aria-label={t('codex.part.history')}>
        <ol class="moments">
          {MOMENTS.map((moment) => (
            <li key={moment.date}>
              <strong class="mono">{moment.date}</strong>
              <span>{pick(moment)}</span>
            </li>
          ))}
        </ol>
      </div>
      <dl class="codex-past">
        {(PAST as readonly Entry[]).map(({ id, real, fact }) => (
          <div key={id}>
            <dt>{pick(real)}</dt>
            <dd>{pick(fact)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
