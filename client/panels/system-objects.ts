/** The cluster's own district: in the beginner's view only what of it is in trouble. */
import { isPodActive, isPodReady } from '../../shared/api/pod.ts';
import { isSystemKey, SYSTEM_NAMESPACE } from '../../shared/api/system.ts';
import type { Event } from '../../shared/api/event.ts';
import type { ApiKind } from '../../shared/api/kinds.ts';
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

/** Keys of a kind, without what the beginner's view leaves out. */
export function shownKeys(view: View, kind: ApiKind): readonly string[] {
  return view.keys(kind).filter((key) => {
    if (kind === 'Pod') return isPodShown(view, key);
    if (kind === 'Deployment') return isDeploymentShown(view, key);
    return fullView.value || !isSystemKey(key);
  });
}

/** What goes well in the cluster's own district fills nobody's feed. */
export function isEventShown({ type, involvedObject }: Event): boolean {
  return fullView.value || type === 'Warning' || involvedObject.namespace !== SYSTEM_NAMESPACE;
}
