/** Pods that are over, and that their Job has not counted yet: until then they stay. */
import { controllerOf, keyOf } from '../../api/meta.ts';
import { isPodTerminal, type Pod } from '../../api/pod.ts';
import type { View } from '../../store/store.ts';

/** What the finalizer `batch.kubernetes.io/job-tracking` says. A Job that is gone counts nobody. */
export function isUncounted(view: View, pod: Pod): boolean {
  const { namespace, uid } = pod.metadata;
  const owner = controllerOf(pod.metadata);
  if (owner?.kind !== 'Job' || !isPodTerminal(pod)) return false;
  const job = view.get('Job', keyOf({ namespace, name: owner.name }));
  return job?.metadata.uid === owner.uid && !job.status.countedPods.includes(uid);
}
