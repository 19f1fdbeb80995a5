/** kube-proxy: on each node, packet rules that follow the EndpointSlices, late, and only while it can watch them. */
import { isEqual } from '../../base/equal.ts';
import type { EndpointSlice } from '../../api/endpoint-slice.ts';
import { isManaged } from '../../api/world/machine.ts';
import type { Backend, ProxyRules } from '../../api/world/network.ts';
import type { View } from '../../store/store.ts';
import { reflex } from '../loop.ts';
import { settingsOf } from '../world.ts';
import { chooseBackends } from './backends.ts';

const everyNode = (_change: unknown, view: View) => view.keys('ProxyRules');

export const kubeProxy = reflex({
  name: 'kube-proxy',
  watches: {
    EndpointSlice: everyNode,
    Service: everyNode,
    Machine: (change) => [change.key],
    ProxyRules: (change) => [change.key],
  },
  deadlines: { ProxyRules: (rules) => (rules.syncTick === null ? [] : [{ tick: rules.syncTick, key: rules.key }]) },
  keys: (view) => view.keys('ProxyRules'),
  run: (world, key) => {
    const rules = world.get('ProxyRules', key);
    if (!rules) return;
    const machine = world.get('Machine', key);
    if (machine?.power !== 'on') {
      // Packet rules live in the kernel's memory: a machine that went down has none.
      world.put({ ...rules, services: {}, syncTick: null });
      return;
    }
    if (!isManaged(machine)) return;
    const services = wantedRules(world, rules);
    if (services === rules.services) {
      world.put({ ...rules, syncTick: null });
      return;
    }
    const isFirstSync = Object.keys(rules.services).length === 0;
    if (isFirstSync || (rules.syncTick !== null && world.tick >= rules.syncTick)) {
      world.put({ ...rules, services, syncTick: null });
    } else if (rules.syncTick === null) {
      world.put({ ...rules, syncTick: world.tick + settingsOf(world).proxySyncTicks });
    }
  },
});

/** What the rules should say. Where that is what they say already, the very same object. */
function wantedRules(view: View, rules: ProxyRules): ProxyRules['services'] {
  const wanted: Record<string, readonly Backend[]> = {};
  let changed = false;
  for (const key of view.keys('Service')) {
    const backends = backendsOf(view.get('EndpointSlice', key));
    const before = rules.services[key];
    const same = before !== undefined && (before === backends || isEqual(before, backends));
    wanted[key] = same ? before : backends;
    changed ||= !same;
  }
  return changed || Object.keys(rules.services).length !== Object.keys(wanted).length ? wanted : rules.services;
}

const NO_BACKENDS: readonly Backend[] = [];
/** Every node asks the same of the same slice. */
const chosen = new WeakMap<EndpointSlice, readonly Backend[]>();

function backendsOf(slice: EndpointSlice | undefined): readonly Backend[] {
  if (!slice) return NO_BACKENDS;
  let backends = chosen.get(slice);
  if (!backends) chosen.set(slice, (backends = chooseBackends(slice.endpoints)));
  return backends;
}
