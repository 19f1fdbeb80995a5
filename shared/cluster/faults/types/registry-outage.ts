/** registry-outage: the warehouse is shut. What runs goes on; nothing new can be pulled or pushed. */
import { setRegistryAvailable } from '../../registry/availability.ts';
import type { View } from '../../../store/store.ts';
import type { FaultDefinition } from '../fault-type.ts';
import { byBuilder } from '../remedies.ts';
import { isShippingRefused } from '../unshipped.ts';

export const registryOutage: FaultDefinition = {
  type: 'registry-outage',
  component: 'registry',
  difficulty: 1,
  seenFirstBy: 'builder',
  via: 'world',
  targets: (view) => (isOpen(view) ? [''] : []),
  begin: (world) => {
    setRegistryAvailable(world, false);
    return {};
  },
  symptoms: [{ type: 'gauge', name: 'registryShut', shows: (view) => !isOpen(view) }],
  harm: isShippingRefused,
  remedy: () => [byBuilder({ verb: 'restartRegistry' })],
  healedBy: ['Registry'],
  isHealed: isOpen,
};

function isOpen(view: View): boolean {
  return view.get('Registry', 'registry')?.available === true;
}
