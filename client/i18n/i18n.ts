/** Texts in the viewer's language, switchable at any time. Every text has a key and stands in both languages. */
import { computed, effect, signal } from '@preact/signals';
import { storage } from '../state/storage.ts';
import { commonTexts } from './areas/common.ts';
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
}

type Texts = Readonly<Record<Language, Readonly<Record<string, string>>>>;

/** At first only what the entry page says. The rest comes with the page that says it. */
const loaded = signal<Texts>(commonTexts);

export async function loadTexts(): Promise<void> {
  loaded.value = (await import('./texts.ts')).TEXTS;
}

function fill(text: string, values: Values): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** The text of a key that is known to exist. */
export function t(key: TextKey, values: Values = {}): string {
  return fill(loaded.value[language.value][key] ?? key, values);
}

/** The text of a key made at run time (`event.<reason>`), or undefined where we have no sentence of our own. */
export function maybeT(key: string, values: Values = {}): string | undefined {
  const text = loaded.value[language.value][key];
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
