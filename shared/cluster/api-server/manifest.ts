/** Manifests that `apply` takes: one schema, told apart by kind. */
import { z } from 'zod';
import { MANIFESTS } from '../../api/kinds.ts';

export const manifestSchema = z.discriminatedUnion('kind', [
  MANIFESTS.Pod,
  MANIFESTS.Deployment,
  MANIFESTS.ReplicaSet,
  MANIFESTS.Service,
  MANIFESTS.HorizontalPodAutoscaler,
  MANIFESTS.PodDisruptionBudget,
  MANIFESTS.StatefulSet,
  MANIFESTS.DaemonSet,
  MANIFESTS.Job,
  MANIFESTS.CronJob,
  MANIFESTS.Namespace,
  MANIFESTS.ResourceQuota,
  MANIFESTS.ConfigMap,
  MANIFESTS.PriorityClass,
  MANIFESTS.Secret,
  MANIFESTS.PersistentVolumeClaim,
]);
