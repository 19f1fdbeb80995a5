/** runtime-down: a node's container runtime hangs. Its houses go on; none can be opened, closed or looked after. */
import { isRuntimeUp } from '../../../api/world/machine.ts';
import { hangRuntime } from '../../runtime/failures.ts';
import type { FaultDefinition } from '../fault-type.ts';
import { byVillageHead } from '../remedies.ts';

export const runtimeDown: FaultDefinition = {
  type: 'runtime-down',
  component: 'node',
  difficulty: 2,
  seenFirstBy: 'kubelet',
  via: 'world',
  targets: (view) => view.keys('Machine').filter((name) => isRuntimeUp(view.get('Machine', name))),
  begin: (world, target) => {
    hangRuntime(world, target);
    return {};
  },
  symptoms: [{ type: 'condition', kind: 'Node', condition: 'Ready', status: 'False' }],
  harm: (view, { target }) => view.get('Machine', target)?.runtimeDownTick !== undefined,
  remedy: (_view, { target }) => [byVillageHead(target, { verb: 'restartRuntime', node: target })],
  healedBy: ['Machine'],
  isHealed: (view, { target }) => {
    const machine = view.get('Machine', target);
    return machine === undefined || isRuntimeUp(machine);
  },
};
