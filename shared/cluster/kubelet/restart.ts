/** A kubelet starts anew: what it pulled is given up, and it does nothing until it has listed everything. */
import type { Machine } from '../../api/world/machine.ts';
import { PROCESS_START_TICKS } from '../plane/processes-loop.ts';
import { kubeletOf } from '../processes.ts';
import { giveUpPulls, withKubelet } from '../runtime/failures.ts';
import { watchAnew } from '../sight/sight.ts';
import type { World } from '../world.ts';

export function startKubelet(world: World, machine: Machine): void {
  giveUpPulls(world, machine.key);
  world.put(withKubelet(machine));
  watchAnew(world, kubeletOf(machine.key), PROCESS_START_TICKS);
}
