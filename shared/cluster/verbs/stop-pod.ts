/** stopPod: the kubelet begins the graceful termination of a pod that was deleted, is done, or is past its deadline. */
import { z } from 'zod';
import { isTerminating } from '../../api/pod.ts';
import { failure, notFound } from '../../api/status.ts';
import { actionsOfSandbox } from '../kubelet/actions-of-sandbox.ts';
import { isPastDeadline, PAST_DEADLINE } from '../kubelet/active-deadline.ts';
import { podOfSandbox, tellOfSandbox } from '../kubelet/kubelet-events.ts';
import { endingSandbox, nodeOfEndingPod, refuseWithoutRuntime } from '../kubelet/lookup.ts';
import { isFileless } from '../kubelet/static-cleanup.ts';
import { isStatic } from '../kubelet/static-pods.ts';
import { stopSandbox } from '../kubelet/stop.ts';
import type { Sandbox } from '../../api/world/sandbox.ts';
import type { View } from '../../store/store.ts';
import { must } from '../../base/assert.ts';
import type { World } from '../world.ts';
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
    const isLeft = isFileless(world, sandbox);
    const isDone = isWorkDone(world, sandbox);
    const isLate = isPastDeadline(world, sandbox);
    if (isStatic(sandbox) && !isLeft && !isDone && !isLate) {
      return failure('Forbidden', 'podStatic', `pod "${key}" is static: its kubelet runs it from a file`, {
        name: key,
      });
    }
    const refusal = refuseWithoutRuntime(world, sandbox.nodeName);
    if (refusal) return refusal;
    const pod = podOfSandbox(world, sandbox);
    const isWanted = pod !== undefined && !isTerminating(pod) && !isLeft;
    if (isWanted && !isDone && !isLate) {
      return failure('Conflict', 'podNotDeleted', `pod "${key}" is not being deleted`, { name: key });
    }
    if (sandbox.killTick !== null) {
      return failure('Conflict', 'podStopping', `pod "${key}" is terminating`, { name: key, container: '' });
    }
    stopSandbox(world, sandbox);
    if (isWanted && isLate) giveUp(world, sandbox, pod.metadata.name);
    return null;
  },
});

/** A Job has the same word for it, of itself. */
function giveUp(world: World, { key }: Sandbox, name: string): void {
  const stopping = must(world.get('Sandbox', key), `sandbox ${key}`);
  world.put({ ...stopping, sentOff: PAST_DEADLINE });
  tellOfSandbox(world, stopping, { type: 'Normal', ...PAST_DEADLINE, details: { name } });
}

/** Nothing of it will begin again; what still runs only served the rest. */
function isWorkDone(view: View, sandbox: Sandbox): boolean {
  const { killPod, createSandbox } = actionsOfSandbox(view, sandbox);
  return killPod && !createSandbox && !sandbox.restartingAll;
}
