/** all-at-once: the strategy is changed to Recreate: at each roll-out all houses are torn down before the first new one stands. */
import { keyOf } from '../../../api/meta.ts';
import { notFound } from '../../../api/status.ts';
import { updateObject } from '../../api-server/objects.ts';
import { asManifest } from '../../manifests/last-applied.ts';
import type { FaultDefinition } from '../fault-type.ts';
import { settledDeployments } from '../move-one.ts';
import { applyAgain, remember } from '../remedies.ts';

export const allAtOnce: FaultDefinition = {
  type: 'all-at-once',
  component: 'workload',
  difficulty: 2,
  seenFirstBy: 'controller-manager',
  via: 'api-server',
  targets: (view) =>
    settledDeployments(view)
      .filter(({ spec }) => spec.strategy.type !== 'Recreate')
      .map(({ metadata }) => keyOf(metadata)),
  begin: (world, target) => {
    const deployment = world.get('Deployment', target);
    if (!deployment) return notFound('deployments', target);
    const { template } = deployment.spec;
    const containers = template.spec.containers.map((container) => ({
      ...container,
      env: [...container.env, { name: 'REVISED_AT', value: String(world.tick) }],
    }));
    const revised = { ...template, spec: { ...template.spec, containers } };
    const strategy = { type: 'Recreate' } as const;
    updateObject(world, { ...deployment, spec: { ...deployment.spec, strategy, template: revised } });
    return remember([asManifest({ ...deployment, spec: { ...deployment.spec, template: revised } })]);
  },
  symptoms: [{ type: 'loss', reason: 'NoEndpoints' }],
  harm: 'visitors',
  remedy: applyAgain,
  healedBy: ['Deployment'],
  isHealed: (view, { target }) => view.get('Deployment', target)?.spec.strategy.type !== 'Recreate',
};
