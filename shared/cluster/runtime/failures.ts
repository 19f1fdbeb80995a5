/** What can happen to a machine: the blows that faults and repairs deal. */
import { isKubeletUp, NO_STRAY, type Machine } from '../../api/world/machine.ts';
import type { World } from '../world.ts';
import { withProxy } from '../network/proxy-service.ts';
import { recordPullEnd } from '../registry/records.ts';
import { loseContainer } from './container-states.ts';

/** Power is lost: every process and every pull is gone at once. What lies on the disk stays. */
export function crashMachine(world: World, nodeName: string): void {
  const machine = world.get('Machine', nodeName);
  if (!machine || machine.power === 'off') return;
  world.put({
    ...withoutProcesses(withKubelet(withProxy(withRuntime(machine)))),
    power: 'off',
    powerSinceTick: world.tick,
    bootDoneTick: null,
  });
  cancelPulls(world, nodeName);
  for (const key of world.by('sandboxesByNode', nodeName)) {
    const sandbox = world.get('Sandbox', key);
    if (!sandbox) continue;
    const containers = sandbox.containers.map((container) => loseContainer(container, world.tick));
    world.put({ ...sandbox, ready: false, restartingAll: false, containers });
  }
}

/** The road to the town hall is cut. The machine runs on, and visitors still come. */
export function cutLink(world: World, nodeName: string): void {
  const machine = world.get('Machine', nodeName);
  if (machine?.link === 'up') world.put({ ...machine, link: 'cut', linkSinceTick: world.tick });
}

/** The container runtime hangs: nothing is begun or ended through it any more. What runs goes on. */
export function hangRuntime(world: World, nodeName: string): void {
  const machine = world.get('Machine', nodeName);
  if (machine?.power === 'on' && machine.runtimeDownTick === undefined) {
    world.put({ ...machine, runtimeDownTick: world.tick });
  }
}

/** The kubelet stops. What it asked the runtime to fetch is given up with it; what runs goes on. */
export function stopKubelet(world: World, nodeName: string): void {
  const machine = world.get('Machine', nodeName);
  if (!isKubeletUp(machine)) return;
  giveUpPulls(world, nodeName);
  if (machine) world.put({ ...machine, kubeletDownTick: world.tick });
}

/** The kubelet that asked for them has gone. */
export function giveUpPulls(world: World, nodeName: string): void {
  cancelPulls(world, nodeName);
  for (const key of world.by('sandboxesByNode', nodeName)) {
    const sandbox = world.get('Sandbox', key);
    if (!sandbox?.containers.some(({ pulling }) => pulling)) continue;
    world.put({ ...sandbox, containers: sandbox.containers.map((container) => ({ ...container, pulling: false })) });
  }
}

/** Nobody waits for them any more; the book of pulls knows it. */
export function cancelPulls(world: World, nodeName: string): void {
  for (const key of world.by('pullsByNode', nodeName)) {
    const pull = world.get('ImagePull', key);
    world.remove('ImagePull', key);
    if (pull?.state === 'pulling') recordPullEnd(world, pull, 'Cancelled', []);
  }
}

/** The machine with its kubelet at work. */
export function withKubelet({ kubeletDownTick: _down, ...machine }: Machine): Machine {
  return machine;
}

/** The machine with its runtime at work. */
export function withRuntime({ runtimeDownTick: _down, runtimeStartTick: _start, ...machine }: Machine): Machine {
  return machine;
}

/** Without power nothing runs and nothing is in memory; what fills the disk stays. */
function withoutProcesses({ stray, ...machine }: Machine): Machine {
  return stray && stray.disk > 0 ? { ...machine, stray: { ...NO_STRAY, disk: stray.disk } } : machine;
}

/** The machine with nothing on it that belongs to no pod. */
export function swept({ stray: _stray, ...machine }: Machine): Machine {
  return machine;
}
