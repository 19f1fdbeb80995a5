/** drain: closes a node and has its pods leave as their budgets allow; taking it back opens the node again. */
import { z } from 'zod';
import { failure, notFound } from '../../api/status.ts';
import { updateObject } from '../api-server/objects.ts';
import { DRAIN_ANNOTATION, isDraining, withoutDrain } from '../controllers/disruption/drain-loop.ts';
import { nodeName } from './fields.ts';
import { defineVerb } from './verb.ts';

export const drain = defineVerb({
  schema: z.strictObject({ verb: z.literal('drain'), node: nodeName, drain: z.boolean().default(true) }),
  apply: (world, { node: name, drain: wanted }) => {
    const node = world.get('Node', name);
    if (!node) return notFound('nodes', name);
    if (isDraining(node) === wanted) {
      return wanted
        ? failure('Conflict', 'alreadyDraining', `node "${name}" is being drained already`, { node: name })
        : failure('Conflict', 'notDraining', `node "${name}" is not being drained`, { node: name });
    }
    const annotations = { ...node.metadata.annotations, [DRAIN_ANNOTATION]: String(world.tick) };
    const metadata = wanted ? { ...node.metadata, annotations } : withoutDrain(node.metadata);
    // The sign that keeps new pods away follows from the spec: the node lifecycle controller hangs it out.
    updateObject(world, { ...node, metadata, spec: { ...node.spec, unschedulable: wanted } });
    return null;
  },
});
