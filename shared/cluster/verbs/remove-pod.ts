/** removePod: the kubelet tells the API server that a deleted pod is gone from its node. */
import { z } from 'zod';
import { isTerminating, type Pod } from '../../api/pod.ts';
import { failure, notFound, type Status } from '../../api/status.ts';
import { isFinished, type Sandbox } from '../../api/world/sandbox.ts';
import { releaseImages } from '../kubelet/images/cached-images.ts';
import { podOfSandbox } from '../kubelet/kubelet-events.ts';
import { endingSandbox, nodeOfEndingPod, refuseUnmanaged } from '../kubelet/lookup.ts';
import type { View } from '../../store/store.ts';
import { objectKey } from './fields.ts';
import { defineVerb } from './verb.ts';

export const removePod = defineVerb({
  schema: z.strictObject({ verb: z.literal('removePod'), pod: objectKey }),
  nodeOf: (view, { pod }) => nodeOfEndingPod(view, pod),
  apply: (world, { pod: key }) => {
    const sandbox = endingSandbox(world, key);
    const pod = sandbox ? podOfSandbox(world, sandbox) : world.get('Pod', key);
    const refusal = refuseRemoval(world, key, sandbox, pod);
    if (refusal) return refusal;
    if (sandbox) {
      world.remove('Sandbox', sandbox.key);
      releaseImages(world, sandbox);
    }
    if (pod) world.remove('Pod', key);
    return null;
  },
});

function refuseRemoval(view: View, name: string, sandbox: Sandbox | undefined, pod: Pod | undefined): Status | null {
  const nodeName = sandbox?.nodeName ?? pod?.spec.nodeName;
  if (nodeName === undefined) return notFound('pod', name);
  if (nodeName === null) {
    return failure('Conflict', 'podNotBound', `pod "${name}" is not assigned to a node`, { name, node: '' });
  }
  const unmanaged = refuseUnmanaged(view, nodeName);
  if (unmanaged) return unmanaged;
  if (pod && !isTerminating(pod)) {
    return failure('Conflict', 'podNotDeleted', `pod "${name}" is not being deleted`, { name });
  }
  if (!sandbox) return null;
  if (sandbox.killTick === null)
    return failure('Conflict', 'podNotStopped', `pod "${name}" has not been stopped`, { name });
  if (!isFinished(sandbox)) {
    const seconds = Math.max(0, sandbox.killTick - view.tick);
    return failure('Conflict', 'podStillRunning', `pod "${name}" still has running containers`, { name, seconds });
  }
  return null;
}
