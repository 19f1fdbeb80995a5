/** api-server-overload: a script asks for everything without end, and takes the seats of all who ask like it. */
import { isReachable } from '../../plane/door.ts';
import { placesFor } from '../../plane/seats.ts';
import type { FaultDefinition } from '../fault-type.ts';

/** Four times as many as can be served. Ours. */
const CROWD_FACTOR = 4;
const CLIENT = 'report-script';

export const apiServerOverload: FaultDefinition = {
  type: 'api-server-overload',
  seenFirstBy: 'builder',
  targets: (view) => (isReachable(view) && !view.get('NoisyClient', CLIENT) ? [''] : []),
  begin: (world) => {
    const requestsPerTick = placesFor(world, 'people') * CROWD_FACTOR;
    world.put({ kind: 'NoisyClient', key: CLIENT, requestsPerTick, sinceTick: world.tick });
    return {};
  },
  healedBy: ['NoisyClient'],
  isHealed: (view) => view.get('NoisyClient', CLIENT) === undefined,
};
