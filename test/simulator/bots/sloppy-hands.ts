/** Somebody who holds a seat by hand does what the panel shows, now and then, and not always all of it. */
import type { ControlLoop } from '../../../shared/cluster/loop.ts';
import { LOOPS } from '../../../shared/cluster/loops.ts';
import type { Verb } from '../../../shared/cluster/verbs/table.ts';
import type { View } from '../../../shared/store/store.ts';
import { ask, turn, type Bot, type Table } from './bot.ts';

const CONTROL_LOOPS = LOOPS.filter((loop): loop is ControlLoop => loop.type === 'control');
/** Work lists that are looked at before somebody gives up. */
const TRIES = 12;

interface Work {
  readonly holder: string;
  readonly verbs: readonly Verb[];
}

export const sloppyHands: Bot = (table) => {
  const { chance, view } = table;
  for (let count = 1 + chance.below(6); count > 0; count -= 1) {
    const work = (chance.percent(40) ? favouriteWork(table) : undefined) ?? someWork(table);
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
    if (key !== undefined && verbs.length > 0) return { holder: holderOf(view, loop, key), verbs };
  }
  return undefined;
}

/** The first work list that asks for one of the verbs whose turn it is. */
function favouriteWork({ view, swarm }: Table): Work | undefined {
  for (const loop of CONTROL_LOOPS) {
    for (const key of loop.keys(view)) {
      const verbs = loop.plan(view, key);
      if (verbs.some(({ verb }) => swarm.favouriteVerbs.includes(verb)))
        return { holder: holderOf(view, loop, key), verbs };
    }
  }
  return undefined;
}

function holderOf(view: View, loop: ControlLoop, key: string): string {
  const seat = view.get('LoopSwitch', loop.switchOf(key, view) ?? '')?.seat ?? '';
  return view.get('Seat', seat)?.holder ?? 'teacher';
}
