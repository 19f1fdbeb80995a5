/** A village for what begins in turns: its shelves, and short questions about it. */
import { expect } from 'vitest';
import type { Store } from '../../shared/store/store.ts';
import { aVillage, containerNamed, publishHouse, type Village } from './village.ts';

export const ends = (code: number, afterTicks = 2) => ({ exit: { afterTicks, code, lastWords: '' } });

export const stateOf = (world: Store, name: string, container: string) =>
  containerNamed(world, name, container).state.type;

/** Ticks until it holds, or fails. */
export function until(village: Village, holds: () => boolean, most = 60): void {
  for (let tick = 0; tick < most; tick += 1) {
    village.tick();
    if (holds()) return;
  }
  expect.unreachable(`not within ${most} ticks`);
}

/** Shelves with a lasting house, one that does its work, and one that fails. */
export function aFurnishedVillage(): Village {
  const village = aVillage();
  publishHouse(village.world, 'house:1');
  publishHouse(village.world, 'digger:1', ends(0));
  publishHouse(village.world, 'broken:1', ends(3));
  return village;
}
