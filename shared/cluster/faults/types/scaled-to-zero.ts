/** scaled-to-zero: somebody scaled the wrong Deployment down for the night. */
import { notFound } from '../../../api/status.ts';
import { keyOf } from '../../../api/meta.ts';
import { updateObject } from '../../api-server/objects.ts';
import type { FaultDefinition } from '../fault-type.ts';
import { settledDeployments } from '../move-one.ts';
import { byBuilder } from '../remedies.ts';

export const scaledToZero: FaultDefinition = {
  type: 'scaled-to-zero',
  component: 'workload',
  difficulty: 1,
  seenFirstBy: 'controller-manager',
  via: 'api-server',
  targets: (view) => settledDeployments(view).map(({ metadata }) => keyOf(metadata)),
  begin: (world, target) => {
    const deployment = world.get('Deployment', target);
    if (!deployment) return notFound('deployments', target);
    updateObject(world, { ...deployment, spec: { ...deployment.spec, replicas: 0 } });
    return { replicas: deployment.spec.replicas };
  },
  symptoms: [
    { type: 'event', reason: 'ScalingReplicaSet' },
    { type: 'loss', reason: 'NoEndpoints' },
  ],
  harm: 'visitors',
  remedy: (_view, { target, memory }) => [
    byBuilder({ verb: 'scale', deployment: target, replicas: Number(memory['replicas']) }),
  ],
  healedBy: ['Deployment'],
  isHealed: (view, { target }) => view.get('Deployment', target)?.spec.replicas !== 0,
};
