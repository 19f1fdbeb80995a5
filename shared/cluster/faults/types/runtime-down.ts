/** runtime-down: a node's container runtime hangs. Its houses go on; none can be opened, closed or looked after. */
import { isRuntimeUp } from '../../../api/world/machine.ts';
import { hangRuntime } from '../../runtime/failures.ts';
import type { FaultDefinition } from '../fault-type.ts';

export const runtimeDown: FaultDefinition = {
  type: 'runtime-down',
  seenFirstBy: 'kubelet',
  targets: (view) => view.keys('Machine').filter((name) => isRuntimeUp(view.get('Machine', name))),
  begin: (world, target) => {
    hangRuntime(world, target);
    return {};
  },
  healedBy: ['Machine'],
  isHealed: (view, { target }) => {
    const machine = view.get('Machine', target);
    return machine === undefined || isRuntimeUp(machine);
  },
};
