/** Somebody who wants to break things: other people's seats, names that trap programs, manifests with a bent field. */
import { verbSchema, VERBS } from '../../../shared/cluster/verbs/table.ts';
import { commandSchema } from '../../../shared/commands/table.ts';
import { bend } from '../generator/bend.ts';
import { Maker } from '../generator/from-schema.ts';
import { randomVerb } from '../generator/verbs.ts';
import { somebody, type Bot } from './bot.ts';

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
