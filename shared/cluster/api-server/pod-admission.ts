/** What is asked before a pod is made: its namespace, whether the town has room, which images it brings, at the very end the quota. */
import type { PodSpec } from '../../api/pod.ts';
import { failure, type Status } from '../../api/status.ts';
import type { View } from '../../store/store.ts';
import { PODS_QUOTA } from '../controllers/replica-set/replica-set-pods.ts';
import { refuseQuota } from '../controllers/quota/quota.ts';
import { refuseImages } from '../registry/image-policy.ts';
import { refuseNamespace } from './namespaces.ts';

export function refusePod(view: View, namespace: string, name: string, spec: PodSpec): Status | null {
  return (
    refuseNamespace(view, 'Pod', { name, namespace }) ??
    refuseFullTown(view, name) ??
    refuseImages(view, name, spec) ??
    refuseQuota(view, namespace, name, spec)
  );
}

/** The town's own limit. As with any quota, pods that are over take nothing. */
function refuseFullTown(view: View, name: string): Status | null {
  const used = view.count('Pod') - view.by('endedPods', '').length;
  if (used < PODS_QUOTA) return null;
  const message = `pods "${name}" is forbidden: exceeded quota: town, requested: pods=1, used: pods=${used}, limited: pods=${PODS_QUOTA}`;
  return failure('Forbidden', 'townFull', message, { name, limit: PODS_QUOTA });
}
