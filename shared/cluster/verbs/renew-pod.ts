/** renewPod: the kubelet makes a pod's sandbox anew, or clears its containers away, so that it begins once more. */
import { z } from 'zod';
import { failure, notFound } from '../../api/status.ts';
import { isFinished, type Sandbox } from '../../api/world/sandbox.ts';
import { actionsOfSandbox } from '../kubelet/actions-of-sandbox.ts';
import { tellOfSandbox } from '../kubelet/kubelet-events.ts';
import { livingSandbox, nodeOfPod, refuseWithoutRuntime } from '../kubelet/lookup.ts';
import { RESTARTING_ALL } from '../kubelet/pod-phase.ts';
import { clearContainer, firstState } from '../runtime/container-states.ts';
import type { World } from '../world.ts';
import { objectKey } from './fields.ts';
import { defineVerb } from './verb.ts';

export const renewPod = defineVerb({
  door: 'machine',
  schema: z.strictObject({ verb: z.literal('renewPod'), pod: objectKey }),
  nodeOf: (view, { pod }) => nodeOfPod(view, pod),
  apply: (world, { pod: key }) => {
    const sandbox = livingSandbox(world, key);
    if (!sandbox) return notFound('pod', key);
    const off = refuseWithoutRuntime(world, sandbox.nodeName);
    if (off) return off;
    const { createSandbox, attempt } = actionsOfSandbox(world, sandbox);
    const startsOver = sandbox.restartingAll && isFinished(sandbox);
    if (sandbox.killTick !== null || (!createSandbox && !startsOver)) {
      return failure('Conflict', 'podNeedsNoRenewal', `pod "${key}" has its sandbox`, { name: key });
    }
    if (createSandbox) makeSandbox(world, sandbox, attempt);
    else startOver(world, sandbox);
    return null;
  },
});

/** The yard was lost. What a pod with OnFailure has done is not done twice. */
function makeSandbox(world: World, sandbox: Sandbox, attempt: number): void {
  const { spec } = sandbox;
  const containers = sandbox.containers.map((container) => {
    const { state, role } = container;
    const isDone = state.type === 'terminated' && state.exitCode === 0;
    const stays = role === 'main' && spec.restartPolicy === 'OnFailure' && isDone;
    return stays ? container : clearContainer(container, firstState(spec, role));
  });
  world.put({ ...sandbox, ready: true, attempt, restartingAll: false, containers });
  const message = 'Pod sandbox changed, it will be killed and re-created.';
  tellOfSandbox(world, sandbox, { type: 'Normal', reason: 'SandboxChanged', message });
}

function startOver(world: World, sandbox: Sandbox): void {
  const message = 'The container is removed because RestartAllContainers in place';
  const containers = sandbox.containers.map((container) =>
    container.exists ? clearContainer(container, { type: 'waiting', reason: RESTARTING_ALL, message }) : container,
  );
  world.put({ ...sandbox, restartingAll: false, containers });
}
