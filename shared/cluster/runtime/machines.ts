/** Machines: what boots comes up when its time is over, and the kubelet on it finds its pods as the disk remembers them. */
import { must } from '../../base/assert.ts';
import { reflex } from '../loop.ts';
import { isPhysics } from '../processes.ts';
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
    world.put({ ...machine, power: 'on', powerSinceTick: world.tick, bootDoneTick: null });
    if (machine.joins) return;
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
