/** Which endpoints a proxy sends visitors to. Source: pkg/proxy/topology.go, CategorizeEndpoints. */
import type { Endpoint } from '../../api/endpoint-slice.ts';
import type { Backend } from '../../api/world/network.ts';

/** The ready ones; where none is ready, those that still serve while they terminate; else none. */
export function chooseBackends(endpoints: readonly Endpoint[]): readonly Backend[] {
  const ready = endpoints.filter((endpoint) => endpoint.ready);
  const usable = ready.length > 0 ? ready : endpoints.filter((endpoint) => endpoint.serving && endpoint.terminating);
  return usable.map(({ podUid, podKey, nodeName }) => ({ podUid, podKey, nodeName }));
}
