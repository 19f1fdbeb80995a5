/** What comes after the entry page: all texts of a language but those that the page has already. */
import { FIRST_TEXTS } from './first-texts.ts';
import { TEXTS } from './texts.ts';

export function laterTexts(language: keyof typeof TEXTS): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(TEXTS[language]).filter(([key]) => !(key in FIRST_TEXTS[language])));
}
