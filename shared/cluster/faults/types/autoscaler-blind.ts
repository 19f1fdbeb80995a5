/** autoscaler-blind: the autoscaler is told to go by a number that nobody measures. It stands still. */
import type { MetricSpec } from '../../../api/horizontal-pod-autoscaler.ts';
import { notFound } from '../../../api/status.ts';
import type { View } from '../../../store/store.ts';
import { updateObject } from '../../api-server/objects.ts';
import { REQUESTS } from '../../controllers/hpa/read-metric.ts';
import { asManifest } from '../../manifests/last-applied.ts';
import type { FaultDefinition } from '../fault-type.ts';
import { applyAgain, remember } from '../remedies.ts';

const UNMEASURED = 'smiles-per-guest';

export const autoscalerBlind: FaultDefinition = {
  type: 'autoscaler-blind',
  component: 'autoscaler',
  difficulty: 2,
  seenFirstBy: 'controller-manager',
  via: 'api-server',
  targets: (view) => view.keys('HorizontalPodAutoscaler').filter((key) => !isBlind(view, key)),
  begin: (world, target) => {
    const autoscaler = world.get('HorizontalPodAutoscaler', target);
    if (!autoscaler) return notFound('horizontalpodautoscalers', target);
    const pods = { metric: { name: UNMEASURED }, target: { type: 'AverageValue' as const, averageValue: '10' } };
    updateObject(world, { ...autoscaler, spec: { ...autoscaler.spec, metrics: [{ type: 'Pods', pods }] } });
    return remember([asManifest(autoscaler)]);
  },
  symptoms: [
    {
      type: 'condition',
      kind: 'HorizontalPodAutoscaler',
      condition: 'ScalingActive',
      status: 'False',
      reason: 'FailedGetPodsMetric',
    },
  ],
  harm: (view, { target }) => isBlind(view, target),
  remedy: applyAgain,
  healedBy: ['HorizontalPodAutoscaler'],
  isHealed: (view, { target }) => !isBlind(view, target),
};

function isBlind(view: View, key: string): boolean {
  const metrics = view.get('HorizontalPodAutoscaler', key)?.spec.metrics ?? [];
  return metrics.map(numberNamed).some((name) => name !== null && name !== REQUESTS);
}

/** Null where it goes by what the kubelets measure. */
function numberNamed(metric: MetricSpec): string | null {
  switch (metric.type) {
    case 'Pods':
      return metric.pods.metric.name;
    case 'Object':
      return metric.object.metric.name;
    case 'External':
      return metric.external.metric.name;
    default:
      return null;
  }
}
