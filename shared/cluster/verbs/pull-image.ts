/** pullImage: the kubelet has a container's image fetched into the node's cache. */
import { z } from 'zod';
import { findContainer, isStatus, nodeOfPod } from '../kubelet/lookup.ts';
import { pullImageNow } from '../kubelet/pull.ts';
import { containerName, objectKey } from './fields.ts';
import { defineVerb } from './verb.ts';

export const pullImage = defineVerb({
  door: 'machine',
  schema: z.strictObject({ verb: z.literal('pullImage'), pod: objectKey, container: containerName }),
  nodeOf: (view, { pod }) => nodeOfPod(view, pod),
  apply: (world, { pod, container }) => {
    const target = findContainer(world, pod, container);
    return isStatus(target) ? target : pullImageNow(world, target);
  },
});
