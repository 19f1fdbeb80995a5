/** Which endpoints the proxies send visitors to. *Simplified*: one answer for all nodes, wherever a pod stands. */
import type { Endpoint } from '../../api/endpoint-slice.ts';
import type { Backend } from '../../api/world/network.ts';
import { categorizeEndpoints, CLUSTER_POLICY } from './categorize.ts';

const ANYWHERE = { nodeName: '', zone: '', usesNodeHints: false } as const;

const NO_HINTS: readonly string[] = [];

/** The ready ones; where none is ready, those that still serve while they terminate; else none. */
export function chooseBackends(endpoints: readonly Endpoint[]): readonly Backend[] {
  const seen = endpoints.map((endpoint) => {
    const { ready, serving, terminating } = endpoint;
    return { endpoint, ready, serving, terminating, isLocal: false, zoneHints: NO_HINTS, nodeHints: NO_HINTS };
  });
  const { all } = categorizeEndpoints(seen, CLUSTER_POLICY, ANYWHERE);
  return all.map(({ endpoint: { podUid, podKey, nodeName, port } }) =>
    port === undefined ? { podUid, podKey, nodeName } : { podUid, podKey, nodeName, port },
  );
}
