/** Several short statements in one line, divided as the viewer's language divides them. */
import { language } from './i18n.ts';

export const listed = (parts: readonly string[]): string => parts.join(language.value === 'zh' ? '，' : ', ');
