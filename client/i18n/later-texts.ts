/** What comes after the entry page: all texts of a language but those that the page has already. */
import { FIRST_TEXTS } from './first-texts.ts';
import { TEXTS } from './texts.ts';

type Texts = Readonly<Record<string, string>>;

/**
 * Sentences on faults, on what is wrong with a text that a player wrote, and on why the town refuses a thing: nobody
 * reads them before the town stands. Why nobody gets in is among the first texts.
 */
const LATE = /^(?:fault|faultGauge|manifest|refusal)\./;
const isOfFault = (key: string): boolean => LATE.test(key);

function pick(language: keyof typeof TEXTS, isWanted: (key: string) => boolean): Texts {
  return Object.fromEntries(
    Object.entries(TEXTS[language]).filter(([key]) => isWanted(key) && !(key in FIRST_TEXTS[language])),
  );
}

export const laterTexts = (language: keyof typeof TEXTS): Texts => pick(language, (key) => !isOfFault(key));
export const faultTexts = (language: keyof typeof TEXTS): Texts => pick(language, isOfFault);
