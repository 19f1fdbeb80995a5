/** What follows the visitors: address lists, and the autoscaler. */
import { isPodActive, isPodReady } from '../../../../shared/api/pod.ts';
import { isSystemKey } from '../../../../shared/api/system.ts';
import { podsMatching } from '../../../../shared/cluster/api-server/select-pods.ts';
import { formatTicks } from '../../../i18n/i18n.ts';
import { fullView } from '../../preferences.ts';
import { listOfKind } from '../work-list.ts';

const ofServices = listOfKind({
  id: 'endpoints',
  switchId: 'endpoints',
  loops: ['endpoints'],
  kind: 'Service',
  of: (view, { metadata, spec }) => {
    const matching = podsMatching(view, metadata.namespace, spec.selector);
    const slice = view.get('EndpointSlice', `${metadata.namespace}/${metadata.name}`);
    const values = {
      wanted: matching.filter((pod) => isPodActive(pod) && isPodReady(pod)).length,
      now: slice?.endpoints.filter(({ ready }) => ready).length ?? 0,
    };
    return { wanted: 'endpoints.wanted', observed: slice ? 'endpoints.observed' : 'endpoints.noSlice', values };
  },
});

export const endpoints = {
  ...ofServices,
  subjects: (view, plans) =>
    view.keys('Service').filter((key) => plans.has(key) || fullView.value || !isSystemKey(key)),
} satisfies typeof ofServices;

export const autoscalers = listOfKind({
  id: 'hpa',
  switchId: 'hpa',
  loops: ['hpa'],
  kind: 'HorizontalPodAutoscaler',
  of: (view, { spec, status }) => ({
    wanted: 'hpa.wanted',
    observed: 'hpa.observed',
    values: {
      wanted: status.desiredReplicas,
      least: spec.minReplicas,
      most: spec.maxReplicas,
      now: status.currentReplicas,
      target: `${spec.scaleTargetRef.kind} ${spec.scaleTargetRef.name}`,
      time: formatTicks(Math.max(0, status.nextSyncTick - view.tick)),
    },
  }),
});
