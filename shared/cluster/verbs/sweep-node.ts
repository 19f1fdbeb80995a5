/** sweepNode: ends the processes and deletes the files of a node that belong to no pod. */
import { failure } from '../../api/status.ts';
import { swept } from '../runtime/failures.ts';
import { machineVerb } from './machine-verb.ts';

export const sweepNode = machineVerb({
  verb: 'sweepNode',
  apply: (world, machine) => {
    const { key: node } = machine;
    if (!machine.stray) {
      return failure('Conflict', 'nodeIsSwept', `nothing on node "${node}" belongs to no pod`, { node });
    }
    world.put(swept(machine));
    return null;
  },
});
