/** Verbs as a careless player asks for them: the right shape, things that exist most of the time, no sense required. */
import { VERBS, type Verb, type VerbName } from '../../../shared/cluster/verbs/table.ts';
import type { View } from '../../../shared/store/store.ts';
import type { Chance } from '../../support/chance.ts';
import { Maker } from './from-schema.ts';

const NAMES = Object.keys(VERBS) as VerbName[];

/** Of the table's verbs, or of those named. */
export function randomVerb(chance: Chance, view: View, names: readonly VerbName[] = NAMES): Verb {
  return new Maker(chance, view, 0).valueOf(VERBS[chance.pick(names)].schema) as Verb;
}
