/** What befalls a class: lines break, people move, the teacher breaks things or stops time, the server dies. */
import { PACES, type Pace } from '../../shared/commands/pace.ts';
import { targetsOf } from '../../shared/cluster/faults/begin.ts';
import type { Chance } from '../support/chance.ts';
import { somebody, turn, type Table } from './bots/bot.ts';
import type { ClassUnderAttack } from './class-under-attack.ts';
import type { Feature } from './features.ts';

export type Disturbance = (table: Table, attacked: ClassUnderAttack) => void;

export const DISTURBANCES: Readonly<Partial<Record<Feature, Disturbance>>> = {
  faults: (table) => {
    const { chance, view, swarm } = table;
    const fault = chance.percent(85) ? strikingFault(table) : chance.pick(swarm.faults);
    const target = chance.maybe(targetsOf(view, fault)) ?? 'nowhere';
    table.submit(chance.percent(90) ? 'teacher' : somebody(table), { type: 'injectFault', fault, target });
  },
  disconnects: ({ chance, players }, { session }) => {
    const player = chance.maybe(players);
    if (player !== undefined) session.members.setConnected(player, chance.percent(60), true);
  },
  seatChanges: (table, attacked) => {
    const { chance, players } = table;
    const { members, teams } = attacked.session;
    const player = chance.maybe(players);
    const what = chance.below(10);
    const team = chance.pick(teams).id;
    if (player === undefined) return;
    if (what < 3) members.move(player, team);
    else if (what < 4 && chance.percent(15)) members.remove(player);
    else if (what < 6) table.submit(player, { type: 'leaveSeat', seat: seatOf(chance, table) });
    else if (what < 8) table.submit(player, { type: 'takeSeat', seat: seatOf(chance, table) });
    else members.assignSeat(team, seatOf(chance, table), chance.percent(60) ? player : null);
  },
  modeSwitches: (table) => {
    const { chance, view } = table;
    const author = chance.percent(30) ? 'teacher' : somebody(table);
    const held = view.keys('LoopSwitch').filter((key) => holderOf(table, key) === author);
    const key = chance.maybe(held) ?? chance.pick(view.keys('LoopSwitch'));
    turn(table, author, key, chance.pick(['hand', 'auto']));
  },
  pauses: ({ chance }, { session }) => void session.setPace(chance.pick<Pace>(PACES)),
};

const seatOf = (chance: Chance, { view }: Table): string => chance.maybe(view.keys('Seat')) ?? 'scheduler';

function holderOf({ view }: Table, switchKey: string): string | null | undefined {
  return view.get('Seat', view.get('LoopSwitch', switchKey)?.seat ?? '')?.holder;
}

/** How many are looked at before any at all is asked for. */
const TRIES = 8;

/** One that can strike now: the favourites that this town has not met first, then any. */
function strikingFault({ chance, view, swarm }: Table): string {
  const met = new Set([...view.list('Fault')].map(({ type }) => type));
  const canStrike = (type: string) => targetsOf(view, type).length > 0;
  const favourite = chance.maybe(swarm.favouriteFaults.filter((type) => !met.has(type) && canStrike(type)));
  if (favourite !== undefined) return favourite;
  const tries = Array.from({ length: TRIES }, () => chance.pick(swarm.faults));
  return tries.find((type) => !met.has(type) && canStrike(type)) ?? tries.find(canStrike) ?? chance.pick(tries);
}
