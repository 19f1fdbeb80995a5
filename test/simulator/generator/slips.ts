/**
 * The slips that players really make, by the refusal that each is to bring out: one or two verbs, well formed, about
 * things of their own. From seed to seed each has its turn.
 */
import type { View } from '../../../shared/store/store.ts';
import type { Chance } from '../../support/chance.ts';
import { BLUEPRINT_SLIPS } from './blueprint-slips.ts';
import { MANIFEST_SLIPS } from './manifest-slips.ts';
import { MOMENT_SLIPS } from './moment-slips.ts';

/** What is asked for, one after the other; nothing where it cannot be done now. */
export type Slip = (chance: Chance, view: View) => readonly object[];

export const SLIPS: Readonly<Record<string, Slip>> = { ...BLUEPRINT_SLIPS, ...MANIFEST_SLIPS, ...MOMENT_SLIPS };
