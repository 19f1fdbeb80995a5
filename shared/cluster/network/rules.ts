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
