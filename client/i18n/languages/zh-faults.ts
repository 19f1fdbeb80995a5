/** What is said of faults in Chinese, written out by the build as its neighbours are. */
import { faultTexts } from '../later-texts.ts';

export const texts = faultTexts('zh');
