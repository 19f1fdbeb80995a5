/**
 * Swarm testing: every seed turns features on and off, so that what hides behind another feature is met alone, too.
 * Everything is drawn from the tables of the code: what they gain is attacked without a line here.
 */
import { FAULT_TYPES } from '../../shared/cluster/faults/catalogue.ts';
import { VERBS, type VerbName } from '../../shared/cluster/verbs/table.ts';
import type { Chance } from '../support/chance.ts';
import { SLIPS } from './generator/slips.ts';

/** Who plays, and what befalls them. */
const FEATURES = [
  'careless',
  'sloppyHands',
  'goodTeam',
  'adversary',
  'slips',
  'lazy',
  'faults',
  'tenants',
  'ledger',
  'disconnects',
  'seatChanges',
  'modeSwitches',
  'pauses',
  'restarts',
  'diskFailures',
  'brokenTicks',
  'mirrors',
  'snapshots',
  /** One of the teams has a twin that is written to text and read again before every input. */
  'restored',
  /** The recording is played forth and back. */
  'seeks',
  /** After the end all causes are removed, and every pod must come to where its spec explains it. */
  'calm',
  /** After the end other clusters send whatever passes the schema. */
  'strangers',
] as const;
/** Plays only where something is sought. */
const SEEKER = 'patientHands';
export type Feature = (typeof FEATURES)[number] | typeof SEEKER;

export interface Swarm {
  readonly on: ReadonlySet<Feature>;
  readonly faults: readonly string[];
  /** Asked for first, in this class, as the favourite verbs are. From seed to seed they go round, so that each has its turn. */
  readonly favouriteFaults: readonly string[];
  readonly verbs: readonly VerbName[];
  readonly favouriteVerbs: readonly VerbName[];
  readonly favouriteSlips: readonly string[];
  readonly teams: number;
  readonly players: number;
  /** Chance in percent that something is done before the next tick. */
  readonly restlessness: number;
}

/** In percent, of those that are not on in about half of the classes: the dear ones seldom. */
const SHARE: Readonly<Partial<Record<Feature, number>>> = {
  faults: 80,
  restored: 6,
  calm: 12,
  restarts: 40,
  seeks: 25,
};
const FAVOURITES = 4;
/** Others have these: who seeks has no time for them. */
const DEAR: ReadonlySet<Feature> = new Set(['restored', 'calm']);

const SEEKING_RESTLESSNESS = 60;

/** What a class is asked to reach, because no other has. */
export interface Wanted {
  readonly faults: readonly string[];
  readonly verbs: readonly VerbName[];
  readonly refusals: readonly string[];
}

const NOTHING: Wanted = { faults: [], verbs: [], refusals: [] };

/** Who brings about what is wanted. */
const SEEKERS: readonly Feature[] = [
  SEEKER,
  'careless',
  'sloppyHands',
  'goodTeam',
  'slips',
  'modeSwitches',
  'faults',
  'tenants',
  'ledger',
];

/** What a fault strikes has to stand first: nobody disturbs it. */
const UNHURRIED: readonly Feature[] = ['goodTeam', 'faults'];
const UNHURRIED_RESTLESSNESS = 5;

export function drawSwarm(seed: number, chance: Chance, wanted: Wanted = NOTHING): Swarm {
  const names = Object.keys(VERBS) as VerbName[];
  const slips = Object.keys(SLIPS);
  const soughtSlips = slips.filter((name) => wanted.refusals.includes(name));
  const isSought = wanted !== NOTHING;
  const isUnhurried = wanted.faults.length > 0 && wanted.verbs.length + wanted.refusals.length === 0;
  const on = FEATURES.filter((feature) => chance.percent(SHARE[feature] ?? 55));
  return {
    on: new Set(featuresOf(on, isSought, isUnhurried)),
    faults: someOf(chance, FAULT_TYPES),
    favouriteFaults: wanted.faults.length > 0 ? wanted.faults : turnOf(seed, FAULT_TYPES),
    verbs: someOf(chance, names),
    favouriteVerbs: wanted.verbs.length > 0 ? wanted.verbs : turnOf(seed, names),
    favouriteSlips: soughtSlips.length > 0 ? soughtSlips : turnOf(seed, slips),
    teams: chance.pick([1, 1, 1, 1, 2, 3]),
    // What autopilots do at once is reached by a hand alone.
    players: chance.below(5) + (isSought ? 1 : 0),
    restlessness: isSought ? restlessnessOf(isUnhurried) : chance.pick([5, 25, 50, 70]),
  };
}

function featuresOf(on: readonly Feature[], isSought: boolean, isUnhurried: boolean): readonly Feature[] {
  if (isUnhurried) return UNHURRIED;
  return isSought ? [...on.filter((feature) => !DEAR.has(feature)), ...SEEKERS] : on;
}

const restlessnessOf = (isUnhurried: boolean): number => (isUnhurried ? UNHURRIED_RESTLESSNESS : SEEKING_RESTLESSNESS);

function turnOf<T>(seed: number, items: readonly T[]): readonly T[] {
  return Array.from({ length: FAVOURITES }, (_, index) => items[(seed * FAVOURITES + index) % items.length]).flatMap(
    (item) => item ?? [],
  );
}

/** All of them, or about half. */
function someOf<T>(chance: Chance, items: readonly T[]): readonly T[] {
  if (chance.percent(50)) return items;
  const some = items.filter(() => chance.percent(50));
  return some.length > 0 ? some : items;
}
