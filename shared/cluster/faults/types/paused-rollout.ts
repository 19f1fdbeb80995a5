/** paused-rollout: somebody holds a roll-out for a look and goes home. What is asked for is not what stands. */
import { keyOf } from '../../../api/meta.ts';
import { notFound } from '../../../api/status.ts';
import { updateObject } from '../../api-server/objects.ts';
import type { FaultDefinition } from '../fault-type.ts';
import { settledDeployments } from '../move-one.ts';
import { letGo } from '../remedies.ts';
import { isRollingStuck } from '../rolling.ts';

export const pausedRollout: FaultDefinition = {
  type: 'paused-rollout',
  component: 'workload',
  difficulty: 2,
  seenFirstBy: 'controller-manager',
  via: 'api-server',
  targets: (view) => settledDeployments(view).map(({ metadata }) => keyOf(metadata)),
  begin: (world, target) => {
    const deployment = world.get('Deployment', target);
    if (!deployment) return notFound('deployments', target);
    const { template } = deployment.spec;
    const containers = template.spec.containers.map((container) => ({
      ...container,
      env: [...container.env, { name: 'REVISED_AT', value: String(world.tick) }],
    }));
    const revised = { ...template, spec: { ...template.spec, containers } };
    updateObject(world, { ...deployment, spec: { ...deployment.spec, paused: true, template: revised } });
    return {};
  },
  symptoms: [
    { type: 'condition', kind: 'Deployment', condition: 'Progressing', status: 'Unknown', reason: 'DeploymentPaused' },
  ],
  harm: isRollingStuck,
  remedy: (_view, { target }) => [letGo(target)],
  healedBy: ['Deployment'],
  isHealed: (view, { target }) => view.get('Deployment', target)?.spec.paused !== true,
};
