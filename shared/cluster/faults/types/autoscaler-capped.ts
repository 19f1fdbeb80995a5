/** autoscaler-capped: the autoscaler may have no more houses than its least. It sees the crowd, and may not help. */
import { notFound } from '../../../api/status.ts';
import { updateObject } from '../../api-server/objects.ts';
import { asManifest } from '../../manifests/last-applied.ts';
import type { FaultDefinition } from '../fault-type.ts';
import { applyAgain, remember } from '../remedies.ts';

export const autoscalerCapped: FaultDefinition = {
  type: 'autoscaler-capped',
  component: 'autoscaler',
  difficulty: 2,
  seenFirstBy: 'controller-manager',
  via: 'api-server',
  targets: (view) =>
    view.keys('HorizontalPodAutoscaler').filter((key) => {
      const spec = view.get('HorizontalPodAutoscaler', key)?.spec;
      return spec !== undefined && spec.maxReplicas > spec.minReplicas;
    }),
  begin: (world, target) => {
    const autoscaler = world.get('HorizontalPodAutoscaler', target);
    if (!autoscaler) return notFound('horizontalpodautoscalers', target);
    const { spec } = autoscaler;
    updateObject(world, { ...autoscaler, spec: { ...spec, maxReplicas: spec.minReplicas } });
    return { ...remember([asManifest(autoscaler)]), cap: spec.minReplicas };
  },
  symptoms: [
    {
      type: 'condition',
      kind: 'HorizontalPodAutoscaler',
      condition: 'ScalingLimited',
      status: 'True',
      reason: 'TooManyReplicas',
    },
  ],
  harm: 'visitors',
  remedy: applyAgain,
  healedBy: ['HorizontalPodAutoscaler'],
  // Where the least is lowered, the most is still what it was cut to.
  isHealed: (view, { target, memory }) => {
    const spec = view.get('HorizontalPodAutoscaler', target)?.spec;
    return spec === undefined || spec.maxReplicas > Number(memory['cap']);
  },
};
