/** The cluster's own district: in the beginner's view only what of it is in trouble. */
import { isPodActive, isPodReady } from '../../shared/api/pod.ts';
import { isSystemKey } from '../../shared/api/system.ts';
import type { View } from '../../shared/store/store.ts';
import { fullView } from './preferences.ts';

export function isPodShown(view: View, key: string): boolean {
  if (fullView.value || !isSystemKey(key)) return true;
  const pod = view.get('Pod', key);
  return pod === undefined || !isPodActive(pod) || !isPodReady(pod);
}

export function isDeploymentShown(view: View, key: string): boolean {
  if (fullView.value || !isSystemKey(key)) return true;
  const deployment = view.get('Deployment', key);
  return deployment === undefined || deployment.spec.replicas === 0 || deployment.status.unavailableReplicas > 0;
}
