/** taintNode: a sign at the village gate that keeps pods away, or sends them off. */
import { z } from 'zod';
import { labelValue, qualifiedName } from '../../api/names.ts';
import { failure, notFound } from '../../api/status.ts';
import { updateObject } from '../api-server/objects.ts';
import { isEvicting, isEvictionTaint, isOwnTaint } from '../controllers/node-lifecycle/taints.ts';
import { noteEviction } from '../controllers/node-lifecycle/zones.ts';
import { nodeName } from './fields.ts';
import { defineVerb } from './verb.ts';

/** Limit of ours: a node with more signs of others than this is a mistake. The node controller's own find room. */
const TAINTS_MAX = 32;

export const taintNode = defineVerb({
  schema: z.strictObject({
    verb: z.literal('taintNode'),
    node: nodeName,
    key: qualifiedName,
    value: labelValue.optional(),
    effect: z.enum(['NoSchedule', 'PreferNoSchedule', 'NoExecute']),
  }),
  apply: (world, { node: name, key, value = '', effect }) => {
    const node = world.get('Node', name);
    if (!node) return notFound('Node', name);
    const { taints } = node.spec;
    if (taints.some((taint) => taint.key === key && taint.effect === effect)) {
      return failure('AlreadyExists', 'taintExists', `node ${name} already has ${key} taint(s) with same effect(s)`, {
        node: name,
        taint: key,
        effect,
      });
    }
    const isFull = taints.filter((taint) => !isOwnTaint(taint)).length >= TAINTS_MAX;
    if (isFull && !isOwnTaint({ key })) {
      return failure(
        'Invalid',
        'tooManyTaints',
        `Node "${name}" is invalid: spec.taints: Too many: must have at most ${TAINTS_MAX} items`,
        { node: name, limit: TAINTS_MAX },
      );
    }
    // When pods began to be sent off: their toleration seconds count from here.
    const addedTick = effect === 'NoExecute' ? world.tick : null;
    updateObject(world, {
      ...node,
      spec: { ...node.spec, taints: [...taints, { key, value, effect, addedTick }] },
    });
    if (isEvictionTaint({ key, effect }) && !isEvicting(taints)) noteEviction(world, node);
    return null;
  },
});
