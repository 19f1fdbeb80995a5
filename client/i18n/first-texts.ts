/** What entry page and lobby say, in both languages. */
import { commonTexts } from './areas/common.ts';
import { serverTexts } from './areas/server.ts';
import { sessionTexts } from './areas/session.ts';

export const FIRST_TEXTS = {
  en: { ...commonTexts.en, ...serverTexts.en, ...sessionTexts.en },
  zh: { ...commonTexts.zh, ...serverTexts.zh, ...sessionTexts.zh },
} as const;
