/** What nobody reads before the town stands, in Chinese, written out by the build as its neighbours are. */
import { lateTexts } from '../later-texts.ts';

export const texts = lateTexts('zh');
