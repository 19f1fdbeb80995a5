/** What every kubelet of a cluster is told at its start. Defaults and names: KubeletConfiguration. */
import { z } from 'zod';
import type { DeepReadonly } from '../../base/freeze.ts';

/** By signal: `{"memory.available": "100Mi"}`. */
const bySignal = z.record(z.string().max(64), z.string().max(32));

/** Oracle: kubelet.evictionHard. */
const EVICTION_HARD = {
  'memory.available': '100Mi',
  'nodefs.available': '10%',
  'nodefs.inodesFree': '5%',
  'imagefs.available': '15%',
  'imagefs.inodesFree': '5%',
};

export const kubeletSettings = z.strictObject({
  /** Oracle: kubelet.serializeImagePulls. */
  serializeImagePulls: z.boolean().default(true),
  /** At the same time, where they are not serialised; null for no limit. */
  maxParallelImagePulls: z.int().min(1).max(100).nullable().default(null),
  /** Oracle: kubelet.registryPullQPS. 0 is no limit. */
  registryPullQPS: z.int().min(0).max(1000).default(5),
  /** Oracle: kubelet.registryBurst. */
  registryBurst: z.int().min(0).max(10_000).default(10),
  /** Oracle: kubelet.crashLoopMax. */
  maxContainerRestartPeriodTicks: z.int().min(1).max(300).default(300),
  /** Oracle: kubelet.imageGCHighThresholdPercent, imageGCLowThresholdPercent. */
  imageGCHighThresholdPercent: z.int().min(0).max(100).default(85),
  imageGCLowThresholdPercent: z.int().min(0).max(100).default(80),
  /** Oracle: kubelet.imageMinimumGCAge, imageMaximumGCAge (0 is off). */
  imageMinimumGCAgeTicks: z.int().min(0).default(120),
  imageMaximumGCAgeTicks: z.int().min(0).default(0),
  evictionHard: bySignal.default(EVICTION_HARD),
  evictionSoft: bySignal.default({}),
  /** `{"memory.available": "1m30s"}` */
  evictionSoftGracePeriod: bySignal.default({}),
  /** So long at the most a soft threshold leaves a pod; 0 is the least, a second. Default: KubeletConfiguration's. */
  evictionMaxPodGraceTicks: z.int().min(0).default(0),
  evictionMinimumReclaim: bySignal.default({}),
  /** Oracle: kubelet.evictionPressureTransitionPeriod. */
  evictionPressureTransitionTicks: z.int().min(0).default(300),
});
export type KubeletSettings = DeepReadonly<z.infer<typeof kubeletSettings>>;
