/** node-crash: a machine loses its power, and everything that ran on it stops at once. Healed by starting it again. */
import { crashMachine } from '../../runtime/failures.ts';
import type { FaultDefinition } from '../fault-type.ts';
import { byVillageHead } from '../remedies.ts';

export const nodeCrash: FaultDefinition = {
  type: 'node-crash',
  component: 'node',
  difficulty: 1,
  seenFirstBy: 'kubelet',
  via: 'world',
  targets: (view) => view.keys('Machine').filter((name) => view.get('Machine', name)?.power === 'on'),
  begin: (world, target) => {
    crashMachine(world, target);
    return {};
  },
  symptoms: [
    { type: 'loss', reason: 'NoRouteToHost' },
    { type: 'condition', kind: 'Node', condition: 'Ready', status: 'Unknown' },
  ],
  harm: 'visitors',
  remedy: (_view, { target }) => [byVillageHead(target, { verb: 'reboot', node: target })],
  healedBy: ['Machine'],
  isHealed: (view, { target }) => {
    const machine = view.get('Machine', target);
    return machine === undefined || machine.power === 'on';
  },
};
