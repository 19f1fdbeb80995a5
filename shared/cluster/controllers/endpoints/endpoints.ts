/** Which pods stand behind a Service, and in what state. Source: staging/src/k8s.io/endpointslice/utils.go. */
import type { Endpoint } from '../../../api/endpoint-slice.ts';
import { keyOf, matchesLabels } from '../../../api/meta.ts';
import { isPodReady, isTerminating, type Pod, type PodPhase } from '../../../api/pod.ts';
import { ZONE_LABEL } from '../../../api/world/zone.ts';
import type { Service } from '../../../api/service.ts';
import { Store, type View } from '../../../store/store.ts';
import { podsMatching } from '../../api-server/select-pods.ts';
import { EndpointLists, type Finding } from './endpoint-lists.ts';

interface Presence {
  readonly phase: PodPhase;
  readonly podIP: string;
  readonly isTerminating: boolean;
}

/** A pod that has ended, or has no address, is no endpoint. One that is leaving still is, where asked for. */
export function isEndpoint({ phase, podIP, isTerminating: leaving }: Presence, includeTerminating: boolean): boolean {
  if (phase === 'Succeeded' || phase === 'Failed' || podIP === '') return false;
  return includeTerminating || !leaving;
}

export type EndpointConditions = Pick<Endpoint, 'ready' | 'serving' | 'terminating'>;

export function endpointConditions(
  isReady: boolean,
  terminating: boolean,
  publishNotReady: boolean,
): EndpointConditions {
  return { ready: publishNotReady || (isReady && !terminating), serving: isReady, terminating };
}

/** What of its Service and its node an endpoint tells. */
export interface EndpointPlace {
  readonly serviceName: string;
  readonly publishNotReady: boolean;
  /** Null where the node is not known, or has none. */
  readonly zone: string | null;
}

/** Null for a pod that is none. */
export function endpointOf(pod: Pod, { serviceName, publishNotReady, zone }: EndpointPlace): Endpoint | null {
  const terminating = isTerminating(pod);
  const { phase, podIP } = pod.status;
  if (!isEndpoint({ phase, podIP, isTerminating: terminating }, true)) return null;
  const { hostname = '', subdomain } = pod.spec;
  return {
    podKey: keyOf(pod.metadata),
    podUid: pod.metadata.uid,
    nodeName: pod.spec.nodeName ?? '',
    address: podIP,
    ...(hostname !== '' && subdomain === serviceName ? { hostname } : {}),
    ...(zone === null ? {} : { zone }),
    ...endpointConditions(isPodReady(pod), terminating, publishNotReady),
  };
}

const TCP = 'TCP';

/**
 * Where the Service's first port leads on this pod; null where it names a port that neither the pod's containers nor
 * its sidecars have for its protocol. Source: pkg/api/v1/pod, FindPort. *Simplified*: visitors and callers use the
 * first port.
 */
function targetPortOn({ spec: { containers, initContainers } }: Pod, { ports }: Service['spec']): number | null {
  const [first] = ports;
  const target = first?.targetPort ?? first?.port;
  if (typeof target === 'number') return target;
  const named = [...containers, ...initContainers.filter(({ restartPolicy }) => restartPolicy === 'Always')]
    .flatMap((container) => container.ports)
    .find(({ name, protocol = TCP }) => name === target && protocol === (first?.protocol ?? TCP));
  return named?.containerPort ?? null;
}

interface Known {
  readonly serviceName: string;
  readonly service: Service['spec'];
  readonly zone: string | null;
  readonly endpoint: Endpoint | null;
}

/** By pod, for the Service that last asked: most have one, and a pod that changes is another object. */
const known = new WeakMap<Pod, Known>();

function endpointFor(view: View, pod: Pod, { metadata, spec }: Service): Endpoint | null {
  const node = pod.spec.nodeName === null ? undefined : view.get('Node', pod.spec.nodeName);
  // A label without a value names no zone.
  const zone = node?.metadata.labels[ZONE_LABEL] || null;
  const before = known.get(pod);
  if (before?.service === spec && before.serviceName === metadata.name && before.zone === zone) return before.endpoint;
  const place = { serviceName: metadata.name, publishNotReady: spec.publishNotReadyAddresses, zone };
  // Nobody says where to knock: wherever it listens.
  const port = spec.ports.length === 0 ? undefined : targetPortOn(pod, spec);
  const found = port === null ? null : endpointOf(pod, place);
  const endpoint = found && typeof port === 'number' ? { ...found, port } : found;
  known.set(pod, { serviceName: metadata.name, service: spec, zone, endpoint });
  return endpoint;
}

const finding: Finding = {
  all: scannedEndpoints,
  one: (store, podKey, service) => {
    const pod = store.get('Pod', podKey);
    if (pod?.metadata.namespace !== service.metadata.namespace) return null;
    return matchesLabels(service.spec.selector, pod.metadata.labels) ? endpointFor(store, pod, service) : null;
  },
};

const lists = new WeakMap<Store, EndpointLists>();

/** In order of pod key. A Service without a selector has no endpoints of ours. */
export function endpointsOf(view: View, service: Service): readonly Endpoint[] {
  // What is not the store itself tells nobody of its changes, and is read whole.
  if (!(view instanceof Store)) return scannedEndpoints(view, service);
  let kept = lists.get(view);
  if (!kept) lists.set(view, (kept = new EndpointLists(view, finding)));
  return kept.of(service);
}

/** The same, read from the pods alone. */
export function scannedEndpoints(view: View, service: Service): readonly Endpoint[] {
  return podsMatching(view, service.metadata.namespace, { matchLabels: service.spec.selector }).flatMap(
    (pod) => endpointFor(view, pod, service) ?? [],
  );
}
