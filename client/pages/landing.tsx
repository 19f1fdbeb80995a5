/** Landing: join, host, practise, leaderboard, replays. Nothing heavy is loaded here. */
import { useState } from 'preact/hooks';
import hero from '../generated/hero.webp';
import { t } from '../i18n/i18n.ts';
import { go } from '../router.ts';
import { LanguageButton } from './page.tsx';

export function Landing() {
  const [code, setCode] = useState('');
  const join = (event: Event) => {
    event.preventDefault();
    go(`/join/${code.trim().toUpperCase()}`);
  };
  return (
    <div class="page">
      <main>
        <section class="hero">
          <div>
            <h1>{t('app.title')}</h1>
            <p>{t('app.tagline')}</p>
            <LanguageButton />
          </div>
          <img src={hero} alt="" width="1100" height="420" />
        </section>
        <div class="landing-grid">
          <form class="card stack" onSubmit={join}>
            <h2>{t('landing.join')}</h2>
            <p>{t('landing.joinHint')}</p>
            <label class="stack">
              {t('landing.code')}
              <input
                class="code-input"
                value={code}
                onInput={(event) => setCode(event.currentTarget.value)}
                autocomplete="off"
                autocapitalize="characters"
                spellcheck={false}
                maxLength={5}
                required
              />
            </label>
            <button class="primary" type="submit">
              {t('landing.joinButton')}
            </button>
          </form>
          <Door href="/host" title={t('landing.host')} hint={t('landing.hostHint')} />
          <Door href="/practice" title={t('landing.practice')} hint={t('landing.practiceHint')} />
          <Door href="/leaderboard" title={t('landing.leaderboard')} hint={t('landing.leaderboardHint')} />
          <Door href="/replays" title={t('landing.replays')} hint={t('landing.replaysHint')} />
          <Door href="/codex" title={t('codex.title')} hint={t('codex.about')} />
        </div>
      </main>
      <footer class="page-foot row">
        <a href="/gallery">{t('landing.gallery')}</a>
        <a href="/bench">{t('landing.bench')}</a>
      </footer>
    </div>
  );
}

function Door({ href, title, hint }: { href: string; title: string; hint: string }) {
  return (
    <section class="card stack">
      <h2>{title}</h2>
      <p>{hint}</p>
      <a class="button" href={href}>
        {title}
      </a>
    </section>
  );
}
