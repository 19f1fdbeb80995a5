/** Whom a call by name reaches: through an address and the rules of the caller's node, or past them, pod by pod. */
import type { Endpoint } from '../../api/endpoint-slice.ts';
import { isHeadless, type Service } from '../../api/service.ts';
import type { Backend } from '../../api/world/network.ts';
import type { View } from '../../store/store.ts';
import { nameTargets, type NameTarget } from '../network/name-targets.ts';
import { meaningOf, resolveName } from '../network/names.ts';
import { backendsOn } from '../network/rules.ts';

/** Somebody outside of the town answers, always. */
export const OUTSIDE = 'outside';
type Callee = readonly Backend[] | typeof OUTSIDE;

export interface Caller {
  readonly namespace: string;
  readonly nodeName: string;
  /** Since when it asks for names. */
  readonly warmTick: number;
}

/** Names that stand for names, one after the other, at most. Source: CoreDNS follows as many. */
const MOST_NAMES = 8;

/** Null where nobody knows the name. `services`: those that the answer hangs on. */
export function calleeOf(view: View, caller: Caller, name: string, services: Set<string>, names = 0): Callee | null {
  const targets = nameTargets(name, caller.namespace);
  for (const target of targets) {
    const { serviceKey } = target;
    const service = view.get('Service', serviceKey);
    // Whoever asks for what is not there is woken when the name server learns of it.
    if (service || targets.length === 1) services.add(serviceKey);
    const meaning = resolveName(view, caller.nodeName, serviceKey, caller.warmTick);
    if (meaning === null) continue;
    if (target.hostname === null && service?.spec.type === 'ExternalName') {
      if (meaning !== meaningOf(service) || names >= MOST_NAMES) return [];
      return nameOutside(view, caller, meaning, services, names);
    }
    const found = backendsOf(view, caller, target, meaning);
    if (found) return found;
  }
  return null;
}

/** A name that stands for another, in the town or out of it. */
function nameOutside(view: View, caller: Caller, name: string, services: Set<string>, names: number): Callee | null {
  const isInTown = nameTargets(`${name}.`, '').length > 0;
  return isInTown ? calleeOf(view, caller, name, services, names + 1) : OUTSIDE;
}

/** Null where the name has no address: a headless Service of which no pod is ready, a pod that is not. */
function backendsOf(
  view: View,
  { nodeName }: Caller,
  { serviceKey, hostname }: NameTarget,
  meaning: string,
): readonly Backend[] | null {
  const service = view.get('Service', serviceKey);
  if (hostname === null && (!service || !isHeadless(service))) {
    // An address that a client remembers may be nobody's by now.
    return service && meaningOf(service) === meaning ? backendsOn(view, nodeName, serviceKey) : [];
  }
  const listed = view.get('EndpointSlice', serviceKey)?.endpoints ?? [];
  const named = listed.filter((endpoint) => endpoint.ready && (hostname === null || endpoint.hostname === hostname));
  return named.length === 0 ? null : named.map((endpoint) => backendAt(endpoint, service));
}

/** Nobody translates ports on this way: the caller knocks at the one that the Service names. */
function backendAt({ podUid, podKey, nodeName }: Endpoint, service: Service | undefined): Backend {
  const port = service?.spec.ports[0]?.port;
  return { podUid, podKey, nodeName, ...(port === undefined ? {} : { port }) };
}
