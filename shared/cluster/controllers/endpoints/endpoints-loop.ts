/** The endpoints controller: each Service's address list follows its pods. */
import { isTerminating, type Pod } from '../../../api/pod.ts';
import { matchesLabels } from '../../../api/meta.ts';
import { ZONE_LABEL } from '../../../api/world/zone.ts';
import { switchUnlessSystem } from '../../switches.ts';
import { isEqual } from '../../../base/equal.ts';
import type { Change } from '../../../store/change.ts';
import type { View } from '../../../store/store.ts';
import { controlLoop } from '../../loop.ts';
import { inControllerManager } from '../../processes.ts';
import { endpointOf, endpointsOf } from './endpoints.ts';

export const endpointsLoop = controlLoop({
  name: 'endpoints',
  process: inControllerManager,
  component: 'endpoints-controller',
  switchOf: switchUnlessSystem('endpoints'),
  keys: (view) => view.keys('Service'),
  watches: {
    Service: (change) => [change.key],
    EndpointSlice: (change) => [change.key],
    Pod: servicesTouched,
    Node: servicesMoved,
  },
  plan: (view, key) => {
    const service = view.get('Service', key);
    if (!service) return [];
    const slice = view.get('EndpointSlice', key);
    const isCurrent =
      slice !== undefined && isOwned(slice, service) && isEqual(slice.endpoints, endpointsOf(view, service));
    return isCurrent ? [] : [{ verb: 'publishEndpoints', service: key }];
  },
});

type Owned = Change<'EndpointSlice'>['after'] & {};

function isOwned(slice: Owned, service: { readonly metadata: { readonly uid: string } }): boolean {
  return slice.metadata.ownerReferences.some((owner) => owner.uid === service.metadata.uid);
}

function servicesTouched({ before, after }: Change<'Pod'>, view: View): readonly string[] {
  if (!isPublished(before, after)) return [];
  const now = after ? servicesOf(view, after) : [];
  if (!before || before.metadata.labels === after?.metadata.labels) return now;
  return [...servicesOf(view, before), ...now];
}

/** Whose selector matches the pod. */
function servicesOf(view: View, { metadata: { namespace, labels } }: Pod): readonly string[] {
  const keys: string[] = [];
  for (const label in labels) {
    for (const key of view.by('servicesBySelector', `${label}=${labels[label]}`)) {
      const service = view.get('Service', key);
      if (service?.metadata.namespace === namespace && matchesLabels(service.spec.selector, labels)) keys.push(key);
    }
  }
  return keys;
}

/** An address tells its node's zone, and that may be another one now. */
function servicesMoved({ key, before, after }: Change<'Node'>, view: View): readonly string[] {
  if (before?.metadata.labels[ZONE_LABEL] === after?.metadata.labels[ZONE_LABEL]) return [];
  const pods = view.by('podsByNode', key).flatMap((podKey) => view.get('Pod', podKey) ?? []);
  return [...new Set(pods.flatMap((pod) => servicesOf(view, pod)))];
}

/** Where a pod stands never changes once it has an address. */
const ANY_PLACE = { serviceName: '', publishNotReady: false, zone: null } as const;

/** Something changed that a list of addresses shows. */
function isPublished(before: Pod | undefined, after: Pod | undefined): boolean {
  if (before && after && before.metadata.labels !== after.metadata.labels) {
    if (!isEqual(before.metadata.labels, after.metadata.labels)) return true;
  }
  if (before && after && isSameState(before, after) && isSameLife(before, after)) return false;
  const shown = (pod: Pod | undefined) => (pod ? endpointOf(pod, ANY_PLACE) : null);
  return !isEqual(shown(before), shown(after));
}

function isSameState({ status: a }: Pod, { status: b }: Pod): boolean {
  return a === b || (a.phase === b.phase && a.podIP === b.podIP && a.conditions === b.conditions);
}

function isSameLife(a: Pod, b: Pod): boolean {
  return a.spec === b.spec && isTerminating(a) === isTerminating(b);
}
