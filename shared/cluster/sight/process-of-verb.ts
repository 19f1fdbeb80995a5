/** In which process a verb is asked for: what it saw decides what is done. */
import type { Actor } from '../actor.ts';
import { kubeletOf, type ProcessName } from '../processes.ts';
import type { VerbName } from '../verbs/table.ts';

type Desk = 'scheduler' | 'controller-manager' | 'kubelet';

/** The rest is asked from outside (kubectl reads before it writes), or done to the machine itself. */
const DESKS: Partial<Record<VerbName, Desk>> = {
  bind: 'scheduler',
  reportUnschedulable: 'scheduler',
  preempt: 'scheduler',
  createReplicaSet: 'controller-manager',
  scaleReplicaSet: 'controller-manager',
  createPods: 'controller-manager',
  createPod: 'controller-manager',
  createJob: 'controller-manager',
  autoscale: 'controller-manager',
  markNode: 'controller-manager',
  publishEndpoints: 'controller-manager',
  collect: 'controller-manager',
  admitPod: 'kubelet',
  pullImage: 'kubelet',
  startContainer: 'kubelet',
  killContainer: 'kubelet',
  stopPod: 'kubelet',
  removePod: 'kubelet',
  renewPod: 'kubelet',
  evictForPressure: 'kubelet',
};

/** A player sits at a desk, and sees what its process sees. The teacher sees everything, but no kubelet by other eyes. */
export function processOfVerb(actor: Actor, verb: VerbName, nodeName: string | undefined): ProcessName | null {
  const desk = DESKS[verb];
  if (desk === 'kubelet') return nodeName === undefined ? null : kubeletOf(nodeName);
  return actor.type === 'player' && desk !== undefined ? desk : null;
}
