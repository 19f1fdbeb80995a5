/** The catalogue of faults: one table. Whatever speaks of a type of fault is held against it. */
import { z } from 'zod';
import { must } from '../../base/assert.ts';
import type { FaultDefinition } from './fault-type.ts';
import { allAtOnce } from './types/all-at-once.ts';
import { apiServerDown } from './types/api-server-down.ts';
import { apiServerOverload } from './types/api-server-overload.ts';
import { autoscalerBlind } from './types/autoscaler-blind.ts';
import { autoscalerCapped } from './types/autoscaler-capped.ts';
import { badHouse } from './types/bad-house.ts';
import { budgetBlocksDrain } from './types/budget-blocks-drain.ts';
import { collectorDown } from './types/collector-down.ts';
import { controllerManagerDown } from './types/controller-manager-down.ts';
import { corruptedLayer } from './types/corrupted-layer.ts';
import { cronPileUp } from './types/cron-pile-up.ts';
import { cyclicCall } from './types/cyclic-call.ts';
import { deafToTerm } from './types/deaf-to-term.ts';
import { deletedClaim } from './types/deleted-claim.ts';
import { deletedDeployment } from './types/deleted-deployment.ts';
import { deletedNamespace } from './types/deleted-namespace.ts';
import { deletedSecret } from './types/deleted-secret.ts';
import { deletedService } from './types/deleted-service.ts';
import { diskFilled } from './types/disk-filled.ts';
import { dnsOutage } from './types/dns-outage.ts';
import { endlessInit } from './types/endless-init.ts';
import { etcdMemberDown } from './types/etcd-member-down.ts';
import { etcdPartition } from './types/etcd-partition.ts';
import { etcdQuorumLost } from './types/etcd-quorum-lost.ts';
import { etcdQuotaFull } from './types/etcd-quota-full.ts';
import { etcdRestoredOld } from './types/etcd-restored-old.ts';
import { etcdSlowDisk } from './types/etcd-slow-disk.ts';
import { forgottenCordon } from './types/forgotten-cordon.ts';
import { forgottenTaint } from './types/forgotten-taint.ts';
import { greedyBatch } from './types/greedy-batch.ts';
import { hostDown } from './types/host-down.ts';
import { hugeRequest } from './types/huge-request.ts';
import { impossibleSelector } from './types/impossible-selector.ts';
import { kernelPanic } from './types/kernel-panic.ts';
import { kubeProxyStale } from './types/kube-proxy-stale.ts';
import { kubeletDown } from './types/kubelet-down.ts';
import { lateAdvisory } from './types/late-advisory.ts';
import { leakingHouse } from './types/leaking-house.ts';
import { logFlood } from './types/log-flood.ts';
import { logStoreDown } from './types/log-store-down.ts';
import { lookAlikeImage } from './types/look-alike-image.ts';
import { lostFurniture } from './types/lost-furniture.ts';
import { memoryHog } from './types/memory-hog.ts';
import { missingVariable } from './types/missing-variable.ts';
import { misspeltName } from './types/misspelt-name.ts';
import { neverReady } from './types/never-ready.ts';
import { nodeCrash } from './types/node-crash.ts';
import { nodePartition } from './types/node-partition.ts';
import { pausedRollout } from './types/paused-rollout.ts';
import { poisonedPush } from './types/poisoned-push.ts';
import { policyRefuses } from './types/policy-refuses.ts';
import { portTaken } from './types/port-taken.ts';
import { processBomb } from './types/process-bomb.ts';
import { pullLimitUsedUp } from './types/pull-limit-used-up.ts';
import { quotaExhausted } from './types/quota-exhausted.ts';
import { registryFull } from './types/registry-full.ts';
import { registryOutage } from './types/registry-outage.ts';
import { runtimeDown } from './types/runtime-down.ts';
import { scaledToZero } from './types/scaled-to-zero.ts';
import { schedulerDown } from './types/scheduler-down.ts';
import { slowRegistry } from './types/slow-registry.ts';
import { slowRelease } from './types/slow-release.ts';
import { slowStart } from './types/slow-start.ts';
import { strictAntiAffinity } from './types/strict-anti-affinity.ts';
import { strictLiveness } from './types/strict-liveness.ts';
import { tightCpuLimit } from './types/tight-cpu-limit.ts';
import { tightMemory } from './types/tight-memory.ts';
import { trafficSurge } from './types/traffic-surge.ts';
import { unsignedImage } from './types/unsigned-image.ts';
import { watchLag } from './types/watch-lag.ts';
import { wrongArchitecture } from './types/wrong-architecture.ts';
import { wrongCommand } from './types/wrong-command.ts';
import { wrongFurniture } from './types/wrong-furniture.ts';
import { wrongSelector } from './types/wrong-selector.ts';
import { wrongTag } from './types/wrong-tag.ts';
import { wrongTargetPort } from './types/wrong-target-port.ts';
import { zoneOutage } from './types/zone-outage.ts';

/** Every fault that there is, in the order of their names. */
export const FAULTS: readonly FaultDefinition[] = [
  allAtOnce,
  apiServerDown,
  apiServerOverload,
  autoscalerBlind,
  autoscalerCapped,
  badHouse,
  budgetBlocksDrain,
  collectorDown,
  controllerManagerDown,
  corruptedLayer,
  cronPileUp,
  cyclicCall,
  deafToTerm,
  deletedClaim,
  deletedDeployment,
  deletedNamespace,
  deletedSecret,
  deletedService,
  diskFilled,
  dnsOutage,
  endlessInit,
  etcdMemberDown,
  etcdPartition,
  etcdQuorumLost,
  etcdQuotaFull,
  etcdRestoredOld,
  etcdSlowDisk,
  forgottenCordon,
  forgottenTaint,
  greedyBatch,
  hostDown,
  hugeRequest,
  impossibleSelector,
  kernelPanic,
  kubeProxyStale,
  kubeletDown,
  lateAdvisory,
  leakingHouse,
  logFlood,
  logStoreDown,
  lookAlikeImage,
  lostFurniture,
  memoryHog,
  missingVariable,
  misspeltName,
  neverReady,
  nodeCrash,
  nodePartition,
  pausedRollout,
  poisonedPush,
  policyRefuses,
  portTaken,
  processBomb,
  pullLimitUsedUp,
  quotaExhausted,
  registryFull,
  registryOutage,
  runtimeDown,
  scaledToZero,
  schedulerDown,
  slowRegistry,
  slowRelease,
  slowStart,
  strictAntiAffinity,
  strictLiveness,
  tightCpuLimit,
  tightMemory,
  trafficSurge,
  unsignedImage,
  watchLag,
  wrongArchitecture,
  wrongCommand,
  wrongFurniture,
  wrongSelector,
  wrongTag,
  wrongTargetPort,
  zoneOutage,
];

const BY_TYPE: ReadonlyMap<string, FaultDefinition> = new Map(FAULTS.map((fault) => [fault.type, fault]));
export const FAULT_TYPES: readonly string[] = [...BY_TYPE.keys()];

export function faultNamed(type: string): FaultDefinition {
  return must(BY_TYPE.get(type), `a fault of type ${type}`);
}

/** As it comes from outside. */
export const faultType = z
  .string()
  .max(64)
  .refine((type) => BY_TYPE.has(type), { error: 'there is no such fault' });
