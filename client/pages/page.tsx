/** The frame of every page that is not the game: heading, way home, language. */
import type { ComponentChildren } from 'preact';
import type { Status } from '../../shared/api/status.ts';
import { language, maybeT, t } from '../i18n/i18n.ts';

export function LanguageButton() {
  const isChinese = language.value === 'zh';
  const flip = () => {
    language.value = isChinese ? 'en' : 'zh';
  };
  return (
    <button type="button" lang={isChinese ? 'en' : 'zh-CN'} onClick={flip}>
      {t('common.language')}
    </button>
  );
}

export function Page({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <div class="page">
      <header class="page-head">
        <a class="button" href="/">
          {t('app.title')}
        </a>
        <h1>{title}</h1>
        <span class="spread" />
        <LanguageButton />
      </header>
      <main class="stack">{children}</main>
    </div>
  );
}

/** A refusal in the viewer's language, with the server's own words behind it. */
export function Refusal({ status }: { status: Status | null }) {
  if (status === null) return null;
  const sentence = maybeT(`refusal.${status.key}`, status.details);
  return (
    <p class="error" role="alert">
      {sentence ?? status.message}
      {sentence !== undefined && <code class="soft"> {`${status.code} ${status.reason}`}</code>}
    </p>
  );
}
