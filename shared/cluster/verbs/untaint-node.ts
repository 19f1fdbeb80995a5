/** untaintNode: takes such a sign down. */
import { z } from 'zod';
import { qualifiedName } from '../../api/names.ts';
import { failure, notFound } from '../../api/status.ts';
import { updateObject } from '../api-server/objects.ts';
import { nodeName } from './fields.ts';
import { defineVerb } from './verb.ts';

export const untaintNode = defineVerb({
  schema: z.strictObject({
    verb: z.literal('untaintNode'),
    node: nodeName,
    key: qualifiedName,
    effect: z.enum(['NoSchedule', 'PreferNoSchedule', 'NoExecute']),
  }),
  apply: (world, { node: name, key, effect }) => {
    const node = world.get('Node', name);
    if (!node) return notFound('Node', name);
    const taints = node.spec.taints.filter((taint) => taint.key !== key || taint.effect !== effect);
    if (taints.length === node.spec.taints.length) {
      return failure('NotFound', 'taintNotFound', `taint "${key}:${effect}" not found`, {
        node: name,
        taint: key,
        effect,
      });
    }
    updateObject(world, { ...node, spec: { ...node.spec, taints } });
    return null;
  },
});
