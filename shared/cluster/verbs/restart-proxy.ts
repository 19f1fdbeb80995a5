/** restartProxy: starts a node's kube-proxy again. It lists everything first, and is up to date at once. */
import { z } from 'zod';
import { failure, notFound } from '../../api/status.ts';
import { isProxyUp } from '../../api/world/machine.ts';
import { refuseWithoutPower } from '../kubelet/lookup.ts';
import { withProxy } from '../network/proxy-service.ts';
import { nodeName } from './fields.ts';
import { defineVerb } from './verb.ts';

export const restartProxy = defineVerb({
  door: 'machine',
  schema: z.strictObject({ verb: z.literal('restartProxy'), node: nodeName }),
  nodeOf: (_view, { node }) => node,
  apply: (world, { node }) => {
    const machine = world.get('Machine', node);
    if (!machine) return notFound('node', node);
    const off = refuseWithoutPower(world, node);
    if (off) return off;
    if (isProxyUp(machine)) {
      return failure('Conflict', 'proxyIsUp', `kube-proxy of node "${node}" is running`, { node });
    }
    world.put(withProxy(machine));
    return null;
  },
});
