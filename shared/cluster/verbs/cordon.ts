/** cordon: closes a node for new pods, or opens it again. Nobody has to leave: opening it ends a drain, too. */
import { z } from 'zod';
import { TAINT, type Taint } from '../../api/node.ts';
import { notFound } from '../../api/status.ts';
import { updateObject } from '../api-server/objects.ts';
import { withoutDrain } from '../controllers/disruption/drain-loop.ts';
import { nodeName } from './fields.ts';
import { defineVerb } from './verb.ts';

/** The sign that the node controller hangs out for a cordoned node. It sends nobody away, so its time does not count. */
const SIGN: Taint = { key: TAINT.unschedulable, value: '', effect: 'NoSchedule', addedTick: null };

export const cordon = defineVerb({
  schema: z.strictObject({ verb: z.literal('cordon'), node: nodeName, unschedulable: z.boolean() }),
  apply: (world, { node: name, unschedulable }) => {
    const node = world.get('Node', name);
    if (!node) return notFound('nodes', name);
    const { taints } = node.spec;
    const others = taints.filter(({ key, effect }) => key !== SIGN.key || effect !== SIGN.effect);
    const closed = others.length < taints.length ? taints : [...taints, SIGN];
    const metadata = unschedulable ? node.metadata : withoutDrain(node.metadata);
    updateObject(world, { ...node, metadata, spec: { unschedulable, taints: unschedulable ? closed : others } });
    return null;
  },
});
