/** removeNode: gives a machine back. Its pods must have left, and another must remain. */
import { z } from 'zod';
import { failure, notFound } from '../../api/status.ts';
import { isManaged } from '../../api/world/machine.ts';
import { guestsOf, podsToEvict } from '../controllers/disruption/drain-loop.ts';
import { cancelPulls } from '../runtime/failures.ts';
import { nodeName } from './fields.ts';
import { defineVerb } from './verb.ts';

export const removeNode = defineVerb({
  schema: z.strictObject({ verb: z.literal('removeNode'), node: nodeName }),
  apply: (world, { node }) => {
    const machine = world.get('Machine', node);
    if (!machine) return notFound('nodes', node);
    // Those that a DaemonSet sent, or its kubelet runs by itself, do not count: they go with their village. Whoever is
    // on his way out is waited for where a kubelet sees to it.
    const pods = (isManaged(machine) ? guestsOf : podsToEvict)(world, node).length;
    if (pods > 0) {
      const message = `node "${node}" still has ${pods} pods: drain it first`;
      return failure('Conflict', 'nodeNotEmpty', message, { node, pods });
    }
    if (world.count('Machine') === 1) {
      return failure('Forbidden', 'lastNode', `node "${node}" is the last one`, { node });
    }
    cancelPulls(world, node);
    for (const key of world.by('sandboxesByNode', node)) world.remove('Sandbox', key);
    for (const kind of ['Node', 'Machine', 'KubeletState', 'LogCollector', 'ImageCache', 'ProxyRules'] as const)
      world.remove(kind, node);
    world.remove('LoopSwitch', `kubelet/${node}`);
    world.remove('Seat', `kubelet/${node}`);
    return null;
  },
});
