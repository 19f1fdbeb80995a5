/**
 * Reflex: leader election. Who holds the lease renews it; who cannot, ends; who stands by takes it once it is over.
 * Source: client-go/tools/leaderelection.
 */
import type { Lease } from '../../api/lease.ts';
import type { PlaneProcess } from '../../api/world/plane.ts';
import { must } from '../../base/assert.ts';
import { recordEvent } from '../api-server/events.ts';
import { newMeta } from '../api-server/objects.ts';
import { reflex } from '../loop.ts';
import { isPhysics } from '../processes.ts';
import { newEntry } from '../scheduler/queue-entry.ts';
import type { View } from '../../store/store.ts';
import type { World } from '../world.ts';
import { isReachable } from './door.ts';
import { LED_COMPONENTS, leaderOf, type LedComponent } from './leaders.ts';
import { ended } from './processes-loop.ts';

/** Defaults of component-base: LeaseDuration, RenewDeadline, RetryPeriod. */
const LEASE_TICKS = 15;
const RENEW_DEADLINE_TICKS = 10;
const RETRY_TICKS = 2;
/** A static pod that ended is started again after the kubelet's first back-off. Oracle: kubelet.crashLoopInitial. */
const RESTART_TICKS = 10;
const NAMESPACE = 'kube-system';

const leaseName = (component: LedComponent): string => `kube-${component}`;

export function leaderLease(view: View, component: LedComponent): Lease | undefined {
  return view.get('Lease', `${NAMESPACE}/${leaseName(component)}`);
}

/** One that was started anew is somebody else. */
function identityOf({ key, sinceTick }: PlaneProcess): string {
  return `${key}_${sinceTick}`;
}

const componentOf = ({ metadata: { namespace, name } }: Lease): LedComponent | undefined =>
  namespace === NAMESPACE ? LED_COMPONENTS.find((component) => leaseName(component) === name) : undefined;

const ALL = () => LED_COMPONENTS;

export const leaderElection = reflex({
  name: 'leader-election',
  process: isPhysics,
  watches: {
    PlaneProcess: ALL,
    Etcd: ALL,
    EtcdMember: ALL,
    Lease: ({ before, after }) => {
      const lease = after ?? before;
      return (lease && componentOf(lease)) ?? [];
    },
  },
  deadlines: {
    Lease: (lease) => {
      const key = componentOf(lease);
      if (key === undefined) return [];
      return [RETRY_TICKS, RENEW_DEADLINE_TICKS, LEASE_TICKS].map((ticks) => ({
        tick: lease.spec.renewTick + ticks,
        key,
      }));
    },
    PlaneProcess: ({ component, seenTick }) =>
      seenTick === null || component === 'api-server' ? [] : [{ tick: seenTick + LEASE_TICKS, key: component }],
  },
  keys: ALL,
  run: (world, key) => {
    const component = key as LedComponent;
    const leader = leaderOf(world, component);
    if (isReachable(world)) look(world, component);
    if (leader) renew(world, component, leader);
    else if (isReachable(world)) succeed(world, component);
  },
});

function renew(world: World, component: LedComponent, leader: PlaneProcess): void {
  const lease = leaderLease(world, component);
  const isHeld = lease?.spec.holderIdentity === identityOf(leader);
  if (isReachable(world) && lease && isHeld) {
    if (world.tick < lease.spec.renewTick + RETRY_TICKS) return;
    world.put({ ...lease, spec: { ...lease.spec, renewTick: world.tick } });
    return;
  }
  // It lost the lease, or could not renew it in time: it ends, and its kubelet starts it again.
  const isOver = isReachable(world) || !lease || world.tick >= lease.spec.renewTick + RENEW_DEADLINE_TICKS;
  if (isOver) world.put(ended(leader, world.tick, world.tick + RESTART_TICKS));
}

/** Whoever has just started reads the lease for the first time. */
function look(world: World, component: LedComponent): void {
  for (const key of world.by('runningProcesses', component)) {
    const instance = must(world.get('PlaneProcess', key), key);
    if (instance.seenTick === null) world.put({ ...instance, seenTick: world.tick });
  }
}

/** It trusts its own clock: a lease that it first saw late is good from then on. */
function succeed(world: World, component: LedComponent): void {
  const lease = leaderLease(world, component);
  for (const key of world.by('runningProcesses', component)) {
    const instance = must(world.get('PlaneProcess', key), key);
    const isFree = !lease || world.tick >= Math.max(lease.spec.renewTick, instance.seenTick ?? 0) + LEASE_TICKS;
    if (isFree) {
      tellOfLeader(world, component, instance, acquire(world, component, instance));
      if (component === 'scheduler') forgetQueue(world);
      return;
    }
  }
}

function acquire(world: World, component: LedComponent, instance: PlaneProcess): Lease {
  const name = leaseName(component);
  const known = leaderLease(world, component);
  const metadata = known?.metadata ?? newMeta(world, 'Lease', { name, namespace: NAMESPACE });
  world.put({ ...instance, leadingSinceTick: world.tick });
  return world.put<Lease>({
    apiVersion: 'coordination.k8s.io/v1',
    kind: 'Lease',
    metadata,
    spec: { holderIdentity: identityOf(instance), leaseDurationSeconds: LEASE_TICKS, renewTick: world.tick },
  });
}

function tellOfLeader(world: World, component: LedComponent, instance: PlaneProcess, lease: Lease): void {
  recordEvent(world, lease, {
    type: 'Normal',
    reason: 'LeaderElection',
    message: `${identityOf(instance)} became leader`,
    details: { name: instance.key },
    source: leaseName(component),
  });
}

/** What was tried before, and how often, died with the one that tried it. */
function forgetQueue(world: World): void {
  for (const key of world.keys('QueuedPod')) {
    world.put(newEntry(must(world.get('QueuedPod', key), key), world.tick));
  }
}

/** At the beginning the first of each leads. */
export function firstLease(world: World, component: LedComponent): void {
  acquire(world, component, must(world.get('PlaneProcess', `${leaseName(component)}-1`), component));
}
