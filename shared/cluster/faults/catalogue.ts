/** The catalogue of faults: one table. */
import type { FaultType } from '../../api/world/fault.ts';
import type { FaultDefinition } from './fault-type.ts';
import { badHouse } from './types/bad-house.ts';
import { collectorDown } from './types/collector-down.ts';
import { corruptedLayer } from './types/corrupted-layer.ts';
import { poisonedPush } from './types/poisoned-push.ts';
import { dnsOutage } from './types/dns-outage.ts';
import { hostDown } from './types/host-down.ts';
import { kernelPanic } from './types/kernel-panic.ts';
import { kubeProxyStale } from './types/kube-proxy-stale.ts';
import { logFlood } from './types/log-flood.ts';
import { logStoreDown } from './types/log-store-down.ts';
import { leakingHouse } from './types/leaking-house.ts';
import { lostFurniture } from './types/lost-furniture.ts';
import { nodeCrash } from './types/node-crash.ts';
import { nodePartition } from './types/node-partition.ts';
import { registryOutage } from './types/registry-outage.ts';
import { runtimeDown } from './types/runtime-down.ts';
import { trafficSurge } from './types/traffic-surge.ts';

export const FAULTS: Readonly<Record<FaultType, FaultDefinition>> = {
  'node-crash': nodeCrash,
  'node-partition': nodePartition,
  'bad-house': badHouse,
  'leaking-house': leakingHouse,
  'registry-outage': registryOutage,
  'traffic-surge': trafficSurge,
  'lost-furniture': lostFurniture,
  'runtime-down': runtimeDown,
  'collector-down': collectorDown,
  'dns-outage': dnsOutage,
  'corrupted-layer': corruptedLayer,
  'poisoned-push': poisonedPush,
  'kernel-panic': kernelPanic,
  'host-down': hostDown,
  'kube-proxy-stale': kubeProxyStale,
  'log-store-down': logStoreDown,
  'log-flood': logFlood,
};
