/** Whether the warehouse is open. An outage stops pushes and pulls; houses that stand are not touched by it. */
import { must } from '../../base/assert.ts';
import { failure, type Status } from '../../api/status.ts';
import type { Registry } from '../../api/world/image.ts';
import type { View } from '../../store/store.ts';
import { recordWorldEvent } from '../api-server/events.ts';
import type { World } from '../world.ts';

/** From the restart until the registry answers again (metaphor). */
export const REGISTRY_START_TICKS = 5;

export function registryOf(view: View): Registry {
  return must(view.get('Registry', 'registry'), 'Registry');
}

export function isRegistryAvailable(view: View): boolean {
  return registryOf(view).available;
}

/** What it answers to every request while it is shut; null while it is open. */
export function refuseWhileShut(view: View): Status | null {
  if (isRegistryAvailable(view)) return null;
  const message = 'received unexpected HTTP status: 503 Service Unavailable';
  return failure('ServiceUnavailable', 'registryDown', message, {});
}

/** What hung on its road ended with the process that it hung on. */
function withoutChoke({ chokedBytesPerTick: _choked, ...registry }: Registry): Registry {
  return registry;
}

/** Opens or closes it at once. */
export function setRegistryAvailable(world: World, available: boolean): void {
  const before = registryOf(world);
  if (before.available === available) return;
  const after: Registry = { ...withoutChoke(before), available, sinceTick: world.tick, startDoneTick: null };
  world.put(after);
  recordWorldEvent(
    world,
    'Registry',
    after,
    available
      ? { type: 'Normal', reason: 'RegistryUp', message: 'registry answers again', source: 'registry' }
      : { type: 'Warning', reason: 'RegistryDown', message: 'registry: 503 Service Unavailable', source: 'registry' },
  );
}
