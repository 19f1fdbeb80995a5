// Endpoints: who is one, what is told of it, and which of them a node's proxy uses.
import type { Pod, PodPhase } from '../../../shared/api/pod.ts';
import { endpointOf, isEndpoint } from '../../../shared/cluster/controllers/endpoints/endpoints.ts';
import { ZONE_LABEL } from '../../../shared/api/world/zone.ts';
import { categorizeEndpoints, usesLocal, type ProxyEndpoint } from '../../../shared/cluster/network/categorize.ts';

/** Zone of the node that the tables' own test builds. */
const TABLE_ZONE = 'us-central1-a';

interface PodInput {
  readonly serviceName: string;
  readonly hostname: string;
  readonly subdomain: string;
  readonly nodeGiven: boolean;
  readonly nodeName: string;
  readonly podDeleting: boolean;
  readonly podReady: boolean;
  readonly podIPs: readonly { readonly ip: string }[];
  readonly publishNotReadyAddresses: boolean;
}

/** The tables ask for addresses of this family. */
const ipv4Of = (addresses: PodInput['podIPs']): string => addresses.find(({ ip }) => !ip.includes(':'))?.ip ?? '';

function podToEndpoint(input: PodInput) {
  const { hostname, subdomain, nodeName, podDeleting, podReady, podIPs } = input;
  const pod = {
    metadata: { name: 'pod', namespace: 'default', uid: '', deletionTick: podDeleting ? 1 : null },
    spec: { nodeName, hostname, subdomain },
    status: {
      phase: 'Running',
      podIP: ipv4Of(podIPs),
      conditions: [{ type: 'Ready', status: podReady ? 'True' : 'False' }],
    },
  } as unknown as Pod;
  const endpoint = endpointOf(pod, {
    serviceName: input.serviceName,
    publishNotReady: input.publishNotReadyAddresses,
    zone: input.nodeGiven ? TABLE_ZONE : null,
  });
  if (!endpoint) return null;
  const { ready, serving, terminating, address, hostname: shown = null, zone = null } = endpoint;
  return { addresses: [address], conditions: { ready, serving, terminating }, hostname: shown, zone };
}

interface WrittenEndpoint extends Omit<ProxyEndpoint, 'zoneHints' | 'nodeHints'> {
  readonly endpoint: string;
  readonly zoneHints?: readonly string[];
  readonly nodeHints?: readonly string[];
}

interface ProxyInput {
  readonly endpoints: readonly WrittenEndpoint[] | null;
  readonly nodeName: string;
  readonly nodeLabels?: Readonly<Record<string, string>> | null;
  readonly preferSameTrafficDistribution: boolean;
  readonly service: {
    readonly internalPolicyLocal: boolean;
    readonly externalPolicyLocal: boolean;
    readonly nodePort: number;
  };
}

function categorize({ endpoints, nodeName, nodeLabels, preferSameTrafficDistribution, service }: ProxyInput) {
  const policy = {
    internalLocal: service.internalPolicyLocal,
    externalLocal: service.externalPolicyLocal,
    isExternal: service.nodePort !== 0,
  };
  const seen = (endpoints ?? []).map((endpoint) => ({
    ...endpoint,
    zoneHints: endpoint.zoneHints ?? [],
    nodeHints: endpoint.nodeHints ?? [],
  }));
  const zone = nodeLabels?.[ZONE_LABEL] ?? '';
  const place = { nodeName, zone, usesNodeHints: preferSameTrafficDistribution };
  const { cluster, local, all, hasAny } = categorizeEndpoints(seen, policy, place);
  const names = (list: readonly WrittenEndpoint[]) => list.map(({ endpoint }) => endpoint).toSorted();
  return { all: names(all), cluster: names(cluster), hasAny, local: usesLocal(policy) ? names(local) : null };
}

export const adapters = {
  shouldPodBeInEndpoints: (input: {
    readonly phase: PodPhase;
    readonly podIP: string;
    readonly podDeleting: boolean;
    readonly includeTerminating: boolean;
  }) => ({
    included: isEndpoint({ ...input, isTerminating: input.podDeleting }, input.includeTerminating),
  }),
  podToEndpoint,
  categorizeEndpoints: categorize,
};

type Names = readonly string[] | null;
interface Answer {
  readonly all: Names;
  readonly cluster: Names;
  readonly local: Names;
  readonly hasAny: boolean;
}
const same = (a: Names, b: Names): boolean =>
  JSON.stringify([...(a ?? [])].sort()) === JSON.stringify([...(b ?? [])].sort());

/** No list and an empty one are the same: nobody. */
export const comparers = {
  categorizeEndpoints: (expected: Answer, got: Answer) =>
    expected.hasAny === got.hasAny &&
    same(expected.all, got.all) &&
    same(expected.cluster, got.cluster) &&
    same(expected.local, got.local),
};
