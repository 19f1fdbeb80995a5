/** stopPod: the kubelet begins the graceful termination of a pod that was deleted. */
import { z } from 'zod';
import { isTerminating } from '../../api/pod.ts';
import { failure, notFound } from '../../api/status.ts';
import { actionsOfSandbox } from '../kubelet/actions-of-sandbox.ts';
import { podOfSandbox } from '../kubelet/kubelet-events.ts';
import { endingSandbox, nodeOfEndingPod, refuseWithoutRuntime } from '../kubelet/lookup.ts';
import { isStatic } from '../kubelet/static-pods.ts';
import { stopSandbox } from '../kubelet/stop.ts';
import type { Sandbox } from '../../api/world/sandbox.ts';
import type { View } from '../../store/store.ts';
import { nodeName, objectKey } from './fields.ts';
import { defineVerb } from './verb.ts';

export const stopPod = defineVerb({
  door: 'machine',
  schema: z.strictObject({
    verb: z.literal('stopPod'),
    pod: objectKey,
    /** Where several nodes hold one of that name. */
    node: nodeName.optional(),
  }),
  nodeOf: (view, { pod, node }) => node ?? nodeOfEndingPod(view, pod),
  apply: (world, { pod: key, node }) => {
    const sandbox = endingSandbox(world, key, node);
    if (!sandbox) {
      if (!world.get('Pod', key)) return notFound('pod', key);
      return failure('Conflict', 'nothingToStop', `pod "${key}" has no container on any node`, { name: key });
    }
    if (isStatic(sandbox) && !isWorkDone(world, sandbox)) {
      return failure('Forbidden', 'podStatic', `pod "${key}" is static: its kubelet runs it from a file`, {
        name: key,
      });
    }
    const refusal = refuseWithoutRuntime(world, sandbox.nodeName);
    if (refusal) return refusal;
    const pod = podOfSandbox(world, sandbox);
    if (pod && !isTerminating(pod) && !isWorkDone(world, sandbox)) {
      return failure('Conflict', 'podNotDeleted', `pod "${key}" is not being deleted`, { name: key });
    }
    if (sandbox.killTick !== null) {
      return failure('Conflict', 'podStopping', `pod "${key}" is terminating`, { name: key, container: '' });
    }
    stopSandbox(world, sandbox);
    return null;
  },
});

/** Nothing of it will begin again; what still runs only served the rest. */
function isWorkDone(view: View, sandbox: Sandbox): boolean {
  const { killPod, createSandbox } = actionsOfSandbox(view, sandbox);
  return killPod && !createSandbox && !sandbox.restartingAll;
}
