/** The page's entry: shows the page that the path names. The game itself is loaded when it is wanted. */
import { render, type ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import './styles/base.css';
import './styles/pages.css';
import './styles/replay.css';
import { hasFirstPicture } from './state/first-picture.ts';
import { keepLanguage, lateTextsLoaded, loadTexts, t } from './i18n/i18n.ts';
import { Landing } from './pages/landing.tsx';
import { path, followLinks } from './router.ts';
import { reloadWhereAPartIsMissing } from './state/missing-parts.ts';

interface Route {
  readonly pattern: RegExp;
  readonly load: () => Promise<ComponentType<{ argument: string }>>;
  /** It says nothing but what the entry page's own texts hold. */
  readonly isPlain?: boolean;
  /** None of its words waits for the picture of a town. */
  readonly isWhole?: boolean;
}

const ROUTES: readonly Route[] = [
  { pattern: /^\/host$/, load: async () => (await import('./pages/host.tsx')).HostPage, isPlain: true },
  { pattern: /^\/join(?:\/(\w*))?$/, load: async () => (await import('./pages/join.tsx')).JoinPage, isPlain: true },
  { pattern: /^\/class\/(\w+)$/, load: async () => (await import('./pages/class.tsx')).ClassPage, isPlain: true },
  {
    pattern: /^\/projector\/(\w+)$/,
    load: async () => (await import('./pages/projector.tsx')).ProjectorPage,
    isPlain: true,
  },
  { pattern: /^\/practice(?:\/([\w-]+))?$/, load: async () => (await import('./pages/practice.tsx')).PracticePage },
  { pattern: /^\/codex(?:\/([\w-]+))?$/, load: async () => (await import('./pages/codex.tsx')).CodexPage },
  {
    pattern: /^\/gallery$/,
    load: async () => (await import('./pages/gallery.tsx')).GalleryPage,
    isWhole: true,
  },
  { pattern: /^\/bench$/, load: async () => (await import('./pages/bench.tsx')).BenchPage, isWhole: true },
  { pattern: /^\/leaderboard$/, load: async () => (await import('./pages/leaderboard.tsx')).LeaderboardPage },
  { pattern: /^\/replays$/, load: async () => (await import('./pages/replays.tsx')).ReplaysPage },
  { pattern: /^\/replay\/([\w-]+)$/, load: async () => (await import('./pages/replay.tsx')).ReplayPage },
];

async function loadWords({ isPlain, isWhole }: Route): Promise<void> {
  if (isPlain) return;
  if (isWhole) hasFirstPicture.value = true;
  await (isWhole ? lateTextsLoaded() : loadTexts());
}

interface Loaded {
  readonly Page: ComponentType<{ argument: string }>;
  readonly argument: string;
  readonly path: string;
}

function App() {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const current = path.value;
  useEffect(() => {
    for (const route of ROUTES) {
      const match = route.pattern.exec(current);
      if (!match) continue;
      let isLeft = false;
      void Promise.all([route.load(), loadWords(route)]).then(([Page]) => {
        if (!isLeft) setLoaded({ Page, argument: match[1] ?? '', path: current });
      });
      return () => {
        isLeft = true;
      };
    }
    setLoaded(null);
    return undefined;
  }, [current]);
  useEffect(() => {
    document.title = t('app.title');
  });
  if (!ROUTES.some(({ pattern }) => pattern.test(current))) return <Landing />;
  if (loaded?.path !== current) return <p class="page">{t('common.loading')}</p>;
  return <loaded.Page key={current} argument={loaded.argument} />;
}

keepLanguage();
reloadWhereAPartIsMissing();
document.addEventListener('click', followLinks);
render(<App />, document.body);
