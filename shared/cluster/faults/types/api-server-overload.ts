/** api-server-overload: a script asks for everything without end, and takes the seats of all who ask like it. */
import { arePeopleCrowdedOut, placesFor } from '../../plane/seats.ts';
import { bySteward } from '../remedies.ts';
import type { FaultDefinition } from '../fault-type.ts';

/** Four times as many as can be served. Ours. */
const CROWD_FACTOR = 4;
const CLIENT = 'report-script';

export const apiServerOverload: FaultDefinition = {
  type: 'api-server-overload',
  component: 'control-plane',
  difficulty: 2,
  seenFirstBy: 'builder',
  via: 'api-server',
  targets: (view) => (view.get('NoisyClient', CLIENT) ? [] : ['']),
  begin: (world) => {
    const requestsPerTick = placesFor(world, 'people') * CROWD_FACTOR;
    world.put({ kind: 'NoisyClient', key: CLIENT, requestsPerTick, sinceTick: world.tick });
    return {};
  },
  symptoms: [{ type: 'gauge', name: 'apiServerCrowded', shows: arePeopleCrowdedOut }],
  harm: arePeopleCrowdedOut,
  remedy: () => [bySteward({ verb: 'limitClient', client: CLIENT })],
  healedBy: ['NoisyClient'],
  isHealed: (view) => view.get('NoisyClient', CLIENT) === undefined,
};
