/** Metadata of an object that a manifest creates or changes, and when it comes too late. */
import type { ManifestKind } from '../../api/kinds.ts';
import type { ObjectMeta } from '../../api/meta.ts';
import { failure, type Status } from '../../api/status.ts';
import type { World } from '../world.ts';
import { newMeta } from './objects.ts';

export interface WrittenMeta {
  readonly name: string;
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly resourceVersion?: string | number | undefined;
}

/** Kinds that are put into a namespace, by manifest or by a controller. */
export type PlacedKind = ManifestKind | 'EndpointSlice';

/** What the API server calls them in its refusals. */
export const RESOURCES: Readonly<Record<PlacedKind, string>> = {
  EndpointSlice: 'endpointslices.discovery.k8s.io',
  Pod: 'pods',
  Deployment: 'deployments.apps',
  ReplicaSet: 'replicasets.apps',
  Service: 'services',
  HorizontalPodAutoscaler: 'horizontalpodautoscalers.autoscaling',
  PodDisruptionBudget: 'poddisruptionbudgets.policy',
  StatefulSet: 'statefulsets.apps',
  DaemonSet: 'daemonsets.apps',
  Job: 'jobs.batch',
  CronJob: 'cronjobs.batch',
  Namespace: 'namespaces',
  ResourceQuota: 'resourcequotas',
  ConfigMap: 'configmaps',
  PriorityClass: 'priorityclasses.scheduling.k8s.io',
  Secret: 'secrets',
  PersistentVolumeClaim: 'persistentvolumeclaims',
};

/** The manifest is merged by now: labels and annotations that others wrote are in it. */
export function appliedMeta(
  world: World,
  kind: ManifestKind,
  written: WrittenMeta,
  before: ObjectMeta | undefined,
): ObjectMeta {
  const { name, namespace, labels, annotations } = written;
  if (!before) return newMeta(world, kind, { name, namespace, labels, annotations });
  return { ...before, labels, annotations };
}

/** 409: somebody else changed or deleted it since it was read. What is on its way out may be changed until it is gone. */
export function conflictOf(kind: ManifestKind, written: WrittenMeta, before: ObjectMeta | undefined): Status | null {
  const { name, resourceVersion } = written;
  if (resourceVersion === undefined || resourceVersion === '') return null;
  if (before?.resourceVersion === Number(resourceVersion)) return null;
  return failure(
    'Conflict',
    'objectModified',
    `Operation cannot be fulfilled on ${RESOURCES[kind]} "${name}": the object has been modified; please apply your changes to the latest version and try again`,
    { kind, name },
  );
}
