/** Machines: what boots comes up when its time is over, and the kubelet on it finds its pods as the disk remembers them. */
import { must } from '../../base/assert.ts';
import type { Machine } from '../../api/world/machine.ts';
import { recordEvent } from '../api-server/events.ts';
import { reflex } from '../loop.ts';
import { isPhysics } from '../processes.ts';
import { freeNodeAddress, registerNode } from '../provisioning/register-node.ts';
import type { World } from '../world.ts';
import { withRuntime } from './failures.ts';
import { tellOfNode } from '../kubelet/kubelet-events.ts';

export const machines = reflex({
  name: 'machines',
  process: isPhysics,
  watches: { Machine: (change) => [change.key] },
  deadlines: {
    Machine: ({ key, bootDoneTick, runtimeStartTick }) =>
      [bootDoneTick, runtimeStartTick].flatMap((tick) => (typeof tick === 'number' ? [{ tick, key }] : [])),
  },
  keys: (view) => view.keys('Machine'),
  run: (world, key) => {
    const machine = world.get('Machine', key);
    if (machine?.runtimeStartTick !== undefined && world.tick >= machine.runtimeStartTick) {
      world.put(withRuntime(machine));
      return;
    }
    if (machine?.power !== 'booting' || world.tick < must(machine.bootDoneTick, 'bootDoneTick')) return;
    const { joins, ...known } = machine;
    world.put({ ...known, power: 'on', powerSinceTick: world.tick, bootDoneTick: null });
    if (joins) {
      join(world, key, joins);
      return;
    }
    tellOfNode(world, key, {
      type: 'Normal',
      reason: 'Starting',
      message: 'Starting kubelet.',
      details: { name: key },
    });
    const message = `Node ${key} has been rebooted, boot id: ${key}-${world.tick}`;
    tellOfNode(world, key, { type: 'Warning', reason: 'Rebooted', message, details: { name: key } });
  },
});

type Joining = NonNullable<Machine['joins']>;

/** Oracle: kubelet.maxPods. */
const MAX_PODS = 110;

/** A new machine is up: its kubelet makes its node known. */
function join(world: World, name: string, { labels, cpuMilli, memoryBytes, reservedMemoryBytes }: Joining): void {
  const capacity = { cpuMilli, memoryBytes, pods: MAX_PODS };
  const allocatable = { ...capacity, memoryBytes: memoryBytes - reservedMemoryBytes };
  registerNode(world, { name, labels, capacity, allocatable, address: freeNodeAddress(world) });
  const node = must(world.get('Node', name), name);
  recordEvent(world, node, {
    type: 'Normal',
    reason: 'RegisteredNode',
    message: `Node ${name} event: Registered Node ${name} in Controller`,
    details: { node: name },
    source: 'node-controller',
  });
}
