/**
 * Scheduling throughput at the size of kube-scheduler's own test of performance: 5,000 nodes, 10,000 pods. Once with
 * all of it (queue, cycle, bind verb, events), once placement alone. CPU time.
 */
import { scheduler } from '../../shared/cluster/scheduler/scheduler.ts';
import { schedulingQueue } from '../../shared/cluster/scheduler/queue.ts';
import { queueingHints } from '../../shared/cluster/scheduler/queueing-hints.ts';
import { must } from '../../shared/base/assert.ts';
import { hashText } from '../../shared/base/hash.ts';
import { AssumingCluster, clusterInfo } from '../../shared/cluster/scheduler/cluster-info.ts';
import { activeQueue } from '../../shared/cluster/scheduler/active-queue.ts';
import { chooseNode } from '../../shared/cluster/scheduler/schedule.ts';
import { Driver } from '../../shared/session/driver.ts';
import type { Store } from '../../shared/store/store.ts';
import { cpuMs } from './cpu.ts';
import { figure, heading } from './print.ts';
import { unscheduledTown } from './town.ts';

export const SCHEDULING_SIZE = { nodes: 5000, pods: 10_000 };
/** What the real one must reach at this size, API server included: scheduler_perf's own threshold. */
const KUBE_SCHEDULER_PODS_PER_SECOND = 270;

/** Of all bindings: says at a glance whether the choices are the same ones. */
function checksum(pairs: Iterable<string>): string {
  let sum = 0;
  for (const pair of pairs) sum = (sum + hashText(pair)) >>> 0;
  return sum.toString(16).padStart(8, '0');
}

function* bindingsOf(store: Store): Iterable<string> {
  for (const { metadata, spec } of store.list('Pod'))
    if (spec.nodeName !== null) yield `${metadata.name}@${spec.nodeName}`;
}

function show(what: string, pods: number, ms: number, sum: string): void {
  const perSecond = (pods * 1000) / ms;
  const ratio = (perSecond / KUBE_SCHEDULER_PODS_PER_SECOND).toFixed(1);
  const note = `${ratio} x ${KUBE_SCHEDULER_PODS_PER_SECOND}, the real one's own bar; ${pods} bindings, checksum ${sum}`;
  figure(what, `${Math.round(perSecond).toLocaleString('en')} pods/s`, note);
}

function placements(store: Store, percentageOfNodesToScore: number): void {
  const base = clusterInfo(store);
  const cluster = new AssumingCluster({
    nodes: base.nodes,
    policy: { ...base.policy, percentageOfNodesToScore },
    affinePods: base.affinePods,
    nominated: base.nominated,
    namespaceLabels: base.namespaceLabels,
    groupOf: base.groupOf,
  });
  const placed: string[] = [];
  const ms = cpuMs(() => {
    for (const key of activeQueue(store)) {
      const pod = must(store.get('Pod', key), key);
      const choice = chooseNode(store, pod, cluster);
      if (!choice || !('node' in choice)) continue;
      cluster.assume(pod, choice.node);
      placed.push(`${pod.metadata.name}@${choice.node}`);
    }
  });
  const what = percentageOfNodesToScore === 0 ? 'nodes sampled as by default' : 'every node scored';
  show(`placement alone, ${what}`, placed.length, ms, checksum(placed));
}

/** Queues every pod; what it returns binds them all, tick by tick, with queue, cycle, bind verb and events. */
export function binding(store: Store): () => void {
  new Driver(store, [schedulingQueue]).run();
  const driver = new Driver(store, [schedulingQueue, queueingHints, scheduler]);
  return () => {
    while (store.count('QueuedPod') > 0) {
      store.tick += 1;
      driver.run();
    }
  };
}

function withQueue(what: string, store: Store): void {
  const ms = cpuMs(binding(store));
  show(`queue, cycle, bind and events, ${what}`, SCHEDULING_SIZE.pods, ms, checksum(bindingsOf(store)));
}

export function benchScheduling(): void {
  heading(
    `scheduling ${SCHEDULING_SIZE.pods.toLocaleString('en')} pods onto ${SCHEDULING_SIZE.nodes.toLocaleString('en')} nodes`,
  );
  const store = unscheduledTown(SCHEDULING_SIZE);
  new Driver(store, [schedulingQueue]).run();
  placements(store, 0);
  placements(store, 100);
  // The first time the engine still compiles what it runs, and that is CPU time, too.
  for (const what of ['first time', 'second time', 'third time']) withQueue(what, unscheduledTown(SCHEDULING_SIZE));
}
