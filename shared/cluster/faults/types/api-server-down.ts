/** api-server-down: the business hall is shut. Nobody can ask for anything; what stands goes on. */
import { stopComponentNow } from '../../plane/stop.ts';
import { isReachable } from '../../plane/door.ts';
import { bySteward } from '../remedies.ts';
import type { FaultDefinition } from '../fault-type.ts';

export const apiServerDown: FaultDefinition = {
  type: 'api-server-down',
  component: 'control-plane',
  difficulty: 1,
  seenFirstBy: 'controller-manager',
  via: 'world',
  targets: (view) => (view.by('runningProcesses', 'api-server').length > 0 ? [''] : []),
  begin: (world) => {
    for (const key of world.by('processesByComponent', 'api-server')) stopComponentNow(world, key);
    return {};
  },
  symptoms: [{ type: 'gauge', name: 'apiServerDown', shows: (view) => !isReachable(view) }],
  harm: (view) => !isReachable(view),
  remedy: (view) =>
    view
      .by('processesByComponent', 'api-server')
      .map((component) => bySteward({ verb: 'restartComponent', component })),
  healedBy: ['PlaneProcess'],
  isHealed: (view) => view.by('runningProcesses', 'api-server').length > 0,
};
