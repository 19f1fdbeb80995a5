/** hosts: what is under way on a host comes to its end: disks copied, kernels booted, images pulled, programs started. */
import { floorDiv } from '../../base/integers.ts';
import type { Host, HostContainer } from '../../api/world/host.ts';
import { reflex } from '../loop.ts';
import { isPhysics } from '../processes.ts';
import { recordHostPullEnds } from '../registry/records.ts';
import type { World } from '../world.ts';
import { settingsOf } from '../world.ts';
import { CONTAINERS_PER_TICK } from './sizes.ts';
import { answering, bootVm, nextOfVm, startContainer } from './stages.ts';

const due = (tick: number | null, key: string) => (tick === null ? [] : [{ tick, key }]);

export const hostLoop = reflex({
  name: 'hosts',
  process: isPhysics,
  watches: {
    Host: ({ key }) => [key],
    VirtualMachine: ({ key }) => [hostOf(key)],
    HostContainer: ({ key }) => [hostOf(key)],
  },
  deadlines: {
    Host: ({ key, bootDoneTick }) => due(bootDoneTick, key),
    VirtualMachine: ({ host, doneTick }) => due(doneTick, host),
    HostContainer: ({ host, doneTick }) => due(doneTick, host),
  },
  keys: (view) => view.keys('Host'),
  run: (world, key) => {
    const host = world.get('Host', key);
    if (!host) return;
    if (host.bootDoneTick !== null && world.tick >= host.bootDoneTick) comeUp(world, host);
    if (host.power !== 'on') return;
    for (const vmKey of world.by('virtualMachinesByHost', key)) {
      const vm = world.get('VirtualMachine', vmKey);
      if (vm && vm.doneTick !== null && world.tick >= vm.doneTick) world.put(nextOfVm(world, vm));
    }
    goOn(world, key);
  },
});

const hostOf = (tenant: string): string => tenant.slice(0, tenant.indexOf('/'));

/** What stood on it comes back by itself: machines boot, containers start. */
function comeUp(world: World, host: Host): void {
  world.put({ ...host, power: 'on', kernel: 'up', sinceTick: world.tick, bootDoneTick: null });
  for (const key of world.by('virtualMachinesByHost', host.key)) {
    const vm = world.get('VirtualMachine', key);
    if (vm) world.put(bootVm(world, vm));
  }
  for (const key of world.by('machinesByHost', host.key)) {
    const machine = world.get('Machine', key);
    if (machine?.power !== 'off') continue;
    const bootDoneTick = world.tick + settingsOf(world).bootTicks;
    world.put({ ...machine, power: 'booting', powerSinceTick: world.tick, bootDoneTick });
  }
  startAll(
    world,
    containersOf(world, host.key).filter(({ state }) => state === 'exited'),
  );
}

function containersOf(world: World, host: string): readonly HostContainer[] {
  return world.by('hostContainersByHost', host).flatMap((key) => world.get('HostContainer', key) ?? []);
}

/** So many a second. */
function startAll(world: World, containers: readonly HostContainer[]): void {
  containers.forEach((container, index) => {
    world.put(startContainer(world, container, floorDiv(index, CONTAINERS_PER_TICK)));
  });
}

function goOn(world: World, key: string): void {
  const ripe = containersOf(world, key).filter(({ doneTick }) => doneTick !== null && world.tick >= doneTick);
  const pulled = ripe.filter(({ state }) => state === 'pulling');
  for (const digest of new Set(pulled.map((container) => container.digest))) keepLayers(world, key, digest);
  recordHostPullEnds(world, pulled, 'pulled');
  startAll(world, pulled);
  for (const container of ripe) if (container.state === 'starting') world.put(answering(world, container));
}

function keepLayers(world: World, key: string, digest: string): void {
  const host = world.get('Host', key);
  const image = world.get('Image', digest);
  if (!host || !image) return;
  const layers = { ...host.layers };
  for (const layer of image.layers) layers[layer.digest] = layer.bytes;
  world.put({ ...host, layers });
}
