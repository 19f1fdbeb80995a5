/** What people wrote in a namespace: what must be put up again when it is lost. The rest is made of it. */
import { controllerOf } from '../../api/meta.ts';
import { isMirrorPod, isPodTerminal } from '../../api/pod.ts';
import { jobEnd } from '../../api/job.ts';
import type { ApiKinds } from '../../api/kinds.ts';
import type { View } from '../../store/store.ts';
import { asManifest } from '../manifests/last-applied.ts';

/** In the order in which it is put up: furniture before the houses that need it; limits last, as what stood, stood. */
export const WRITTEN_KINDS = [
  'ConfigMap',
  'Secret',
  'PersistentVolumeClaim',
  'Service',
  'Deployment',
  'ReplicaSet',
  'StatefulSet',
  'DaemonSet',
  'Pod',
  'Job',
  'CronJob',
  'HorizontalPodAutoscaler',
  'PodDisruptionBudget',
  'ResourceQuota',
] as const;
type WrittenKind = (typeof WRITTEN_KINDS)[number];
type Written = ApiKinds[WrittenKind];

export function writtenIn(view: View, namespace: string) {
  return WRITTEN_KINDS.flatMap((kind) =>
    view.keys(kind).flatMap((key) => {
      const object = view.get(kind, key);
      if (object?.metadata.namespace !== namespace || !isWritten(object)) return [];
      return [{ reference: `${kind}/${key}`, manifest: manifestOf(object) }];
    }),
  );
}

/** Whether what such a reference names is there, and not on its way out. */
export function stands(view: View, reference: string): boolean {
  const [kind, ...key] = reference.split('/');
  return view.get(kind as WrittenKind, key.join('/'))?.metadata.deletionTick === null;
}

/** By somebody, not by a controller or a kubelet; and not over, nor being taken down already. */
function isWritten(object: Written): boolean {
  if (controllerOf(object.metadata) || object.metadata.deletionTick !== null) return false;
  if (object.kind === 'Job') return jobEnd(object) === null;
  return object.kind !== 'Pod' || !(isMirrorPod(object) || isPodTerminal(object));
}

function manifestOf(object: Written) {
  if (object.kind !== 'Pod') return asManifest(object);
  // Where it stands and what its class is worth was decided for it.
  const { nodeName: _node, priority: _priority, preemptionPolicy: _policy, ...spec } = object.spec;
  return { ...asManifest(object), spec };
}
