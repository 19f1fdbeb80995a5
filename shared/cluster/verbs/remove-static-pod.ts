/** removeStaticPod: takes such a file out of the folder; its kubelet ends the pod. */
import { z } from 'zod';
import { dns1123Subdomain } from '../../api/names.ts';
import { failure } from '../../api/status.ts';
import { must } from '../../base/assert.ts';
import { refuseWithoutPower } from '../kubelet/lookup.ts';
import { nodeName } from './fields.ts';
import { defineVerb } from './verb.ts';

export const removeStaticPod = defineVerb({
  door: 'machine',
  schema: z.strictObject({ verb: z.literal('removeStaticPod'), node: nodeName, name: dns1123Subdomain }),
  nodeOf: (_view, { node }) => node,
  apply: (world, { node, name }) => {
    const off = refuseWithoutPower(world, node);
    if (off) return off;
    const { staticPods = [], ...machine } = must(world.get('Machine', node), node);
    const others = staticPods.filter((pod) => pod.name !== name);
    if (others.length === staticPods.length) {
      const message = `no file in the manifest folder of node "${node}" holds a pod "${name}"`;
      return failure('NotFound', 'noStaticFile', message, { node, name });
    }
    world.put(others.length === 0 ? machine : { ...machine, staticPods: others });
    return null;
  },
});
