/** deleted-deployment: a command meant for another town took a Deployment down, and with it all that it owned. */
import { keyOf } from '../../../api/meta.ts';
import { notFound } from '../../../api/status.ts';
import { deleteObject } from '../../api-server/objects.ts';
import { asManifest } from '../../manifests/last-applied.ts';
import type { FaultDefinition } from '../fault-type.ts';
import { settledDeployments } from '../move-one.ts';
import { applyAgain, remember } from '../remedies.ts';

export const deletedDeployment: FaultDefinition = {
  type: 'deleted-deployment',
  component: 'workload',
  difficulty: 1,
  seenFirstBy: 'controller-manager',
  via: 'api-server',
  targets: (view) => settledDeployments(view).map(({ metadata }) => keyOf(metadata)),
  begin: (world, target) => {
    const deployment = world.get('Deployment', target);
    if (!deployment) return notFound('deployments', target);
    deleteObject(world, 'Deployment', target);
    return remember([asManifest(deployment)]);
  },
  symptoms: [{ type: 'loss', reason: 'NoEndpoints' }],
  harm: 'visitors',
  remedy: applyAgain,
  healedBy: ['Deployment'],
  isHealed: (view, { target }) => view.get('Deployment', target) !== undefined,
};
