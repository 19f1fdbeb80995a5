/** Somebody who holds a seat by hand does what the panel shows, now and then, and not always all of it. */
import { LOOPS } from '../../../shared/cluster/loops.ts';
import type { Verb } from '../../../shared/cluster/verbs/table.ts';
import { ask, turn, type Bot, type Table } from './bot.ts';

const CONTROL_LOOPS = LOOPS.filter((loop) => loop.type === 'control');
/** Work lists that are looked at before somebody gives up. */
const TRIES = 12;

interface Work {
  readonly holder: string;
  readonly verbs: readonly Verb[];
}

export const sloppyHands: Bot = (table) => {
  const { chance, view } = table;
  for (let count = 1 + chance.below(6); count > 0; count -= 1) {
    const work = someWork(table);
    for (const verb of work?.verbs ?? []) if (chance.percent(90)) ask(table, work?.holder ?? 'teacher', verb);
    // Where all is done by itself there is nothing to do: somebody takes a list in hand.
    if (!work && chance.percent(30)) turn(table, 'teacher', chance.pick(view.keys('LoopSwitch')), 'hand');
  }
};

function someWork({ chance, view }: Table): Work | undefined {
  for (let count = 0; count < TRIES; count += 1) {
    const loop = chance.pick(CONTROL_LOOPS);
    const key = chance.maybe([...loop.keys(view)]);
    const verbs = key === undefined ? [] : loop.plan(view, key);
    if (key === undefined || verbs.length === 0) continue;
    const seat = view.get('LoopSwitch', loop.switchOf(key, view) ?? '')?.seat ?? '';
    return { holder: view.get('Seat', seat)?.holder ?? 'teacher', verbs };
  }
  return undefined;
}
