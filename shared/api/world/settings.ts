/** Settings: the numbers of this cluster's world that a scenario may set. All else is Kubernetes' own default. */
import { z } from 'zod';
import type { DeepReadonly } from '../../base/freeze.ts';
import { MIB } from '../../base/integers.ts';
import { kubeletSettings } from './kubelet-settings.ts';
import { planeSettings } from './plane-settings.ts';

/** A team's shelf in the registry. */
export const registryNamespace = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(32);

export const clusterSettings = z.strictObject({
  /** Keys the names of pods and the like; not the director's seed. */
  seed: z.int().min(0).max(0xffffffff),
  /** Link of each node to the registry. */
  nodeBandwidthBytesPerTick: z
    .int()
    .min(1)
    .default(20 * MIB),
  /** Link of the builders to the registry. */
  pushBandwidthBytesPerTick: z
    .int()
    .min(1)
    .default(20 * MIB),
  /** The registry's own road, which all pulls share; null for one that is never the narrow place. */
  registryBandwidthBytesPerTick: z.int().min(1).nullable().default(null),
  /** Manifests that this cluster may ask for within a time; null for no limit. Oracle: dockerHub.personalAccount is 200 in 21600. */
  registryPullLimit: z
    .strictObject({ pulls: z.int().min(1).max(10_000), windowTicks: z.int().min(1) })
    .nullable()
    .default(null),
  /** The registry's disk. */
  registryDiskBytes: z
    .int()
    .min(1)
    .default(100 * 1024 * MIB),
  /** A machine (a VM) boots this long. */
  bootTicks: z.int().min(1).default(90),
  /** New machines: how many there may be in all, and how large one is. */
  nodePool: z
    .strictObject({
      maxNodes: z.int().min(1).max(5000).default(8),
      cpuMilli: z.int().min(100).max(256_000).default(4000),
      memoryBytes: z
        .int()
        .min(1)
        .default(8 * 1024 * MIB),
      reservedMemoryBytes: z
        .int()
        .min(0)
        .default(512 * MIB),
      diskBytes: z
        .int()
        .min(1)
        .default(32 * 1024 * MIB),
    })
    .prefault({}),
  /** The front road's health check takes a silent machine out of turn after this long. */
  gateCheckTicks: z.int().min(1).default(10),
  /** kube-proxy's minSyncPeriod: rules follow the slices after this long. */
  proxySyncTicks: z.int().min(1).default(1),
  kubelet: kubeletSettings.prefault({}),
  plane: planeSettings.prefault({}),
  /** This team's namespace in the registry. */
  registryNamespace,
  objectives: z
    .array(
      z.strictObject({
        service: z.string(),
        targetPpm: z.int().min(0).max(1_000_000),
        weight: z.int().min(1).default(1),
      }),
    )
    .max(32),
});

export interface Settings extends DeepReadonly<z.infer<typeof clusterSettings>> {
  readonly kind: 'Settings';
  readonly key: 'settings';
}
