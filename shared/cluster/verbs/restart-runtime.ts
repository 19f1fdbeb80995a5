/** restartRuntime: starts a node's container runtime again. What ran goes on meanwhile. */
import { z } from 'zod';
import { failure, notFound } from '../../api/status.ts';
import { isRuntimeUp } from '../../api/world/machine.ts';
import { refuseWithoutPower } from '../kubelet/lookup.ts';
import { nodeName } from './fields.ts';
import { defineVerb } from './verb.ts';

/** *Simplified*: a service of the system is up again after so long. */
const RUNTIME_START_TICKS = 5;

export const restartRuntime = defineVerb({
  door: 'machine',
  schema: z.strictObject({ verb: z.literal('restartRuntime'), node: nodeName }),
  nodeOf: (_view, { node }) => node,
  apply: (world, { node }) => {
    const machine = world.get('Machine', node);
    if (!machine) return notFound('node', node);
    const off = refuseWithoutPower(world, node);
    if (off) return off;
    if (isRuntimeUp(machine)) {
      return failure('Conflict', 'runtimeIsUp', `the container runtime of node "${node}" is running`, { node });
    }
    if (machine.runtimeStartTick !== undefined) {
      const seconds = machine.runtimeStartTick - world.tick;
      const message = `the container runtime of node "${node}" is starting: ${seconds}s left`;
      return failure('Conflict', 'runtimeStarting', message, { node, seconds });
    }
    world.put({ ...machine, runtimeStartTick: world.tick + RUNTIME_START_TICKS });
    return null;
  },
});
