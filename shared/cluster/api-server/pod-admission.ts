/** What is asked before a pod is made: first which images it brings, and at the very end the quota. */
import type { PodSpec } from '../../api/pod.ts';
import type { Status } from '../../api/status.ts';
import type { View } from '../../store/store.ts';
import { refuseQuota } from '../controllers/quota/quota.ts';
import { refuseImages } from '../registry/image-policy.ts';

export function refusePod(view: View, namespace: string, name: string, spec: PodSpec): Status | null {
  return refuseImages(view, name, spec) ?? refuseQuota(view, namespace, name, spec);
}
