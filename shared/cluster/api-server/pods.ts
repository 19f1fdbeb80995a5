/** How pods are made and asked to leave. */
import { withCondition } from '../../api/conditions.ts';
import { keyOf, type ObjectMeta } from '../../api/meta.ts';
import type { Pod, PodSpec } from '../../api/pod.ts';
import { qosClassOf } from '../../api/qos.ts';
import type { World } from '../world.ts';
import { chargeQuotas } from '../controllers/quota/quota.ts';
import { deleteObject, updateObject } from './objects.ts';
import { defaultPodSpec } from './pod-defaults.ts';
import { withPriority } from './priority.ts';

/** Source: apiserver/pkg/storage/names: what `generateName` keeps of a prefix, so that the name fits in a label. */
const GENERATED_PREFIX_LENGTH = 58;

export function podNamePrefix(controllerName: string): string {
  return `${controllerName}-`.slice(0, GENERATED_PREFIX_LENGTH);
}

/** Reason of the condition DisruptionTarget. Source: pkg/controller/tainteviction. */
export const BY_TAINT_MANAGER = 'DeletionByTaintManager';

/** A pod that nobody has looked at yet. */
export function createPod(world: World, metadata: ObjectMeta, spec: PodSpec): Pod {
  chargeQuotas(world, metadata.namespace, spec);
  return world.put({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata,
    spec: withPriority(world, defaultPodSpec(spec)),
    status: {
      phase: 'Pending',
      reason: '',
      message: '',
      conditions: [],
      containerStatuses: [],
      qosClass: qosClassOf(spec),
      podIP: '',
      hostIP: '',
      startTick: null,
    },
  });
}

/** Notes on the pod why it is disturbed, then deletes it with its own grace period. */
export function evictPod(world: World, { metadata }: Pod, reason: string, message: string): void {
  const pod = world.live.get('Pod', keyOf(metadata));
  if (!pod) return;
  const target = { type: 'DisruptionTarget', status: 'True', reason, message } as const;
  const conditions = withCondition(pod.status.conditions, target, world.tick);
  updateObject(world, { ...pod, status: { ...pod.status, conditions } });
  deleteObject(world, 'Pod', keyOf(pod.metadata));
}
