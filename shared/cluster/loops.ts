/** Every loop, in the order in which they run within a tick: the world first, then who observes it, then who decides. */
import { faultHealing } from './faults/healing.ts';
import type { Loop } from './loop.ts';
import { kubeProxy } from './network/kube-proxy.ts';
import { schedulingQueue } from './scheduler/queue.ts';
import { queueingHints } from './scheduler/queueing-hints.ts';
import { scheduler } from './scheduler/scheduler.ts';
import { handTime } from './score/hand-time.ts';
import { outages } from './traffic/outages.ts';
import { traffic } from './traffic/traffic.ts';

export const LOOPS: readonly Loop[] = [
  // 1. The world: machines, builds and pushes, pulls, container runtime, probes
  // 2. Node agents: kubelet (control), pod status reports, node status, leases
  // 3. Control plane: node lifecycle, deployment (+ status), replica set (+ status), garbage collector, event expiry
  // 4. Scheduler: its queue, then binding
  schedulingQueue,
  queueingHints,
  scheduler,
  // 5. Network: endpoints (control), kube-proxy, traffic, outages
  kubeProxy,
  traffic,
  outages,
  // 6. Around it: builders' pipeline (control), fault healing, time played by hand
  faultHealing,
  handTime,
];
