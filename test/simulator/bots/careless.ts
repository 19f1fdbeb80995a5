/** Presses anything: the right shape, things that exist most of the time, no sense required. */
import { randomVerb } from '../generator/verbs.ts';
import { ask, somebody, type Bot } from './bot.ts';

export const careless: Bot = (table) => {
  const { chance, view, swarm } = table;
  const verbs = chance.percent(40) ? swarm.favouriteVerbs : swarm.verbs;
  for (let count = 1 + chance.below(8); count > 0; count -= 1) {
    const author = chance.percent(40) ? 'teacher' : somebody(table);
    const verb = randomVerb(chance, view, verbs);
    // Whoever sees nothing happen presses again.
    for (let times = chance.percent(20) ? 2 : 1; times > 0; times -= 1) ask(table, author, verb);
  }
};
