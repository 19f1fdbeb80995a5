import { beforeEach, describe, expect, test } from 'vitest';
import type { Host } from '../../../shared/api/world/host.ts';
import { must } from '../../../shared/base/assert.ts';
import { MIB } from '../../../shared/base/integers.ts';
import { beginFault } from '../../../shared/cluster/faults/begin.ts';
import { panicHost } from '../../../shared/cluster/hosts/failures.ts';
import { containersOn, moreFit, tallyOf, vmsOn } from '../../../shared/cluster/hosts/race.ts';
import { roomOn } from '../../../shared/cluster/hosts/room.ts';
import { COPY_TICKS, OS_DISK_BYTES, sizeOfContainer, sizeOfVm } from '../../../shared/cluster/hosts/sizes.ts';
import { resolveReference } from '../../../shared/cluster/registry/reference.ts';
import { traceDigest } from '../../../shared/cluster/registry/trace.ts';
import { setRegistryAvailable } from '../../../shared/cluster/registry/availability.ts';
import { faultHealing } from '../../../shared/cluster/faults/healing.ts';
import { hostLoop } from '../../../shared/cluster/hosts/host-loop.ts';
import { registration } from '../../../shared/cluster/provisioning/registration.ts';
import { machines } from '../../../shared/cluster/runtime/machines.ts';
import { Driver } from '../../../shared/session/driver.ts';
import { clusterSetup } from '../../../shared/session/setup.ts';
import type { Store } from '../../../shared/store/store.ts';
import { act, aSetup } from '../../support/builders.ts';
import { createStore } from '../../../shared/session/create.ts';
import { publishHouse } from '../../support/village.ts';

const GIB = 1024 * MIB;
const PLOT = { cpuMilli: 4000, memoryBytes: 8 * GIB, diskBytes: 40 * GIB };
const BOOT_TICKS = 60;

function aGround(): { readonly world: Store; readonly tick: (count?: number) => void } {
  const { nodes, ...setup } = aSetup({ nodes: 1, settings: { bootTicks: BOOT_TICKS } });
  const world = createStore(
    clusterSetup.parse({
      ...setup,
      hosts: [
        { name: 'plot-1', ...PLOT },
        { name: 'plot-2', ...PLOT },
        { name: 'plot-3', cpuMilli: 6000, memoryBytes: 6 * GIB, diskBytes: 100 * GIB },
      ],
      nodes: nodes.map((node) => ({ ...node, host: 'plot-3' })),
      settings: { ...setup.settings, nodePool: { cpuMilli: 4000, memoryBytes: GIB, diskBytes: 20 * GIB } },
    }),
  );
  const driver = new Driver(world, [hostLoop, machines, registration, faultHealing]);
  const tick = (count = 1) => {
    for (let done = 0; done < count; done += 1) {
      world.tick += 1;
      driver.run();
    }
  };
  return { world, tick };
}

