/** admitPod: the kubelet accepts a pod that was bound to its node, or refuses it. */
import { z } from 'zod';
import { isPodTerminal, isTerminating, type Pod } from '../../api/pod.ts';
import { failure, notFound, type Status } from '../../api/status.ts';
import type { View } from '../../store/store.ts';
import { recordEvent } from '../api-server/events.ts';
import { freeAddress, refuseAdmission, type AdmissionRefusal } from '../kubelet/admission.ts';
import { refuseAtDoor } from '../plane/door.ts';
import { refuseWithoutRuntime, sandboxOf } from '../kubelet/lookup.ts';
import { isStatic } from '../kubelet/static-pods.ts';
import { newContainers } from '../runtime/container-states.ts';
import type { World } from '../world.ts';
import { objectKey } from './fields.ts';
import { defineVerb } from './verb.ts';

export const admitPod = defineVerb({
  door: 'machine',
  schema: z.strictObject({ verb: z.literal('admitPod'), pod: objectKey }),
  nodeOf: (view, { pod }) => view.get('Pod', pod)?.spec.nodeName ?? undefined,
  apply: (world, { pod: key }) => {
    const pod = world.get('Pod', key);
    if (!pod) return notFound('pod', key);
    const { nodeName } = pod.spec;
    if (nodeName === null) {
      return failure('Conflict', 'podNotBound', `pod "${key}" is not assigned to a node`, { name: key, node: '' });
    }
    const refusal = refuseWithoutRuntime(world, nodeName) ?? refuseSettled(world, pod, key);
    if (refusal) return refusal;
    // Its machine stands; while the town hall is shut the ledger may not know it yet.
    const node = world.get('Node', nodeName);
    if (!node) return notFound('node', nodeName);
    const rejection = refuseAdmission(world, node, pod.spec);
    if (rejection) {
      const shut = refuseAtDoor(world);
      if (shut) return shut;
      reject(world, world.live.get('Pod', key) ?? pod, rejection);
      return null;
    }
    world.put({
      kind: 'Sandbox',
      key: pod.metadata.uid,
      podKey: key,
      nodeName,
      spec: pod.spec,
      address: freeAddress(world, node),
      createdTick: world.tick,
      ready: true,
      attempt: 0,
      restartingAll: false,
      containers: newContainers(pod.spec),
      killTick: null,
      sentOff: null,
    });
    return null;
  },
});

function refuseSettled(view: View, pod: Pod, name: string): Status | null {
  if (sandboxOf(view, pod)) return failure('Conflict', 'podAdmitted', `pod "${name}" is already admitted`, { name });
  if (isTerminating(pod)) return failure('Conflict', 'podDeleted', `pod "${name}" is being deleted`, { name });
  if (isStatic({ key: pod.metadata.uid })) {
    return failure('Forbidden', 'podStatic', `pod "${name}" is static: its kubelet runs it from a file`, { name });
  }
  if (isPodTerminal(pod)) {
    const { phase } = pod.status;
    return failure('Conflict', 'podEnded', `pod "${name}" has ended: ${phase}`, { name, phase });
  }
  return null;
}

/** Source: pkg/kubelet/kubelet.go, rejectPod. */
function reject(world: World, pod: Pod, { reason, message, resource }: AdmissionRefusal): void {
  const status = { ...pod.status, phase: 'Failed', reason, message: `Pod was rejected: ${message}` } as const;
  world.put({ ...pod, status: { ...status, startTick: world.tick } });
  const details = { pod: pod.metadata.name, node: pod.spec.nodeName ?? '', message, ...(resource ? { resource } : {}) };
  recordEvent(world, pod, { type: 'Warning', reason, message, details, source: 'kubelet' });
}
