/** untaintNode: takes such a sign down. */
import { z } from 'zod';
import type { Taint } from '../../api/node.ts';
import { qualifiedName } from '../../api/names.ts';
import { failure, notFound } from '../../api/status.ts';
import { updateObject } from '../api-server/objects.ts';
import { isEvictionTaint } from '../controllers/node-lifecycle/taints.ts';
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
    const removed = node.spec.taints.find((taint) => taint.key === key && taint.effect === effect);
    if (!removed) {
      return failure('NotFound', 'taintNotFound', `taint "${key}:${effect}" not found`, {
        node: name,
        taint: key,
        effect,
      });
    }
    const left = node.spec.taints.filter((taint) => taint !== removed);
    const taints = isEvictionTaint(removed) ? left.map((taint) => runningOn(taint, removed)) : left;
    updateObject(world, { ...node, spec: { ...node.spec, taints } });
    return null;
  },
});

/** Where one reason to leave takes the place of the other, the time of those who were told already runs on. */
function runningOn(taint: Taint, before: Taint): Taint {
  if (!isEvictionTaint(taint) || taint.addedTick === null || before.addedTick === null) return taint;
  return { ...taint, addedTick: Math.min(taint.addedTick, before.addedTick) };
}
