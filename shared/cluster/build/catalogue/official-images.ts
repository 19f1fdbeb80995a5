/** Official images: what Docker Hub holds when a session opens. */
import { BASES } from './bases.ts';
import { HOUSES } from './houses.ts';
import { LANGUAGES } from './languages.ts';
import type { OfficialImage } from './official-image.ts';
import { SERVERS } from './servers.ts';
import { STAFF } from './staff.ts';

export const OFFICIAL_IMAGES: readonly OfficialImage[] = [...HOUSES, ...BASES, ...LANGUAGES, ...SERVERS, ...STAFF];

/** Whose images are the cluster's own, and no houses to choose from. */
export const STAFF_PUBLISHERS: ReadonlySet<string> = new Set(STAFF.map(({ publisher }) => publisher ?? ''));

/** The houses that a class begins with; the others stand in Docker Hub's own aisle. */
export const HOUSE_NAMES: ReadonlySet<string> = new Set(HOUSES.map(({ name }) => name));
