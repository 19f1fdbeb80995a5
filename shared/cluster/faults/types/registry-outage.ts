/** registry-outage: the warehouse is shut. What runs goes on; nothing new can be pulled or pushed. */
import { setRegistryAvailable } from '../../registry/availability.ts';
import type { FaultDefinition } from '../fault-type.ts';

export const registryOutage: FaultDefinition = {
  type: 'registry-outage',
  seenFirstBy: 'builder',
  targets: (view) => (view.get('Registry', 'registry')?.available === true ? [''] : []),
  begin: (world) => {
    setRegistryAvailable(world, false);
    return {};
  },
  healedBy: ['Registry'],
  isHealed: (view) => view.get('Registry', 'registry')?.available === true,
};
