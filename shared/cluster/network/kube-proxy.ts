/** kube-proxy: packet rules that follow the EndpointSlices, late. One set for all nodes that are in touch. */
import { isEqual } from '../../base/equal.ts';
import type { EndpointSlice } from '../../api/endpoint-slice.ts';
import { hasAddress, type Service } from '../../api/service.ts';
import { RULES_IN_TOUCH, type Backend, type OpenPorts, type ProxyRules } from '../../api/world/network.ts';
import type { View } from '../../store/store.ts';
import { reflex } from '../loop.ts';
import { settingsOf } from '../world.ts';
import { chooseBackends } from './backends.ts';
import { rulesInTouch } from './rules.ts';

const KEYS = [RULES_IN_TOUCH];

export const kubeProxy = reflex({
  name: 'kube-proxy',
  process: () => 'kube-proxy',
  watches: { EndpointSlice: () => KEYS, Service: () => KEYS },
  deadlines: { ProxyRules: ({ key, syncTick }) => (syncTick === null ? [] : [{ tick: syncTick, key }]) },
  keys: () => KEYS,
  run: (world) => {
    const rules = rulesInTouch(world);
    const services = wantedRules(world, rules);
    const external = wantedPorts(world, rules);
    const isFirstSync = Object.keys(rules.services).length === 0;
    if (services === rules.services && external === rules.external) world.put({ ...rules, syncTick: null });
    else if (isFirstSync || (rules.syncTick !== null && world.tick >= rules.syncTick)) {
      const { external: _before, ...others } = rules;
      world.put({ ...others, services, ...(external ? { external } : {}), syncTick: null });
    } else if (rules.syncTick === null) {
      world.put({ ...rules, syncTick: world.tick + settingsOf(world).proxySyncTicks });
    }
  },
});

const isRuled = (service: Service | undefined) => service !== undefined && hasAddress(service);

/** What the rules should say. Where that is what they say already, the very same object. */
function wantedRules(view: View, rules: ProxyRules): ProxyRules['services'] {
  const wanted: Record<string, readonly Backend[]> = {};
  let changed = false;
  for (const key of view.keys('Service')) {
    if (!isRuled(view.get('Service', key))) continue;
    const backends = backendsOf(view.get('EndpointSlice', key));
    const before = rules.services[key];
    const same = before !== undefined && isAlike(before, backends);
    wanted[key] = same ? before : backends;
    changed ||= !same;
  }
  return changed || Object.keys(rules.services).length !== Object.keys(wanted).length ? wanted : rules.services;
}

/** Ports that stand open on every node. Where that is what they say already, the very same object. */
function wantedPorts(view: View, { external }: ProxyRules): ProxyRules['external'] {
  const wanted: Record<string, OpenPorts> = {};
  for (const key of view.keys('Service')) {
    const service = view.get('Service', key);
    const nodePorts = service?.status.nodePorts;
    if (!service || !nodePorts) continue;
    const ports: OpenPorts = { nodePorts, isLocal: service.spec.externalTrafficPolicy === 'Local' };
    const before = external?.[key];
    wanted[key] = before && isEqual(before, ports) ? before : ports;
  }
  if (Object.keys(wanted).length === 0) return undefined;
  return isEqual(external, wanted) ? external : wanted;
}

const NO_BACKENDS: readonly Backend[] = [];
/** A pure memo: the sync looks at every slice, and few have changed. */
const chosen = new WeakMap<EndpointSlice, readonly Backend[]>();

function backendsOf(slice: EndpointSlice | undefined): readonly Backend[] {
  if (!slice) return NO_BACKENDS;
  let backends = chosen.get(slice);
  if (!backends) chosen.set(slice, (backends = chooseBackends(slice.endpoints)));
  return backends;
}

/** What each list was last found equal to: the rules keep their own object, and few services have changed. */
const alike = new WeakMap<readonly Backend[], readonly Backend[]>();

function isAlike(before: readonly Backend[], backends: readonly Backend[]): boolean {
  if (before === backends || alike.get(before) === backends) return true;
  const isSame = isEqual(before, backends);
  if (isSame) alike.set(before, backends);
  return isSame;
}
