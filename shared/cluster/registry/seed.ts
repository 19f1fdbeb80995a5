/** The shelves as they are when a session opens: the official images. */
import type { World } from '../world.ts';

export function seedRegistry(_world: World): void {}
