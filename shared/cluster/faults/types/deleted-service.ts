/** deleted-service: somebody deletes a Service. The houses stand and answer; nobody is sent there. */
import { notFound } from '../../../api/status.ts';
import { deleteObject } from '../../api-server/objects.ts';
import { asManifest } from '../../manifests/last-applied.ts';
import type { FaultDefinition } from '../fault-type.ts';
import { applyAgain, remember } from '../remedies.ts';

export const deletedService: FaultDefinition = {
  type: 'deleted-service',
  component: 'network',
  difficulty: 1,
  seenFirstBy: 'controller-manager',
  via: 'api-server',
  targets: (view) => view.keys('Service').filter((key) => view.get('Traffic', key) !== undefined),
  begin: (world, target) => {
    const service = world.get('Service', target);
    if (!service) return notFound('services', target);
    deleteObject(world, 'Service', target);
    return remember([asManifest(service)]);
  },
  symptoms: [{ type: 'loss', reason: 'NoEndpoints' }],
  harm: 'visitors',
  remedy: applyAgain,
  healedBy: ['Service'],
  isHealed: (view, { target }) => view.get('Service', target) !== undefined,
};
