/**
 * A town square for visitors: a real store and driver with the loops of the road only, where a test says itself which
 * pods stand and what the slices list. Nobody else writes there.
 */
import { DNS_ADDRESS } from '../../shared/api/system.ts';
import { COREDNS_IMAGE } from '../../shared/cluster/addons/coredns.ts';
import { must } from '../../shared/base/assert.ts';
import type { Endpoint } from '../../shared/api/endpoint-slice.ts';
import type { Traffic } from '../../shared/api/world/network.ts';
import type { RuntimeContainer } from '../../shared/api/world/sandbox.ts';
import { newMeta } from '../../shared/cluster/api-server/objects.ts';
import { newContainers } from '../../shared/cluster/runtime/container-states.ts';
import { faultHealing } from '../../shared/cluster/faults/healing.ts';
import { kubeProxy } from '../../shared/cluster/network/kube-proxy.ts';
import { nameServer } from '../../shared/cluster/network/name-server.ts';
import { rulesOutOfTouch } from '../../shared/cluster/network/out-of-touch.ts';
import { resolveReference } from '../../shared/cluster/registry/reference.ts';
import { handTime } from '../../shared/cluster/score/hand-time.ts';
import { outages } from '../../shared/cluster/traffic/outages.ts';
import { traffic } from '../../shared/cluster/traffic/traffic.ts';
import { applyEnvironment, type EnvironmentEvent } from '../../shared/commands/environment/table.ts';
import { newsLoop } from '../../shared/cluster/sight/news-loop.ts';
import { Driver } from '../../shared/session/driver.ts';
import type { Store } from '../../shared/store/store.ts';
import { aPod, aWorld, storedService, type SetupOptions } from './builders.ts';

const LOOPS = [newsLoop, rulesOutOfTouch, kubeProxy, nameServer, traffic, outages, faultHealing, handTime];

export interface Square {
  readonly world: Store;
  tick(count?: number): void;
  happen(event: EnvironmentEvent): void;
}

/** Running already, with the services of these names and nothing behind them. */
export function aSquare(services: readonly string[], options: SetupOptions = {}): Square {
  const world = aWorld(options);
  const driver = new Driver(world, LOOPS);
  const square: Square = {
    world,
    tick: (count = 1) => {
      for (let done = 0; done < count; done += 1) {
        world.tick += 1;
        driver.run();
      }
    },
    happen: (event) => applyEnvironment(world, event),
  };
  square.happen({ type: 'phaseChanged', phase: 'running' });
  for (const name of services) storedService(world, name);
  return square;
}

export interface HouseOptions {
  readonly state?: RuntimeContainer['state'];
  readonly warmTick?: number;
  readonly image?: string;
  readonly namespace?: string;
}

/** A pod's sandbox as the runtime would have it: a hut that runs and answers (20 requests per second). */
export function putHouse(world: Store, name: string, nodeName: string, options: HouseOptions = {}): void {
  const { namespace = 'default' } = options;
  const image = options.image ?? 'hut:1.0';
  const { spec } = aPod(name, { image });
  world.put({
    kind: 'Sandbox',
    key: `uid-${name}`,
    podKey: `${namespace}/${name}`,
    nodeName,
    spec,
    address: '10.1.0.1',
    createdTick: world.tick,
    ready: true,
    attempt: 0,
    restartingAll: false,
    containers: newContainers(spec).map((container): RuntimeContainer => ({
      ...container,
      imageDigest: must(resolveReference(world, image), image),
      exists: true,
      state: options.state ?? { type: 'running', startedTick: world.tick },
      warmTick: options.warmTick ?? world.tick,
      startedTick: world.tick,
    })),
    killTick: null,
    sentOff: null,
  });
}

/** Cluster DNS as it stands when it is up: a CoreDNS pod on this node, behind its Service. */
export function putNameServer(world: Store, nodeName: string): void {
  const meta = { name: 'kube-dns', namespace: 'kube-system' };
  putHouse(world, 'coredns', nodeName, { image: COREDNS_IMAGE, namespace: 'kube-system' });
  world.put({
    ...storedService(world, 'dns-like'),
    metadata: newMeta(world, 'Service', meta),
    status: { clusterIP: DNS_ADDRESS },
  });
  world.remove('Service', 'default/dns-like');
  world.put({
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: newMeta(world, 'EndpointSlice', meta),
    endpoints: [{ ...endpoint(['coredns', nodeName]), podKey: 'kube-system/coredns' }],
  });
}

export type ListedPod = readonly [name: string, nodeName: string, state?: 'ready' | 'terminating' | 'unready'];

export function endpoint([name, nodeName, state = 'ready']: ListedPod): Endpoint {
  return {
    podKey: `default/${name}`,
    podUid: `uid-${name}`,
    nodeName,
    address: '10.1.0.1',
    ready: state === 'ready',
    serving: state !== 'unready',
    terminating: state === 'terminating',
  };
}

/** What the endpoints controller would list behind the service. */
export function listEndpoints(world: Store, service: string, pods: readonly ListedPod[]): void {
  const meta = { name: service, namespace: 'default' };
  world.put({
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: world.get('EndpointSlice', `default/${service}`)?.metadata ?? newMeta(world, 'EndpointSlice', meta),
    endpoints: pods.map(endpoint),
  });
}

export function trafficOf(world: Store, service: string): Traffic {
  return must(world.get('Traffic', `default/${service}`), `traffic of ${service}`);
}
