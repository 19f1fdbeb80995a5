/** api-server-overload: a script asks for everything without end, and takes the seats of all who ask like it. */
import type { View } from '../../../store/store.ts';
import { isCrowded, placesFor } from '../../plane/seats.ts';
import { bySteward } from '../remedies.ts';
import type { FaultDefinition } from '../fault-type.ts';

/** Four times as many as can be served. Ours. */
const CROWD_FACTOR = 4;
const CLIENT = 'report-script';

const arePeopleCrowded = (view: View): boolean => isCrowded(view, 'people');

export const apiServerOverload: FaultDefinition = {
  type: 'api-server-overload',
  component: 'control-plane',
  difficulty: 2,
  seenFirstBy: 'builder',
  targets: (view) => (!view.get('NoisyClient', CLIENT) ? [''] : []),
  begin: (world) => {
    const requestsPerTick = placesFor(world, 'people') * CROWD_FACTOR;
    world.put({ kind: 'NoisyClient', key: CLIENT, requestsPerTick, sinceTick: world.tick });
    return {};
  },
  symptoms: [{ type: 'gauge', name: 'apiServerCrowded', shows: arePeopleCrowded }],
  harm: arePeopleCrowded,
  remedy: () => [bySteward({ verb: 'limitClient', client: CLIENT })],
  healedBy: ['NoisyClient'],
  isHealed: (view) => view.get('NoisyClient', CLIENT) === undefined,
};
