/** What is said of faults, the town's and a text's, in English, written out by the build as its neighbours are. */
import { faultTexts } from '../later-texts.ts';

export const texts = faultTexts('en');
