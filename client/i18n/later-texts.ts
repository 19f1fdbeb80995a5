/** What comes after the entry page: all texts of a language but those that the page has already. */
import { FIRST_TEXTS } from './first-texts.ts';
import { TEXTS } from './texts.ts';

type Texts = Readonly<Record<string, string>>;

/**
 * Sentences on faults, on what is wrong with a text that a player wrote, on why the town refuses a thing and on what has
 * happened, and the words of panels that are fetched late: nobody reads them before the town stands. The gallery and
 * the bench wait for no town. Why nobody gets in is among the first texts.
 */
const LATE: ReadonlySet<string> = new Set(
  (
    'fault faultGauge manifest refusal event reason plugin guess ' +
    'builder bench registry papers yaml objects fact logs delete plots gallery'
  ).split(' '),
);
const isLate = (key: string): boolean => LATE.has(key.slice(0, key.indexOf('.')));

function pick(language: keyof typeof TEXTS, isWanted: (key: string) => boolean): Texts {
  return Object.fromEntries(
    Object.entries(TEXTS[language]).filter(([key]) => isWanted(key) && !(key in FIRST_TEXTS[language])),
  );
}

export const laterTexts = (language: keyof typeof TEXTS): Texts => pick(language, (key) => !isLate(key));
export const lateTexts = (language: keyof typeof TEXTS): Texts => pick(language, isLate);
