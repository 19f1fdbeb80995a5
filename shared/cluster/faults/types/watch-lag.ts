/** watch-lag: the watch of a process is late. It goes on working, by a picture that is no longer true. */
import type { Fault } from '../../../api/world/fault.ts';
import { isManaged } from '../../../api/world/machine.ts';
import { LED_COMPONENTS, leaderOf } from '../../plane/leaders.ts';
import { nodeOfKubelet } from '../../processes.ts';
import type { View } from '../../../store/store.ts';
import { makeLate, sightOf } from '../../sight/sight.ts';
import type { Verb } from '../../verbs/table.ts';
import type { FaultDefinition } from '../fault-type.ts';

/** Longer than a node's silence may last: who hears of heartbeats this late takes living nodes for dead. */
const LATE_TICKS = 60;

const isLate = (view: View, { target }: Fault): boolean => (sightOf(view, target)?.lateTicks ?? 0) > 0;

/** The instance that leads; undefined where nobody does. */
const leaderNamed = (view: View, seat: string) => {
  const component = LED_COMPONENTS.find((name) => name === seat);
  return component && leaderOf(view, component);
};

function isUp(view: View, seat: string): boolean {
  const node = nodeOfKubelet(seat);
  return node === null ? leaderNamed(view, seat) !== undefined : isManaged(view.get('Machine', node));
}

/** Another process in its place lists everything first. */
export function remedyOfLateWatch(view: View, seat: string): readonly Verb[] {
  const node = nodeOfKubelet(seat);
  if (node !== null) return [{ verb: 'restartKubelet', node }];
  const leader = leaderNamed(view, seat);
  return leader ? [{ verb: 'restartComponent', component: leader.key }] : [];
}

export const watchLag: FaultDefinition = {
  type: 'watch-lag',
  component: 'control-plane',
  difficulty: 3,
  seenFirstBy: 'controller-manager',
  via: 'world',
  targets: (view) => view.keys('Seat').filter((seat) => isUp(view, seat) && !sightOf(view, seat)),
  begin: (world, target) => {
    makeLate(world, target, LATE_TICKS);
    return {};
  },
  symptoms: [{ type: 'gauge', name: 'watchLate', shows: isLate }],
  harm: seesOldThings,
  remedy: (view, { target }) => remedyOfLateWatch(view, target).map((verb) => ({ seat: target, verb })),
  healedBy: ['Sight'],
  isHealed: (view, fault) => !isLate(view, fault),
};

/** Something is no longer as it sees it. */
function seesOldThings(view: View, { target }: Fault): boolean {
  return view.keys('SeenObject').some((key) => key.startsWith(`${target}|`));
}
