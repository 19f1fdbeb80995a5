/** node-crash: a machine loses its power, and everything that ran on it stops at once. Healed by starting it again. */
import { crashMachine } from '../../runtime/failures.ts';
import type { FaultDefinition } from '../fault-type.ts';

export const nodeCrash: FaultDefinition = {
  type: 'node-crash',
  seenFirstBy: 'kubelet',
  targets: (view) => view.keys('Machine').filter((name) => view.get('Machine', name)?.power === 'on'),
  begin: (world, target) => {
    crashMachine(world, target);
    return {};
  },
  healedBy: ['Machine'],
  isHealed: (view, { target }) => view.get('Machine', target)?.power === 'on',
};
