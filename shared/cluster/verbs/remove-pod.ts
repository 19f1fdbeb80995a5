/** removePod: the kubelet tells the API server that a deleted pod is gone from its node. */
import { z } from 'zod';
import { isPodTerminal, isTerminating, type Pod } from '../../api/pod.ts';
import { failure, notFound, type Status } from '../../api/status.ts';
import { isFinished, type Sandbox } from '../../api/world/sandbox.ts';
import { forgetPod } from '../api-server/objects.ts';
import { releaseImages } from '../kubelet/images/cached-images.ts';
import { podOfSandbox } from '../kubelet/kubelet-events.ts';
import { endingSandbox, nodeOfEndingPod, refuseUnmanaged } from '../kubelet/lookup.ts';
import type { View } from '../../store/store.ts';
import { nodeName, objectKey } from './fields.ts';
import { defineVerb } from './verb.ts';

export const removePod = defineVerb({
  schema: z.strictObject({
    verb: z.literal('removePod'),
    pod: objectKey,
    /** Where several nodes hold one of that name. */
    node: nodeName.optional(),
  }),
  nodeOf: (view, { pod, node }) => node ?? nodeOfEndingPod(view, pod),
  apply: (world, { pod: key, node }) => {
    const sandbox = endingSandbox(world, key, node);
    const pod = sandbox ? podOfSandbox(world, sandbox) : boundPod(world, key, node);
    const refusal = refuseRemoval(world, key, sandbox, pod);
    if (refusal) return refusal;
    if (sandbox) {
      world.remove('Sandbox', sandbox.key);
      releaseImages(world, sandbox);
    }
    if (pod) forgetPod(world, pod);
    return null;
  },
});

/** One that its node never saw. */
function boundPod(view: View, key: string, node: string | undefined): Pod | undefined {
  const pod = view.get('Pod', key);
  return node === undefined || pod?.spec.nodeName === node ? pod : undefined;
}

function refuseRemoval(view: View, name: string, sandbox: Sandbox | undefined, pod: Pod | undefined): Status | null {
  const node = sandbox?.nodeName ?? pod?.spec.nodeName;
  if (node === undefined) return notFound('pod', name);
  if (node === null) {
    return failure('Conflict', 'podNotBound', `pod "${name}" is not assigned to a node`, { name, node: '' });
  }
  const unmanaged = refuseUnmanaged(view, node);
  if (unmanaged) return unmanaged;
  if (pod && !isTerminating(pod)) {
    return failure('Conflict', 'podNotDeleted', `pod "${name}" is not being deleted`, { name });
  }
  if (!sandbox) return null;
  if (sandbox.killTick === null)
    return failure('Conflict', 'podNotStopped', `pod "${name}" has not been stopped`, { name });
  if (!isFinished(sandbox) || (pod && !isPodTerminal(pod))) {
    const seconds = Math.max(0, sandbox.killTick - view.tick);
    return failure('Conflict', 'podStillRunning', `pod "${name}" still has running containers`, { name, seconds });
  }
  return null;
}
