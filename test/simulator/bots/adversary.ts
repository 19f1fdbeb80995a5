/** Somebody who wants to break things: other people's seats, names that trap programs, manifests with a bent field. */
import { verbSchema, VERBS } from '../../../shared/cluster/verbs/table.ts';
import { commandSchema } from '../../../shared/commands/table.ts';
import type { Chance } from '../../support/chance.ts';
import { randomVerb } from '../../support/random-verbs.ts';
import { Maker } from '../generator/from-schema.ts';
import { somebody, type Bot } from './bot.ts';

const BENT: readonly unknown[] = [null, '', -1, 0.5, 2 ** 53, '__proto__', {}, [], true, 'Ü', '1e9', '-5%', '0'];

export const adversary: Bot = (table) => {
  const { chance, view, swarm } = table;
  const author = chance.pick([somebody(table), ...table.players, 'teacher', 'nobody0000']);
  const maker = new Maker(chance, view, chance.pick([0, 15, 60]));
  const what = chance.below(100);
  if (what < 40) {
    const verb = chance.percent(20) ? maker.valueOf(verbSchema) : maker.valueOf(VERBS[chance.pick(swarm.verbs)].schema);
    table.submit(author, { type: 'verb', verb });
  } else if (what < 60) table.submit(author, maker.valueOf(commandSchema));
  else table.submit(author, { type: 'verb', verb: bend(chance, randomVerb(chance, view, ['apply', ...swarm.verbs])) });
};

/** The same with one leaf bent, or gone, or moved where it does not belong. */
function bend(chance: Chance, value: unknown): unknown {
  const copy = structuredClone(value);
  const places = leavesOf(copy, []);
  const place = chance.maybe(places);
  if (!place) return copy;
  const { holder, key } = place;
  if (chance.percent(25)) delete holder[key];
  else holder[key] = structuredClone(chance.percent(70) ? BENT[chance.below(BENT.length)] : chance.pick(places).holder);
  return copy;
}

interface Place {
  readonly holder: Record<string, unknown>;
  readonly key: string;
}

function leavesOf(value: unknown, found: Place[]): readonly Place[] {
  if (typeof value !== 'object' || value === null) return found;
  const holder = value as Record<string, unknown>;
  for (const key of Object.keys(holder)) {
    found.push({ holder, key });
    leavesOf(holder[key], found);
  }
  return found;
}
