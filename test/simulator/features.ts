/**
 * Swarm testing: every seed turns features on and off, so that what hides behind another feature is met alone, too.
 * Everything is drawn from the tables of the code: what they gain is attacked without a line here.
 */
import { FAULT_TYPES } from '../../shared/cluster/faults/catalogue.ts';
import { VERBS, type VerbName } from '../../shared/cluster/verbs/table.ts';
import type { Chance } from '../support/chance.ts';

/** Who plays, and what befalls them. */
const FEATURES = [
  'careless',
  'sloppyHands',
  'goodTeam',
  'adversary',
  'lazy',
  'faults',
  'disconnects',
  'seatChanges',
  'modeSwitches',
  'pauses',
  'restarts',
  'diskFailures',
  'brokenTicks',
  'mirrors',
  'snapshots',
] as const;
export type Feature = (typeof FEATURES)[number];

export interface Swarm {
  readonly on: ReadonlySet<Feature>;
  readonly faults: readonly string[];
  readonly verbs: readonly VerbName[];
  readonly teams: number;
  readonly players: number;
  /** Chance in percent that something is done before the next tick. */
  readonly restlessness: number;
}

export function drawSwarm(chance: Chance): Swarm {
  const names = Object.keys(VERBS) as VerbName[];
  return {
    on: new Set(FEATURES.filter(() => chance.percent(55))),
    faults: someOf(chance, FAULT_TYPES),
    verbs: someOf(chance, names),
    teams: chance.pick([1, 1, 1, 2, 3]),
    players: chance.below(5),
    restlessness: chance.pick([5, 25, 50, 70]),
  };
}

/** All of them, or about half. */
function someOf<T>(chance: Chance, items: readonly T[]): readonly T[] {
  if (chance.percent(50)) return items;
  const some = items.filter(() => chance.percent(50));
  return some.length > 0 ? some : items;
}
