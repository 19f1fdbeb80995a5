/**
 * Pods that a process with an older picture has made, bound or deleted itself: it counts on them before its watch has
 * told it. Without that a controller would make the same pods again, and the scheduler would give the same room twice.
 * Sources: pkg/controller, ControllerExpectations; pkg/scheduler/backend/cache, assumed pods.
 */
import type { SeenObject } from '../../api/world/sight.ts';
import type { World } from '../world.ts';
import { seenKey } from './sight.ts';

/** Source: pkg/controller, ExpectationsTimeout. An assumed pod stays assumed: durationToExpireAssumedPod is 0. */
const EXPECTATIONS_TICKS = 300;

export function expectOwn(world: World, watcher: string, podKey: string): void {
  const seen = world.get('SeenObject', seenKey(watcher, 'Pod', podKey));
  if (!seen) return;
  const object = world.get('Pod', podKey) ?? null;
  const before = seen.expected ? seen.expected.before : seen.object;
  const untilTick = watcher === 'controller-manager' ? world.tick + EXPECTATIONS_TICKS : null;
  world.put({ ...seen, object, expected: { before, untilTick } });
}

/** Nobody has told it for so long that it believes its watch. */
export function forgetExpected(world: World, { expected, ...seen }: SeenObject): void {
  if (expected) world.put({ ...seen, object: expected.before, expected: null });
}
