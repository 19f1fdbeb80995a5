/** All entries, by where in the town they belong. Loaded when the codex is opened. */
import { HALL } from './entries/hall.ts';
import { HOUSE } from './entries/house.ts';
import { PAST } from './entries/past.ts';
import { SHIP } from './entries/ship.ts';
import { VILLAGE } from './entries/village.ts';
import { YARD } from './entries/yard.ts';

export const GROUPS = [
  { id: 'house', entries: HOUSE },
  { id: 'ship', entries: SHIP },
  { id: 'hall', entries: HALL },
  { id: 'village', entries: VILLAGE },
  { id: 'yard', entries: YARD },
  { id: 'past', entries: PAST },
] as const;

export type EntryId = (typeof GROUPS)[number]['entries'][number]['id'];
