/** Which endpoints the proxies send visitors to. *Simplified*: one answer for all nodes, wherever a pod stands. */
import type { Endpoint } from '../../api/endpoint-slice.ts';
import type { Backend } from '../../api/world/network.ts';
import { categorizeEndpoints, CLUSTER_POLICY } from './categorize.ts';

const ANYWHERE = { nodeName: '', zone: '', usesNodeHints: false } as const;

/** The ready ones; where none is ready, those that still serve while they terminate; else none. */
export function chooseBackends(endpoints: readonly Endpoint[]): readonly Backend[] {
  const seen = endpoints.map((endpoint) => ({ ...endpoint, isLocal: false, zoneHints: [], nodeHints: [] }));
  const { all } = categorizeEndpoints(seen, CLUSTER_POLICY, ANYWHERE);
  return all.map(({ podUid, podKey, nodeName, port }) => ({
    podUid,
    podKey,
    nodeName,
    ...(port === undefined ? {} : { port }),
  }));
}
