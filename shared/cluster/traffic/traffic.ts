/** Traffic: rewrites a service's rates when something changes where its visitors end up. Totals follow by integral. */
import { isEqual } from '../../base/equal.ts';
import { sortedKeys } from '../../base/order.ts';
import type { Fault } from '../../api/world/fault.ts';
import type { Traffic } from '../../api/world/network.ts';
import type { Change } from '../../store/change.ts';
import type { View } from '../../store/store.ts';
import { reflex } from '../loop.ts';
import { isPhysics } from '../processes.ts';
import { gateClosesTick } from '../network/gate.ts';
import { forgettingTicks } from '../network/names.ts';
import { rulesInTouch } from '../network/rules.ts';
import { servingDeadlines } from '../runtime/serving.ts';
import type { World } from '../world.ts';
import { arrivingRps, surgeEndTick } from './demand.ts';
import { routeVisitors } from './route.ts';
import { totalsAt } from './totals.ts';

/** Stands for every service at once: what it woke for concerns the road that all share. */
const ALL_SERVICES = '*';
/** Stands for the services that call others: what clients remember of names ends for each at its own time. */
const CALLING_SERVICES = 'calling';
/** Stands for the services that a pod serves by the time it is looked at. */
const POD_PREFIX = 'pod:';

export const traffic = reflex({
  name: 'traffic',
  process: isPhysics,
  watches: {
    Traffic: ({ key }) => [key],
    // A pod that no visitor is sent to changes no rate; one that begins to be sent visitors changes the rules first.
    Sandbox: ({ key }, view) => view.by('trafficByPod', key),
    ProxyRules: (change, view) =>
      changedServices(change, view).flatMap((service) => [service, ...view.by('trafficByCall', service)]),
    // Who calls by names that mean pods, or other names, looks past the rules.
    EndpointSlice: ({ key }, view) => view.by('trafficByCall', key),
    Service: ({ key }, view) => view.by('trafficByCall', key),
    NameServer: (_change, view) => view.by('trafficCalling', ''),
    Machine: () => [ALL_SERVICES],
    Fault: ({ before, after }) =>
      (after ?? before)?.type === 'traffic-surge' ? [(after ?? before)?.target ?? ''] : [],
    Clock: () => [ALL_SERVICES],
  },
  deadlines: {
    Machine: (machine, view) =>
      machine.power === 'off' ? [{ tick: gateClosesTick(view, machine), key: ALL_SERVICES }] : [],
    NameServer: (server) => forgettingTicks(server).map((tick) => ({ tick, key: CALLING_SERVICES })),
    Fault: (fault) => (isOpenSurge(fault) ? [{ tick: surgeEndTick(fault), key: fault.target }] : []),
    Sandbox: (sandbox) => servingDeadlines(sandbox).map((tick) => ({ tick, key: POD_PREFIX + sandbox.key })),
  },
  keys: (view) => view.keys('Traffic'),
  run: (world, key) => {
    for (const service of servicesOf(world, key)) refreshRates(world, service);
  },
});

function isOpenSurge({ type, healedTick }: Fault): boolean {
  return type === 'traffic-surge' && healedTick === null;
}

function servicesOf(view: View, key: string): readonly string[] {
  if (key === ALL_SERVICES) return view.keys('Traffic');
  if (key === CALLING_SERVICES) return view.by('trafficCalling', '');
  return key.startsWith(POD_PREFIX) ? view.by('trafficByPod', key.slice(POD_PREFIX.length)) : [key];
}

function refreshRates(world: World, service: string): void {
  const before = world.get('Traffic', service);
  if (!before || isFresh(world, service)) return;
  const rates = routeVisitors(world, service, arrivingRps(world, service, before.demandRps));
  if (isEqual(rates, ratesOf(before))) return;
  const { served: servedTotal, lostByReason: lostTotal } = totalsAt(before, world.tick);
  world.put({ ...before, ...rates, sinceTick: world.tick, servedTotal, lostTotal });
  keepFresh(world);
}

interface Looked {
  readonly tick: number;
  readonly revision: number;
  readonly services: Set<string>;
}

/** Many pods of one service wake it in the same tick: looked at once, it need not be again until something is written. */
const looked = new WeakMap<View, Looked>();

function isFresh(world: World, service: string): boolean {
  const { tick, revision } = world;
  let last = looked.get(world);
  if (last?.tick !== tick || last.revision !== revision)
    looked.set(world, (last = { tick, revision, services: new Set() }));
  if (last.services.has(service)) return true;
  last.services.add(service);
  return false;
}

/** Whatever rates are made of, they are not made of each other: what was looked at before such a write still is. */
function keepFresh(world: World): void {
  const last = looked.get(world);
  if (last?.tick === world.tick) looked.set(world, { ...last, revision: world.revision });
}

function ratesOf({ servedRps, lostRps, byPod, failedByPod, callsServices, callsPods }: Traffic) {
  return { servedRps, lostRps, byPod, failedByPod, callsServices, callsPods };
}

/** A node in touch follows the shared rules: its own come and go with that. */
function changedServices({ before, after }: Change<'ProxyRules'>, view: View): readonly string[] {
  const shared = rulesInTouch(view);
  const old = before ?? shared;
  const now = after ?? shared;
  return sortedKeys({ ...old.services, ...now.services }).filter(
    (service) => old.services[service] !== now.services[service] || old.external?.[service] !== now.external?.[service],
  );
}
