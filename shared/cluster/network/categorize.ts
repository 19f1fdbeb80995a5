/** Which endpoints a node's proxy may use, by readiness, by policy, by nearness. Source: pkg/proxy/topology.go, CategorizeEndpoints. */

/** What of an endpoint decides. */
export interface ProxyEndpoint {
  readonly ready: boolean;
  readonly serving: boolean;
  readonly terminating: boolean;
  /** On the proxy's own node. */
  readonly isLocal: boolean;
  /** For whom it is meant; empty where nobody said. */
  readonly zoneHints: readonly string[];
  readonly nodeHints: readonly string[];
}

export interface TrafficPolicy {
  readonly internalLocal: boolean;
  readonly externalLocal: boolean;
  /** It takes visitors from outside at all (a node port). */
  readonly isExternal: boolean;
}

export const CLUSTER_POLICY: TrafficPolicy = { internalLocal: false, externalLocal: false, isExternal: false };

/** Where the proxy stands. */
export interface ProxyPlace {
  readonly nodeName: string;
  readonly zone: string;
  /** Hints for nodes count too. */
  readonly usesNodeHints: boolean;
}

export interface Categories<T> {
  readonly cluster: readonly T[];
  readonly local: readonly T[];
  /** Either of them. */
  readonly all: readonly T[];
  /** There is one somewhere, though perhaps not for this node. */
  readonly hasAny: boolean;
}

const isLeaving = ({ serving, terminating }: ProxyEndpoint): boolean => serving && terminating;

export function usesCluster({ internalLocal, isExternal }: TrafficPolicy): boolean {
  return !internalLocal || isExternal;
}

export function usesLocal({ internalLocal, externalLocal, isExternal }: TrafficPolicy): boolean {
  return internalLocal || (externalLocal && isExternal);
}

/** The ready ones; where none is ready, those that still serve while they terminate; else none. */
function readyElseLeaving<T extends ProxyEndpoint>(endpoints: readonly T[], isNear: (endpoint: T) => boolean) {
  const ready = endpoints.filter((endpoint) => endpoint.ready && isNear(endpoint));
  return ready.length > 0 ? ready : endpoints.filter(isLeaving);
}

export function categorizeEndpoints<T extends ProxyEndpoint>(
  endpoints: readonly T[],
  policy: TrafficPolicy,
  place: ProxyPlace,
): Categories<T> {
  const isNear = usesCluster(policy) ? nearness(endpoints, place) : null;
  const cluster = usesCluster(policy) ? readyElseLeaving(endpoints, isNear ?? (() => true)) : [];
  if (!usesLocal(policy)) return { cluster, local: [], all: cluster, hasAny: cluster.length > 0 };
  const local = readyElseLeaving(
    endpoints.filter(({ isLocal }) => isLocal),
    () => true,
  );
  const hasAny = endpoints.some((endpoint) => endpoint.ready || isLeaving(endpoint));
  if (!usesCluster(policy)) return { cluster, local, all: local, hasAny };
  // Those of this node may be none of the cluster's: leaving ones, or ones meant for another zone.
  const used = new Set([...cluster, ...local]);
  return { cluster, local, all: endpoints.filter((endpoint) => used.has(endpoint)), hasAny };
}

/** By hints, where every ready endpoint has some and one is for this place; else null: all are near. */
function nearness<T extends ProxyEndpoint>(
  endpoints: readonly T[],
  { nodeName, zone, usesNodeHints }: ProxyPlace,
): ((endpoint: T) => boolean) | null {
  const ready = endpoints.filter((endpoint) => endpoint.ready);
  const isHinted = (hints: (endpoint: T) => readonly string[], here: string) =>
    ready.every((endpoint) => hints(endpoint).length > 0) && ready.some((endpoint) => hints(endpoint).includes(here));
  if (usesNodeHints && isHinted(({ nodeHints }) => nodeHints, nodeName)) {
    return ({ nodeHints }) => nodeHints.includes(nodeName);
  }
  if (isHinted(({ zoneHints }) => zoneHints, zone)) return ({ zoneHints }) => zoneHints.includes(zone);
  return null;
}
