/** Machines: what boots comes up when its time is over, and the kubelet on it finds its pods as the disk remembers them. */
import { must } from '../../base/assert.ts';
import { reflex } from '../loop.ts';
import { tellOfNode, tellOfSandbox } from '../kubelet/kubelet-events.ts';
import type { World } from '../world.ts';

export const machines = reflex({
  name: 'machines',
  watches: { Machine: (change) => [change.key] },
  deadlines: {
    Machine: ({ key, bootDoneTick }) => (bootDoneTick === null ? [] : [{ tick: bootDoneTick, key }]),
  },
  keys: (view) => view.keys('Machine'),
  run: (world, key) => {
    const machine = world.get('Machine', key);
    if (machine?.power !== 'booting' || world.tick < must(machine.bootDoneTick, 'bootDoneTick')) return;
    world.put({ ...machine, power: 'on', powerSinceTick: world.tick, bootDoneTick: null });
    tellOfNode(world, key, {
      type: 'Normal',
      reason: 'Starting',
      message: 'Starting kubelet.',
      details: { name: key },
    });
    const message = `Node ${key} has been rebooted, boot id: ${key}-${world.tick}`;
    tellOfNode(world, key, { type: 'Warning', reason: 'Rebooted', message, details: { name: key } });
    tellOfLostSandboxes(world, key);
  },
});

function tellOfLostSandboxes(world: World, nodeName: string): void {
  for (const key of world.by('sandboxesByNode', nodeName)) {
    const sandbox = must(world.get('Sandbox', key), `sandbox ${key}`);
    if (!sandbox.containers.some((container) => container.state.type === 'terminated')) continue;
    tellOfSandbox(world, sandbox, {
      type: 'Normal',
      reason: 'SandboxChanged',
      message: 'Pod sandbox changed, it will be killed and re-created.',
    });
  }
}
