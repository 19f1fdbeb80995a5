/** Takes seats, switches everything to hand, and goes to sleep. */
import { somebody, turn, type Bot } from './bot.ts';

export const lazy: Bot = (table) => {
  const { chance, view } = table;
  const player = somebody(table);
  const seat = chance.maybe(view.keys('Seat'));
  if (seat !== undefined) table.submit(player, { type: 'takeSeat', seat });
  const key = chance.maybe(view.keys('LoopSwitch'));
  if (key !== undefined) turn(table, player, key, 'hand');
};
