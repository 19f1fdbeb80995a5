/** host-down: a host's hardware stops. Containers, virtual machines, nodes: all that stood on it. Healed by starting it. */
import { must } from '../../../base/assert.ts';
import { cutPower } from '../../hosts/failures.ts';
import type { FaultDefinition } from '../fault-type.ts';

export const hostDown: FaultDefinition = {
  type: 'host-down',
  seenFirstBy: 'builder',
  targets: (view) => view.keys('Host').filter((key) => view.get('Host', key)?.power === 'on'),
  begin: (world, target) => {
    cutPower(world, must(world.get('Host', target), target), 'off', null);
    return {};
  },
  healedBy: ['Host'],
  isHealed: (view, { target }) => view.get('Host', target)?.power === 'on',
};
