/** api-server-down: the business hall is shut. Nobody can ask for anything; what stands goes on. */
import { stopComponentNow } from '../../plane/stop.ts';
import type { FaultDefinition } from '../fault-type.ts';

export const apiServerDown: FaultDefinition = {
  type: 'api-server-down',
  seenFirstBy: 'controller-manager',
  targets: (view) => (view.by('runningProcesses', 'api-server').length > 0 ? [''] : []),
  begin: (world) => {
    for (const key of world.by('processesByComponent', 'api-server')) stopComponentNow(world, key);
    return {};
  },
  healedBy: ['PlaneProcess'],
  isHealed: (view) => view.by('runningProcesses', 'api-server').length > 0,
};
