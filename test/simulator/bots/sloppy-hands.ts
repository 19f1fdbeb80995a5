/** Somebody who holds a seat by hand does what the panel shows, now and then, and not always all of it. */
import { LOOPS } from '../../../shared/cluster/loops.ts';
import { ask, type Bot } from './bot.ts';

const CONTROL_LOOPS = LOOPS.filter((loop) => loop.type === 'control');

export const sloppyHands: Bot = (table) => {
  const { chance, view } = table;
  for (let count = 1 + chance.below(6); count > 0; count -= 1) {
    const loop = chance.pick(CONTROL_LOOPS);
    const key = chance.maybe([...loop.keys(view)]);
    if (key === undefined) continue;
    const seat = view.get('LoopSwitch', loop.switchOf(key, view) ?? '')?.seat ?? '';
    const holder = view.get('Seat', seat)?.holder ?? 'teacher';
    for (const verb of loop.plan(view, key)) ask(table, holder, verb);
  }
};
