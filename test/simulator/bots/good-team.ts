/** A good team: whatever seat is free is taken, the autopilots play, and causes are removed. */
import type { Verb } from '../../../shared/cluster/verbs/table.ts';
import { remediesNow } from '../remedies.ts';
import { ask, somebody, turn, type Bot } from './bot.ts';

export const goodTeam: Bot = (table) => {
  const { chance, view } = table;
  const player = somebody(table);
  const free = view.keys('Seat').find((key) => view.get('Seat', key)?.holder === null);
  if (free !== undefined && chance.percent(50)) table.submit(player, { type: 'takeSeat', seat: free });
  const byHand = view.keys('LoopSwitch').filter((key) => view.get('LoopSwitch', key)?.mode === 'hand');
  const key = chance.maybe(byHand);
  if (key !== undefined) turn(table, player, key, 'auto');
  const verb: Verb | undefined = chance.maybe([...remediesNow(view)]);
  if (verb) ask(table, chance.percent(30) ? 'teacher' : player, verb);
};
