/**
 * The town hall without villages: a real store and driver with the controllers' loops only. Tests say themselves how
 * the pods fare.
 */
import { must } from '../../shared/base/assert.ts';
import type { Deployment } from '../../shared/api/deployment.ts';
import type { Event } from '../../shared/api/event.ts';
import type { Lease } from '../../shared/api/lease.ts';
import type { Pod } from '../../shared/api/pod.ts';
import type { ReplicaSet } from '../../shared/api/replica-set.ts';
import { deploymentLoop } from '../../shared/cluster/controllers/deployment/deployment-loop.ts';
import { deploymentStatusReflex } from '../../shared/cluster/controllers/deployment/deployment-status-loop.ts';
import { endpointsLoop } from '../../shared/cluster/controllers/endpoints/endpoints-loop.ts';
import { eventExpiryReflex } from '../../shared/cluster/controllers/garbage-collector/event-expiry-loop.ts';
import { garbageCollectorLoop } from '../../shared/cluster/controllers/garbage-collector/garbage-collector-loop.ts';
import { nodeLifecycleLoop } from '../../shared/cluster/controllers/node-lifecycle/node-lifecycle-loop.ts';
import { taintEvictionLoop } from '../../shared/cluster/controllers/node-lifecycle/taint-eviction-loop.ts';
import { zonesReflex } from '../../shared/cluster/controllers/node-lifecycle/zones-loop.ts';
import { podClaims } from '../../shared/cluster/controllers/replica-set/pod-claims.ts';
import { replicaSetLoop } from '../../shared/cluster/controllers/replica-set/replica-set-loop.ts';
import { replicaSetStatusReflex } from '../../shared/cluster/controllers/replica-set/replica-set-status-loop.ts';
import { cronJobLoop } from '../../shared/cluster/controllers/cron-job/cron-job-loop.ts';
import { daemonSetLoop, daemonSetStatusReflex } from '../../shared/cluster/controllers/daemon-set/daemon-set-loop.ts';
import { daemonBackoffs } from '../../shared/cluster/controllers/daemon-set/failed-pods.ts';
import { disruptionReflex } from '../../shared/cluster/controllers/disruption/disruption-loop.ts';
import { drainLoop } from '../../shared/cluster/controllers/disruption/drain-loop.ts';
import { hpaLoop } from '../../shared/cluster/controllers/hpa/hpa-loop.ts';
import { jobLoop, jobStatusReflex, ttlLoop } from '../../shared/cluster/controllers/job/job-loop.ts';
import {
  statefulSetLoop,
  statefulSetStatusReflex,
} from '../../shared/cluster/controllers/stateful-set/stateful-set-loop.ts';
import { podGcReflex } from '../../shared/cluster/controllers/garbage-collector/pod-gc-loop.ts';
import { namespaceLoop } from '../../shared/cluster/controllers/garbage-collector/namespace-loop.ts';
import { resourceQuotaReflex } from '../../shared/cluster/controllers/quota/quota-loop.ts';
import { createBackoffs } from '../../shared/cluster/controllers/workloads/create-backoff.ts';
import { newsLoop } from '../../shared/cluster/sight/news-loop.ts';
import { Driver } from '../../shared/session/driver.ts';
import type { Store } from '../../shared/store/store.ts';
import { aWorld, podOf, type SetupOptions } from './builders.ts';

const LOOPS = [
  newsLoop,
  zonesReflex,
  nodeLifecycleLoop,
  taintEvictionLoop,
  resourceQuotaReflex,
  deploymentLoop,
  deploymentStatusReflex,
  podClaims,
  replicaSetLoop,
  replicaSetStatusReflex,
  cronJobLoop,
  // Counts first: a failure is known before the next pod is planned.
  jobStatusReflex,
  jobLoop,
  ttlLoop,
  statefulSetLoop,
  statefulSetStatusReflex,
  daemonSetLoop,
  daemonSetStatusReflex,
  hpaLoop,
  disruptionReflex,
  drainLoop,
  createBackoffs,
  daemonBackoffs,
  podGcReflex,
  namespaceLoop,
  garbageCollectorLoop,
  eventExpiryReflex,
  endpointsLoop,
];

export interface TownHall {
  readonly world: Store;
  tick(count?: number): void;
}

export interface TownHallOptions extends SetupOptions {
  /** Whether the nodes' leases are renewed; they are, unless told otherwise. */
  readonly heartbeats?: boolean;
}

/** Nodes `node-1`..., of which nothing is real but their heartbeats. */
export function aTownHall({ heartbeats = true, ...options }: TownHallOptions = {}): TownHall {
  const world = aWorld(options);
  const driver = new Driver(world, LOOPS);
  const tick = (count = 1) => {
    for (let done = 0; done < count; done += 1) {
      world.tick += 1;
      if (heartbeats && world.tick % 10 === 0) for (const name of world.keys('Node')) renewLease(world, name);
      driver.run();
    }
  };
  return { world, tick };
}

export function renewLease(world: Store, nodeName: string): void {
  const lease = must(world.get('Lease', `kube-node-lease/${nodeName}`), `lease of ${nodeName}`);
  world.put<Lease>({ ...lease, spec: { ...lease.spec, renewTick: world.tick } });
}

export function pods(world: Store): Pod[] {
  return world.keys('Pod').map((key) => must(world.get('Pod', key), key));
}

export function deploymentOf(world: Store, name: string): Deployment {
  return must(world.get('Deployment', `default/${name}`), name);
}

/** By age: the newest revision's last, unless an old one is used again. */
export function replicaSets(world: Store): ReplicaSet[] {
  return [...world.list('ReplicaSet')].toSorted((a, b) => a.metadata.creationTick - b.metadata.creationTick);
}

export function progressing(world: Store, name: string) {
  return deploymentOf(world, name).status.conditions.find((condition) => condition.type === 'Progressing');
}

export function events(world: Store, reason: string): Event[] {
  return [...world.list('Event')]
    .filter((event) => event.reason === reason)
    .toSorted((a, b) => a.firstTick - b.firstTick);
}

/** As a kubelet would report it: on a node, with an address, ready or not. */
export function report(world: Store, name: string, ready: boolean, node = 'node-1'): Pod {
  const pod = podOf(world, name);
  const status = ready ? ('True' as const) : ('False' as const);
  return world.put<Pod>({
    ...pod,
    spec: { ...pod.spec, nodeName: node },
    status: {
      ...pod.status,
      phase: 'Running',
      podIP: '10.100.1.1',
      conditions: [{ type: 'Ready', status, reason: '', message: '', lastTransitionTick: world.tick }],
    },
  });
}

/** Every pod that runs or waits becomes ready; those that were told to go are gone. */
export function settle(world: Store): void {
  for (const pod of pods(world)) {
    if (pod.metadata.deletionTick !== null) world.remove('Pod', `default/${pod.metadata.name}`);
    else if (pod.status.phase === 'Pending') report(world, pod.metadata.name, true);
  }
}
