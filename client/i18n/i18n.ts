/** Texts in the viewer's language, switchable at any time. Every text has a key and stands in both languages. */
import { computed, effect, signal } from '@preact/signals';
import { firstPicture } from '../state/first-picture.ts';
import { storage } from '../state/storage.ts';
import { FIRST_TEXTS } from './first-texts.ts';
import type { TextKey } from './texts.ts';

export const LANGUAGES = ['en', 'zh'] as const;
export type Language = (typeof LANGUAGES)[number];
export type Values = Readonly<Record<string, string | number>>;

function preferred(): Language {
  const saved = storage.get('language');
  if (saved === 'en' || saved === 'zh') return saved;
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

export const language = signal<Language>(preferred());

export const locale = computed(() => (language.value === 'zh' ? 'zh-CN' : 'en'));

/** The page says which language it is in, and the browser remembers the choice. Called once, by the page's entry. */
export function keepLanguage(): void {
  effect(() => {
    document.documentElement.lang = locale.value;
    storage.set('language', language.value);
  });
  effect(() => {
    if (wanted.value) void loadLanguage(language.value);
  });
}

type Table = Readonly<Record<string, string>>;

/** At first only what entry page and lobby say. The rest comes with the page that says it, in the viewer's language. */
const loaded = signal<Readonly<Record<Language, Table>>>(FIRST_TEXTS);

const LOAD = {
  en: [() => import('./languages/en.ts'), () => import('./languages/en-late.ts')],
  zh: [() => import('./languages/zh.ts'), () => import('./languages/zh-late.ts')],
} as const;

const wanted = signal(false);
const loading = new Map<Language, Promise<void>>();
const late = new Map<Language, Promise<void>>();

/** Once for each language. */
function loadLanguage(which: Language): Promise<void> {
  const before = loading.get(which);
  if (before) return before;
  const [loadMost, loadLate] = LOAD[which];
  const most = loadMost().then(({ texts }) => add(which, texts));
  const rest = most.then(firstPicture).then(loadLate);
  loading.set(which, most);
  late.set(
    which,
    rest.then(({ texts }) => add(which, texts)),
  );
  return most;
}

/** When all is here that the viewer's language says once the town stands. */
export async function lateTextsLoaded(): Promise<void> {
  await loadTexts();
  await late.get(language.peek());
}

function add(which: Language, texts: Table): void {
  loaded.value = { ...loaded.value, [which]: { ...loaded.value[which], ...texts } };
}

export async function loadTexts(): Promise<void> {
  wanted.value = true;
  await loadLanguage(language.peek());
}

/** For who looks a word up in either language. */
export async function loadBothLanguages(): Promise<void> {
  await Promise.all(LANGUAGES.map(loadLanguage));
}

/** The text of a key in every language that is here. */
export function textsOf(key: string): readonly string[] {
  return LANGUAGES.flatMap((which) => loaded.value[which][key] ?? []);
}

/** Until a language has come, the other one speaks. */
function textOf(key: string): string | undefined {
  const { [language.value]: own, [language.value === 'zh' ? 'en' : 'zh']: other } = loaded.value;
  return own[key] ?? other[key];
}

function fill(text: string, values: Values): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** The text of a key that is known to exist. */
export function t(key: TextKey, values: Values = {}): string {
  return fill(textOf(key) ?? key, values);
}

/** The text of a key made at run time (`event.<reason>`), or undefined where we have no sentence of our own. */
export function maybeT(key: string, values: Values = {}): string | undefined {
  const text = textOf(key);
  return text === undefined ? undefined : fill(text, values);
}

/** One of two texts that come with data, such as a scenario's title. */
export function pick(text: Readonly<Record<Language, string>>): string {
  return text[language.value];
}

/** Uptime and the like: parts per million as percent, `--` where nothing was asked. */
export function formatPpm(ppm: number | null | undefined): string {
  if (ppm === null || ppm === undefined) return '--';
  const hundredths = Math.floor(ppm / 100);
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')} %`;
}

/** Simulated seconds as m:ss. */
export function formatTicks(ticks: number): string {
  return `${Math.floor(ticks / 60)}:${String(ticks % 60).padStart(2, '0')}`;
}

export function formatBytes(bytes: number): string {
  const mib = bytes / (1024 * 1024);
  return mib >= 1024 ? `${(mib / 1024).toFixed(1)} GiB` : `${mib >= 10 ? Math.round(mib) : mib.toFixed(1)} MiB`;
}
