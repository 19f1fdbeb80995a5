/** All texts in English. The build writes them out here, so that nobody loads a language that is not read. */
import { laterTexts } from '../later-texts.ts';

export const texts = laterTexts('en');
