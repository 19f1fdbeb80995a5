/** Whether a Deployment's roll-out stands still: its newest houses are not all there, or do not answer. */
import type { Fault } from '../../api/world/fault.ts';
import type { View } from '../../store/store.ts';

export function isRollingStuck(view: View, { target }: Pick<Fault, 'target'>): boolean {
  const deployment = view.get('Deployment', target);
  if (!deployment) return true;
  const { replicas } = deployment.spec;
  const { updatedReplicas, replicas: present, availableReplicas } = deployment.status;
  return updatedReplicas < replicas || availableReplicas < replicas || present > updatedReplicas;
}
