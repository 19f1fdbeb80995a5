/** registry-full: uploads that nobody finished fill the warehouse to the roof. What is there is handed out; nothing comes in. */
import type { View } from '../../../store/store.ts';
import { registryOf } from '../../registry/availability.ts';
import { freeBytes } from '../../registry/disk.ts';
import type { FaultDefinition } from '../fault-type.ts';
import { byBuilder } from '../remedies.ts';
import { isShippingRefused } from '../unshipped.ts';

const isFull = (view: View): boolean => freeBytes(view) <= 0;

export const registryFull: FaultDefinition = {
  type: 'registry-full',
  component: 'registry',
  difficulty: 1,
  seenFirstBy: 'builder',
  via: 'world',
  targets: (view) => (registryOf(view).available && !isFull(view) ? [''] : []),
  begin: (world) => {
    const registry = registryOf(world);
    world.put({ ...registry, junkBytes: (registry.junkBytes ?? 0) + freeBytes(world) });
    return {};
  },
  symptoms: [{ type: 'gauge', name: 'registryFull', shows: isFull }],
  harm: isShippingRefused,
  remedy: () => [byBuilder({ verb: 'collectRegistryGarbage' })],
  healedBy: ['Registry', 'Blob'],
  isHealed: (view) => !isFull(view),
};
