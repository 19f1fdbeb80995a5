/** What nobody reads before the town stands, in English, written out by the build as its neighbours are. */
import { lateTexts } from '../later-texts.ts';

export const texts = lateTexts('en');
