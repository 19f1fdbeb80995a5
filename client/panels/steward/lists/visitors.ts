/** What follows the visitors: address lists, and the autoscaler. */
import type { Endpoint } from '../../../../shared/api/endpoint-slice.ts';
import { isSystemKey } from '../../../../shared/api/system.ts';
import { endpointsOf } from '../../../../shared/cluster/controllers/endpoints/endpoints.ts';
import { formatTicks } from '../../../i18n/i18n.ts';
import { fullView } from '../../preferences.ts';
import { listOfKind } from '../work-list.ts';

/** An address that is not ready, or on its way out, stands in the list as well. */
function countOf(list: readonly Endpoint[]) {
  const leaving = list.filter(({ terminating }) => terminating).length;
  const ready = list.filter((endpoint) => endpoint.ready).length;
  return { ready, leaving, waiting: list.length - ready - leaving };
}

const ofServices = listOfKind({
  id: 'endpoints',
  switchId: 'endpoints',
  loops: ['endpoints'],
  kind: 'Service',
  of: (view, service) => {
    const slice = view.get('EndpointSlice', `${service.metadata.namespace}/${service.metadata.name}`);
    const wanted = countOf(endpointsOf(view, service));
    const now = countOf(slice?.endpoints ?? []);
    const values = {
      wanted: wanted.ready,
      wantedWaiting: wanted.waiting,
      wantedLeaving: wanted.leaving,
      now: now.ready,
      nowWaiting: now.waiting,
      nowLeaving: now.leaving,
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
