/** Whose rules a node follows: those that all share while they are in touch, or its own, which stand still. */
import { must } from '../../base/assert.ts';
import { RULES_IN_TOUCH, type Backend, type ProxyRules } from '../../api/world/network.ts';
import type { View } from '../../store/store.ts';

export function rulesInTouch(view: View): ProxyRules {
  return must(view.get('ProxyRules', RULES_IN_TOUCH), 'ProxyRules');
}

/** What really carries visitors on this node now. */
export function rulesOf(view: View, nodeName: string): ProxyRules {
  return view.get('ProxyRules', nodeName) ?? rulesInTouch(view);
}

export function backendsOn(view: View, nodeName: string, service: string): readonly Backend[] {
  return rulesOf(view, nodeName).services[service] ?? [];
}

/** Nodes whose rules lead from such a port of theirs to the service. */
export function nodesOpenTo(view: View, service: string): readonly string[] {
  return view
    .keys('Machine')
    .filter((name) => view.get('Machine', name)?.power === 'on' && rulesOf(view, name).external?.[service]);
}

/** Some node's rules lead its visitors to its own pods only. */
export function isLocalSomewhere(view: View, service: string): boolean {
  const outOfTouch = view.by('machinesOutOfTouch', '');
  return [rulesInTouch(view), ...outOfTouch.map((name) => rulesOf(view, name))].some(
    ({ external }) => external?.[service]?.isLocal,
  );
}

/** Where visitors go who came to this node. */
export function backendsFrom(
  nodeName: string,
  { services, external }: ProxyRules,
  service: string,
): readonly Backend[] {
  const backends = services[service] ?? [];
  return external?.[service]?.isLocal ? backends.filter((backend) => backend.nodeName === nodeName) : backends;
}
