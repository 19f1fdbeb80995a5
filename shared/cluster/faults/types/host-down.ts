/** host-down: a host's hardware stops. Containers, virtual machines, nodes: all that stood on it. Healed by starting it. */
import { must } from '../../../base/assert.ts';
import { cutPower } from '../../hosts/failures.ts';
import type { FaultDefinition } from '../fault-type.ts';
import { byBuilder } from '../remedies.ts';

export const hostDown: FaultDefinition = {
  type: 'host-down',
  component: 'node',
  difficulty: 1,
  seenFirstBy: 'builder',
  via: 'world',
  targets: (view) => view.keys('Host').filter((key) => view.get('Host', key)?.power === 'on'),
  begin: (world, target) => {
    cutPower(world, must(world.get('Host', target), target), 'off', null);
    return {};
  },
  symptoms: [
    { type: 'gauge', name: 'hostDark', shows: (view, { target }) => view.get('Host', target)?.power !== 'on' },
  ],
  harm: (view, { target }) => view.get('Host', target)?.power !== 'on',
  remedy: (_view, { target }) => [byBuilder({ verb: 'rebootHost', host: target })],
  healedBy: ['Host'],
  isHealed: (view, { target }) => view.get('Host', target)?.power === 'on',
};
