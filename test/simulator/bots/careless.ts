/** Presses anything: the right shape, things that exist most of the time, no sense required. */
import { randomVerb } from '../generator/verbs.ts';
import { ask, somebody, type Bot } from './bot.ts';

export const careless: Bot = (table) => {
  const { chance, view, swarm } = table;
  for (let count = 1 + chance.below(8); count > 0; count -= 1)
    ask(table, chance.percent(40) ? 'teacher' : somebody(table), randomVerb(chance, view, swarm.verbs));
};
