/** Retries: a loop that is turned away at a crowded door comes again, each time after twice as long. */
import type { View } from '../../store/store.ts';
import type { World } from '../world.ts';
import { isTurnedAway, retryTicks } from './seats.ts';

const keyOf = (loop: string, subject: string): string => `${loop}|${subject}`;

/** It waits still. */
export function isPutOff(view: View, loop: string, subject: string): boolean {
  const retry = view.get('Retry', keyOf(loop, subject));
  return retry !== undefined && retry.untilTick > view.tick;
}

/** It finds a seat. */
export function isServed(view: View, loop: string, subject: string, asked: number): boolean {
  return !isTurnedAway(view, 'system', asked, keyOf(loop, subject));
}

/** It was served, or has nothing to ask any more: what it failed at before is forgotten. */
export function forgetFailures(world: World, loop: string, subject: string): void {
  world.remove('Retry', keyOf(loop, subject));
}

export function putOff(world: World, loop: string, subject: string): void {
  const key = keyOf(loop, subject);
  const failures = (world.get('Retry', key)?.failures ?? 0) + 1;
  world.put({ kind: 'Retry', key, loop, subject, failures, untilTick: world.tick + retryTicks(failures) });
}