describe('hosts', () => {
  let world: Store;
  let tick: (count?: number) => void;
  beforeEach(() => ({ world, tick } = aGround()));

  const host = (name: string): Host => must(world.get('Host', name), name);
  const image = (name: string) => must(world.get('Image', resolveReference(world, name) ?? ''), name);
  const order = (verb: 'startVm' | 'runContainer', plot: string, count: number, name = 'hut:1.0') =>
    act(world, { verb, host: plot, image: name, count });
  const vms = (plot = 'plot-1') => tallyOf(vmsOn(world, plot));
  const containers = (plot = 'plot-2') => tallyOf(containersOn(world, plot));

  test('VM-1 VM-6 twelve of each are ordered: six virtual machines fit, twelve containers, and thousands would', () => {
    expect(order('startVm', 'plot-1', 12)).toBeNull();
    expect(order('runContainer', 'plot-2', 12)).toBeNull();
    expect([vms().all, containers().all]).toEqual([6, 12]);
    expect(order('startVm', 'plot-1', 1)).toMatchObject({ key: 'hostFull', reason: 'Forbidden' });
    expect(moreFit(world, host('plot-2'), sizeOfVm(image('stall:1.0')))).toBe(6);
    expect(order('runContainer', 'plot-2', 1000, 'stall:1.0')).toBeNull();
    expect(moreFit(world, host('plot-1'), sizeOfContainer(image('stall:1.0')))).toBeLessThan(1000);
    act(world, { verb: 'removeTenants', host: 'plot-2', tenants: 'container' });
    expect(moreFit(world, host('plot-2'), sizeOfContainer(image('stall:1.0')))).toBeGreaterThan(2500);
  });

  test('VM-1 containers that ended with the kernel keep their place: nobody else is let in, and all of them come back', () => {
    expect(order('runContainer', 'plot-1', 3)).toBeNull();
    const room = moreFit(world, host('plot-1'), sizeOfVm(image('stall:1.0')));
    panicHost(world, host('plot-1'));
    expect(moreFit(world, host('plot-1'), sizeOfVm(image('stall:1.0')))).toBe(room);
  });

  test('VM-1 layers need room on the disk as well: none is promised twice, and who shares them needs none', () => {
    for (const name of ['first', 'second']) publishHouse(world, `${name}:1`, { layersMib: [10, 500], base: 'shared' });
    world.put({ ...host('plot-1'), diskBytes: 600 * MIB });
    const full = { key: 'hostFull', message: 'no space left on device: host "plot-1" is full' };
    expect(order('runContainer', 'plot-1', 1, 'first:1')).toBeNull();
    expect(order('runContainer', 'plot-1', 1, 'second:1')).toMatchObject(full);
    expect(order('runContainer', 'plot-1', 1, 'first:1')).toBeNull();
    const room = roomOn(world, host('plot-1'));
    tick(200);
    expect(containers('plot-1').running).toBe(2);
    expect(roomOn(world, host('plot-1'))).toEqual(room);
    expect(order('runContainer', 'plot-1', 1, 'second:1')).toMatchObject(full);
    expect(order('runContainer', 'plot-1', 1, 'first:1')).toBeNull();
  });

  test('VM-2 VM-3 each machine has gigabytes of its own, each container kilobytes beside layers that all share', () => {
    order('startVm', 'plot-1', 2);
    order('runContainer', 'plot-2', 2);
    tick(5);
    expect(vms().diskBytes).toBe(2 * (OS_DISK_BYTES + 12 * MIB));
    expect(containers().diskBytes).toBe(2 * 64 * 1024);
    expect(PLOT.diskBytes - roomOn(world, host('plot-2')).diskBytes).toBe(12 * MIB + 2 * 64 * 1024);
    expect(vms().memoryBytes).toBeGreaterThan(30 * containers().memoryBytes);
  });

  test('VM-4 VM-5 the container answers within seconds, the machine after copying and booting', () => {
    order('startVm', 'plot-1', 1);
    order('runContainer', 'plot-2', 1);
    tick(5);
    expect([containers().running, vms().running]).toEqual([1, 0]);
    expect(containers().firstTicks).toBe(3);
    expect(vmsOn(world, 'plot-1')[0]?.state).toBe('copying');
    tick(COPY_TICKS);
    expect(vmsOn(world, 'plot-1')[0]?.state).toBe('booting');
    tick(BOOT_TICKS);
    expect(vms().firstTicks).toBe(COPY_TICKS + BOOT_TICKS + 1);
  });

  test('VM-5 a host makes ten containers a second, and pulls an image once', () => {
    order('runContainer', 'plot-2', 30);
    tick(3);
    expect(containers().running).toBe(10);
    tick(2);
    expect(containers().running).toBe(30);
    setRegistryAvailable(world, false);
    expect(order('runContainer', 'plot-2', 1)).toBeNull();
    expect(order('runContainer', 'plot-1', 1)).toMatchObject({ key: 'hostRegistryDown' });
  });

  test('VM-5 the registry answers a host as it does a node, and has the pull in its book', () => {
    const digest = must(resolveReference(world, 'hut:1.0'), 'hut');
    expect(act(world, { verb: 'quarantine', reference: 'hut:1.0', quarantined: true })).toBeNull();
    expect(order('runContainer', 'plot-2', 1)).toMatchObject({ code: 403, key: 'hostQuarantined' });
    act(world, { verb: 'quarantine', reference: 'hut:1.0', quarantined: false });
    const layer = must(world.get('Image', digest)?.layers.at(-1), 'layer').digest;
    const blob = must(world.get('Blob', layer), 'blob');
    world.put({ ...blob, corrupted: true });
    expect(order('runContainer', 'plot-2', 1)).toMatchObject({ code: 409, key: 'hostLayerBroken' });
    world.put(blob);
    expect(traceDigest(world, digest).pulls).toEqual([]);
    expect(order('runContainer', 'plot-2', 3)).toBeNull();
    expect(traceDigest(world, digest).pulls).toMatchObject([{ nodeName: 'plot-2', outcome: 'pulling' }]);
    tick(5);
    expect(order('runContainer', 'plot-2', 3)).toBeNull();
    expect(traceDigest(world, digest).pulls).toMatchObject([{ nodeName: 'plot-2', outcome: 'pulled' }]);
    const villa = image('villa:1.0').key;
    expect(order('runContainer', 'plot-1', 2, 'villa:1.0')).toBeNull();
    expect(act(world, { verb: 'removeTenants', host: 'plot-1', tenants: 'container' })).toBeNull();
    expect(traceDigest(world, villa).pulls).toMatchObject([{ outcome: 'Cancelled', endedTick: world.tick }]);
    act(world, { verb: 'quarantine', reference: 'hut:1.0', quarantined: true });
    expect(order('runContainer', 'plot-2', 1)).toBeNull();
    world.put({ ...must(world.get('Registry', 'registry'), 'registry'), strangersUntilTick: world.tick + 1 });
    expect(order('runContainer', 'plot-1', 1)).toMatchObject({ code: 429, key: 'hostPullLimit' });
  });

  test('VM-7 a panic of the host’s kernel takes all of its containers and none of its virtual machines', () => {
    order('startVm', 'plot-2', 2);
    order('runContainer', 'plot-2', 20);
    tick(COPY_TICKS + BOOT_TICKS + 5);
    expect([vms('plot-2').running, containers().running]).toEqual([2, 20]);
    expect(beginFault(world, 'kernel-panic', 'plot-2')).toBeNull();
    expect([vms('plot-2').running, containers().running]).toEqual([2, 0]);
    expect(order('runContainer', 'plot-2', 1)).toMatchObject({ key: 'hostKernelPanic' });
    tick(200);
    expect(world.by('openFaultsByType', 'kernel-panic')).toHaveLength(1);
    expect(act(world, { verb: 'rebootHost', host: 'plot-2' })).toBeNull();
    tick(BOOT_TICKS + 5);
    expect(world.by('openFaultsByType', 'kernel-panic')).toEqual([]);
    // Back first, by far: their kernel is up already.
    expect([vms('plot-2').running, containers().running]).toEqual([0, 20]);
    tick(BOOT_TICKS);
    expect(vms('plot-2').running).toBe(2);
  });

  test('VM-7 FAULT-20 a panic within a virtual machine takes that one, and only its own reboot brings it back', () => {
    order('startVm', 'plot-1', 3);
    tick(COPY_TICKS + BOOT_TICKS + 1);
    beginFault(world, 'kernel-panic', 'plot-1/vm-2');
    tick(200);
    expect(vmsOn(world, 'plot-1').map(({ state }) => state)).toEqual(['running', 'panicked', 'running']);
    expect(act(world, { verb: 'rebootVm', vm: 'plot-1/vm-2' })).toBeNull();
    expect(act(world, { verb: 'rebootVm', vm: 'plot-1/vm-2' })).toMatchObject({ key: 'vmComingUp' });
    tick(BOOT_TICKS + 1);
    expect(vms().running).toBe(3);
    expect(world.by('openFaultsByType', 'kernel-panic')).toEqual([]);
  });

  test('VM-8 FAULT-21 a host that goes down takes all that stands on it, the node’s machine too, until it is up again', () => {
    order('startVm', 'plot-3', 1);
    order('runContainer', 'plot-3', 3);
    tick(COPY_TICKS + BOOT_TICKS + 5);
    beginFault(world, 'host-down', 'plot-3');
    tick(200);
    expect([vms('plot-3').running, containers('plot-3').running]).toEqual([0, 0]);
    expect(world.get('Machine', 'node-1')?.power).toBe('off');
    expect(act(world, { verb: 'reboot', node: 'node-1' })).toMatchObject({ key: 'hostNoPower' });
    expect(order('startVm', 'plot-3', 1)).toMatchObject({ key: 'hostNoPower' });
    act(world, { verb: 'rebootHost', host: 'plot-3' });
    tick(BOOT_TICKS);
    expect(world.by('openFaultsByType', 'host-down')).toEqual([]);
    tick(BOOT_TICKS + 2);
    expect([vms('plot-3').running, containers('plot-3').running]).toEqual([1, 3]);
    expect(world.get('Machine', 'node-1')?.power).toBe('on');
  });

  test.each([
    ['a reboot', (store: Store) => act(store, { verb: 'rebootHost', host: 'plot-2' })],
    ['a power failure', (store: Store) => beginFault(store, 'host-down', 'plot-2')],
    ['a panic', (store: Store) => beginFault(store, 'kernel-panic', 'plot-2')],
  ])('VM-8 a container whose image %s cut off was never made, and is ordered and pulled again', (_what, strike) => {
    order('runContainer', 'plot-2', 1, 'stall:1.0');
    tick(5);
    order('runContainer', 'plot-2', 2, 'villa:1.0');
    tick();
    expect(containersOn(world, 'plot-2').map(({ state }) => state)).toEqual(['running', 'pulling', 'pulling']);
    expect(strike(world)).toBeNull();
    if (host('plot-2').bootDoneTick === null) expect(act(world, { verb: 'rebootHost', host: 'plot-2' })).toBeNull();
    tick(BOOT_TICKS + 100);
    expect(containersOn(world, 'plot-2').map(({ state }) => state)).toEqual(['running']);
    const outcomes = () => traceDigest(world, image('villa:1.0').key).pulls.map(({ outcome }) => outcome);
    expect(outcomes()).toEqual(['Cancelled']);
    const { diskBytes } = roomOn(world, host('plot-2'));
    expect(order('runContainer', 'plot-2', 1, 'villa:1.0')).toBeNull();
    expect(containersOn(world, 'plot-2').map(({ state }) => state)).toEqual(['running', 'pulling']);
    tick(200);
    expect(outcomes()).toEqual(['Cancelled', 'pulled']);
    expect(containers().running).toBe(2);
    expect(diskBytes - roomOn(world, host('plot-2')).diskBytes).toBeGreaterThan(800 * MIB);
  });

  test('VM-9 a new node’s machine stands on the host with the most memory left, as long as one has room', () => {
    expect(act(world, { verb: 'addNode' })).toBeNull();
    expect(world.get('Machine', 'node-2')?.host).toBe('plot-1');
    expect(act(world, { verb: 'addNode' })).toBeNull();
    expect(world.get('Machine', 'node-3')?.host).toBe('plot-2');
    expect(act(world, { verb: 'addNode' })).toBeNull();
    expect(world.get('Machine', 'node-4')?.host).toBe('plot-3');
    expect(act(world, { verb: 'addNode' })).toMatchObject({ key: 'noHostRoom' });
    tick(BOOT_TICKS);
    expect(world.get('Node', 'node-2')).toBeDefined();
  });

  test('VM-9 without hosts a new node stands in a cloud', () => {
    const cloud = createStore(aSetup({ nodes: 1 }));
    expect(act(cloud, { verb: 'addNode' })).toBeNull();
    expect(cloud.get('Machine', 'node-2')?.host).toBeUndefined();
  });
});
