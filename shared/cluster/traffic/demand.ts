/** How many visitors a second want to see a service. */
import type { World } from '../world.ts';

export function setDemand(_world: World, _service: string, _rps: number): void {}
