/** restartRuntime: starts a node's container runtime again. What ran goes on meanwhile. */
import { failure } from '../../api/status.ts';
import { isRuntimeUp } from '../../api/world/machine.ts';
import { machineVerb } from './machine-verb.ts';

/** *Simplified*: a service of the system is up again after so long. */
const RUNTIME_START_TICKS = 5;

export const restartRuntime = machineVerb({
  verb: 'restartRuntime',
  door: 'machine',
  apply: (world, machine) => {
    const { key: node, runtimeStartTick } = machine;
    if (isRuntimeUp(machine)) {
      return failure('Conflict', 'runtimeIsUp', `the container runtime of node "${node}" is running`, { node });
    }
    if (runtimeStartTick !== undefined) {
      const seconds = runtimeStartTick - world.tick;
      const message = `the container runtime of node "${node}" is starting: ${seconds}s left`;
      return failure('Conflict', 'runtimeStarting', message, { node, seconds });
    }
    world.put({ ...machine, runtimeStartTick: world.tick + RUNTIME_START_TICKS });
    return null;
  },
});
