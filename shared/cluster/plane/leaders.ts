/** Of the schedulers and the controller managers one leads, and the others stand by. */
import { failure, type Status } from '../../api/status.ts';
import type { PlaneComponent, PlaneProcess } from '../../api/world/plane.ts';
import type { View } from '../../store/store.ts';
import type { VerbName } from '../verbs/table.ts';

export type LedComponent = Exclude<PlaneComponent, 'api-server'>;
export const LED_COMPONENTS: readonly LedComponent[] = ['scheduler', 'controller-manager'];

export function leaderOf(view: View, component: LedComponent): PlaneProcess | undefined {
  const key = view.by('leaders', component)[0];
  return key === undefined ? undefined : view.get('PlaneProcess', key);
}

/** What only these components do: who does it by hand does it as the one that leads. */
const VERBS_OF_LEADERS: Readonly<Partial<Record<VerbName, LedComponent>>> = {
  bind: 'scheduler',
  preempt: 'scheduler',
  reportUnschedulable: 'scheduler',
  createReplicaSet: 'controller-manager',
  scaleReplicaSet: 'controller-manager',
  createPods: 'controller-manager',
  createPod: 'controller-manager',
  createJob: 'controller-manager',
  autoscale: 'controller-manager',
  markNode: 'controller-manager',
  publishEndpoints: 'controller-manager',
  collect: 'controller-manager',
};

export function refuseWithoutLeader(view: View, verb: VerbName): Status | null {
  const component = VERBS_OF_LEADERS[verb];
  if (component === undefined || leaderOf(view, component)) return null;
  const message = `no instance of kube-${component} holds the lease "kube-${component}"`;
  return failure('ServiceUnavailable', 'nobodyLeads', message, { component: `kube-${component}` });
}
