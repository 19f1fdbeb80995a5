/** What can happen to a host: its hardware fails, or a kernel does. */
import type { Host } from '../../api/world/host.ts';
import { recordHostPullEnds } from '../registry/records.ts';
import { crashMachine } from '../runtime/failures.ts';
import type { World } from '../world.ts';
import { ended } from './stages.ts';

/** One whose image was still on its way was not made yet: the order ends with the pull. */
function endContainers(world: World, host: string): void {
  for (const key of world.by('hostContainersByHost', host)) {
    const container = world.get('HostContainer', key);
    if (container?.state === 'pulling') {
      recordHostPullEnds(world, [container], 'Cancelled');
      world.remove('HostContainer', key);
    } else if (container) world.put(ended(world, container));
  }
}

/** The kernel that all containers share is gone, and they with it. Who brought a kernel of their own do not notice. */
export function panicHost(world: World, host: Host): void {
  world.put({ ...host, kernel: 'panicked', sinceTick: world.tick });
  endContainers(world, host.key);
}

export function panicVm(world: World, key: string): void {
  const vm = world.get('VirtualMachine', key);
  if (vm) world.put({ ...vm, state: 'panicked', sinceTick: world.tick, doneTick: null });
}

/** Without the ground under them nobody stands. */
export function cutPower(world: World, host: Host, power: 'off' | 'booting', bootDoneTick: number | null): void {
  world.put({ ...host, power, sinceTick: world.tick, bootDoneTick });
  endContainers(world, host.key);
  for (const key of world.by('virtualMachinesByHost', host.key)) {
    const vm = world.get('VirtualMachine', key);
    if (vm && vm.state !== 'off') world.put({ ...vm, state: 'off', sinceTick: world.tick, doneTick: null });
  }
  for (const key of world.by('machinesByHost', host.key)) crashMachine(world, key);
}
