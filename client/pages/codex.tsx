/** The codex as a page of its own, for a link or for reading at home. */
import { Codex } from '../game/codex/codex.tsx';
import { t } from '../i18n/i18n.ts';
import { Page } from './page.tsx';

export function CodexPage({ argument }: { argument: string }) {
  return (
    <Page title={t('codex.title')}>
      <p>{t('codex.about')}</p>
      <section class="card">
        <Codex entry={argument} />
      </section>
    </Page>
  );
}
