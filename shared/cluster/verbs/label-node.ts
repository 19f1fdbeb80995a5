/** labelNode: writes one label of a node, or takes it off, as `kubectl label node` does. */
import { z } from 'zod';
import { isKubeletLabel, type Node } from '../../api/node.ts';
import { labelValue, qualifiedName } from '../../api/names.ts';
import { failure, notFound, type Status } from '../../api/status.ts';
import type { DeepReadonly } from '../../base/freeze.ts';
import { updateObject } from '../api-server/objects.ts';
import { nodeName } from './fields.ts';
import { defineVerb } from './verb.ts';

/** Limit of ours: a node with more labels than this is a mistake. */
const LABELS_MAX = 64;

const schema = z.strictObject({
  verb: z.literal('labelNode'),
  node: nodeName,
  key: qualifiedName,
  /** Null takes the label off. */
  value: labelValue.nullable(),
  /** kubectl label --overwrite */
  overwrite: z.boolean().optional(),
});

export const labelNode = defineVerb({
  schema,
  apply: (world, verb) => {
    const node = world.get('Node', verb.node);
    if (!node) return notFound('nodes', verb.node);
    const refusal = refuseLabel(node, verb);
    if (refusal) return refusal;
    const { key, value } = verb;
    const { [key]: _before, ...others } = node.metadata.labels;
    const labels = value === null ? others : { ...node.metadata.labels, [key]: value };
    updateObject(world, { ...node, metadata: { ...node.metadata, labels } });
    return null;
  },
});

function refuseLabel({ metadata }: Node, { node, key, value, overwrite }: DeepReadonly<z.infer<typeof schema>>) {
  const { labels } = metadata;
  const before = Object.hasOwn(labels, key) ? labels[key] : undefined;
  const details = { node, label: key };
  if (value === before) return null;
  if (isKubeletLabel(key)) {
    return failure('Forbidden', 'labelKept', `label "${key}" of node "${node}" is its kubelet's`, details);
  }
  if (value === null) {
    return before === undefined ? failure('NotFound', 'labelNotFound', `label "${key}" not found.`, details) : null;
  }
  if (before !== undefined && overwrite !== true) {
    const message = `'${key}' already has a value (${before}), and --overwrite is false`;
    return failure('Conflict', 'labelHasValue', message, { ...details, value: before });
  }
  return before === undefined ? refuseMore(node, Object.keys(labels).length) : null;
}

function refuseMore(node: string, count: number): Status | null {
  if (count < LABELS_MAX) return null;
  const message = `Node "${node}" is invalid: metadata.labels: Too many: must have at most ${LABELS_MAX} items`;
  return failure('Invalid', 'tooManyLabels', message, { node, limit: LABELS_MAX });
}
