/** watch-lag: the watch of a process is late. It goes on working, by a picture that is no longer true. */
import { isManaged } from '../../../api/world/machine.ts';
import { nodeOfKubelet } from '../../processes.ts';
import type { View } from '../../../store/store.ts';
import { makeLate, sightOf } from '../../sight/sight.ts';
import type { FaultDefinition } from '../fault-type.ts';

/** Longer than a node's silence may last: who hears of heartbeats this late takes living nodes for dead. */
const LATE_TICKS = 60;

const isLate = (view: View, process: string): boolean => (sightOf(view, process)?.lateTicks ?? 0) > 0;

export const watchLag: FaultDefinition = {
  type: 'watch-lag',
  component: 'control-plane',
  difficulty: 3,
  seenFirstBy: 'controller-manager',
  via: 'world',
  targets: (view) =>
    view.keys('Seat').filter((process) => {
      const node = nodeOfKubelet(process);
      const isUp = node === null || isManaged(view.get('Machine', node));
      return isUp && !sightOf(view, process);
    }),
  begin: (world, target) => {
    makeLate(world, target, LATE_TICKS);
    return {};
  },
  symptoms: [{ type: 'gauge', name: 'watchLate', shows: (view, { target }) => isLate(view, target) }],
  harm: (view, { target }) => isLate(view, target),
  remedy: (_view, { target }) => [{ seat: target, verb: { verb: 'restartProcess', process: target } }],
  healedBy: ['Sight'],
  isHealed: (view, { target }) => !isLate(view, target),
};
