/** Somebody who makes the slips that players make, mostly those whose turn it is. */
import { SLIPS } from '../generator/slips.ts';
import { somebody, type Bot } from './bot.ts';

export const slips: Bot = (table) => {
  const { chance, view, swarm } = table;
  for (let count = 1 + chance.below(3); count > 0; count -= 1) {
    const name = chance.pick(chance.percent(75) ? swarm.favouriteSlips : Object.keys(SLIPS));
    const author = chance.percent(60) ? 'teacher' : somebody(table);
    for (const verb of SLIPS[name]?.(chance, view) ?? []) table.submit(author, { type: 'verb', verb });
  }
};
