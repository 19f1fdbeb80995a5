/** Official images: what Docker Hub holds when a session opens. */
import { BASES } from './bases.ts';
import { HOUSES } from './houses.ts';
import { LANGUAGES } from './languages.ts';
import type { OfficialImage } from './official-image.ts';
import { SERVERS } from './servers.ts';
import { STAFF } from './staff.ts';

export const OFFICIAL_IMAGES: readonly OfficialImage[] = [...HOUSES, ...BASES, ...LANGUAGES, ...SERVERS, ...STAFF];
