/** startContainer: the kubelet has the runtime create and start a container. */
import { z } from 'zod';
import { findContainer, isStatus, nodeOfPod } from '../kubelet/lookup.ts';
import { startContainerNow } from '../kubelet/start.ts';
import { containerName, objectKey } from './fields.ts';
import { defineVerb } from './verb.ts';

export const startContainer = defineVerb({
  door: 'machine',
  schema: z.strictObject({ verb: z.literal('startContainer'), pod: objectKey, container: containerName }),
  nodeOf: (view, { pod }) => nodeOfPod(view, pod),
  apply: (world, { pod, container }) => {
    const target = findContainer(world, pod, container);
    return isStatus(target) ? target : startContainerNow(world, target);
  },
});
