/** Every loop, in the order in which they run within a tick: the world first, then who observes it, then who decides. */
import { belongings } from './belongings/belongings-loop.ts';
import { buildLoop } from './build/build-loop.ts';
import { orderLoop } from './build/order-loop.ts';
import { pipelineLoop } from './build/pipeline-loop.ts';
import { deploymentLoop } from './controllers/deployment/deployment-loop.ts';
import { deploymentStatusReflex } from './controllers/deployment/deployment-status-loop.ts';
import { endpointsLoop } from './controllers/endpoints/endpoints-loop.ts';
import { eventExpiryReflex } from './controllers/garbage-collector/event-expiry-loop.ts';
import { garbageCollectorLoop } from './controllers/garbage-collector/garbage-collector-loop.ts';
import { nodeLifecycleLoop } from './controllers/node-lifecycle/node-lifecycle-loop.ts';
import { taintEvictionLoop } from './controllers/node-lifecycle/taint-eviction-loop.ts';
import { zonesReflex } from './controllers/node-lifecycle/zones-loop.ts';
import { podClaims } from './controllers/replica-set/pod-claims.ts';
import { replicaSetLoop } from './controllers/replica-set/replica-set-loop.ts';
import { replicaSetStatusReflex } from './controllers/replica-set/replica-set-status-loop.ts';
import { hpaLoop } from './controllers/hpa/hpa-loop.ts';
import { disruptionReflex } from './controllers/disruption/disruption-loop.ts';
import { drainLoop } from './controllers/disruption/drain-loop.ts';
import { createBackoffs } from './controllers/workloads/create-backoff.ts';
import { claimProtection } from './controllers/claim-protection/claim-protection-loop.ts';
import { cronJobLoop } from './controllers/cron-job/cron-job-loop.ts';
import { jobLoop, jobStatusReflex, ttlLoop } from './controllers/job/job-loop.ts';
import { statefulSetLoop, statefulSetStatusReflex } from './controllers/stateful-set/stateful-set-loop.ts';
import { daemonBackoffs } from './controllers/daemon-set/failed-pods.ts';
import { daemonSetLoop, daemonSetStatusReflex } from './controllers/daemon-set/daemon-set-loop.ts';
import { podGcReflex } from './controllers/garbage-collector/pod-gc-loop.ts';
import { namespaceLoop } from './controllers/garbage-collector/namespace-loop.ts';
import { resourceQuotaReflex } from './controllers/quota/quota-loop.ts';
import { etcd, etcdMembers } from './etcd/etcd-loop.ts';
import { faultHealing } from './faults/healing.ts';
import { hostLoop } from './hosts/host-loop.ts';
import { kubeletEviction } from './kubelet/eviction/eviction-loop.ts';
import { nodePressure } from './kubelet/eviction/pressure.ts';
import { imageGc } from './kubelet/images/image-gc-loop.ts';
import { kubelet } from './kubelet/kubelet-loop.ts';
import { leases } from './kubelet/leases.ts';
import { nodeStatus } from './kubelet/node-status.ts';
import { forgottenMirrors, forgottenStatics } from './kubelet/static-cleanup.ts';
import { mirrorPods, staticPods } from './kubelet/static-pods.ts';
import { statusReports } from './kubelet/status-reports.ts';
import { logCollectors } from './logging/log-collectors.ts';
import { logStore } from './logging/log-store.ts';
import { podLogs } from './logging/pod-logs.ts';
import type { Loop } from './loop.ts';
import { kubeProxy } from './network/kube-proxy.ts';
import { nameServer } from './network/name-server.ts';
import { rulesOutOfTouch } from './network/out-of-touch.ts';
import { leaderElection } from './plane/leader-election.ts';
import { planeProcesses } from './plane/processes-loop.ts';
import { registration } from './provisioning/registration.ts';
import { imageRunsLoop } from './registry/image-runs-loop.ts';
import { pushLoop } from './registry/push-loop.ts';
import { registryLoop } from './registry/registry-loop.ts';
import { containers } from './runtime/containers.ts';
import { imagePulls } from './runtime/image-pulls.ts';
import { pullRoads } from './runtime/pull-roads.ts';
import { machines } from './runtime/machines.ts';
import { systemOom } from './runtime/system-oom.ts';
import { schedulingQueue } from './scheduler/queue.ts';
import { queueingHints } from './scheduler/queueing-hints.ts';
import { scheduler } from './scheduler/scheduler.ts';
import { handTime } from './score/hand-time.ts';
import { newsLoop } from './sight/news-loop.ts';
import { outages } from './traffic/outages.ts';
import { traffic } from './traffic/traffic.ts';

export const LOOPS: readonly Loop[] = [
  // 0. The town hall: the ledger's members, its processes, who leads; then news, for who saw an older picture
  etcdMembers,
  etcd,
  planeProcesses,
  leaderElection,
  newsLoop,
  // 1. The world: machines, builds and pushes, pulls, container runtime, probes
  hostLoop,
  machines,
  imagePulls,
  pullRoads,
  containers,
  systemOom,
  podLogs,
  logStore,
  logCollectors,
  registryLoop,
  buildLoop,
  pushLoop,
  imageRunsLoop,
  // 2. Node agents: kubelet (control), pod status reports, node status, leases
  registration,
  forgottenStatics,
  forgottenMirrors,
  staticPods,
  mirrorPods,
  kubelet,
  nodePressure,
  kubeletEviction,
  imageGc,
  statusReports,
  nodeStatus,
  leases,
  // 3. Control plane: node lifecycle, deployment (+ status), replica set (+ status), garbage collector, event expiry
  zonesReflex,
  nodeLifecycleLoop,
  taintEvictionLoop,
  hpaLoop,
  disruptionReflex,
  drainLoop,
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
  claimProtection,
  createBackoffs,
  daemonBackoffs,
  podGcReflex,
  namespaceLoop,
  garbageCollectorLoop,
  eventExpiryReflex,
  // 4. Scheduler: its queue, then binding
  schedulingQueue,
  queueingHints,
  scheduler,
  // 5. Network: endpoints (control), kube-proxy, traffic, outages
  endpointsLoop,
  rulesOutOfTouch,
  kubeProxy,
  nameServer,
  traffic,
  outages,
  belongings,
  // 6. Around it: builders' pipeline (control), fault healing, time played by hand
  orderLoop,
  pipelineLoop,
  faultHealing,
  handTime,
];
