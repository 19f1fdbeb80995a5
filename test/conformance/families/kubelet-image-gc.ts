// kubelet-image-gc: which images a full disk lets go.
import { isValidGcPolicy, planImageGc } from '../../../shared/cluster/kubelet/images/image-gc.ts';

interface PolicyInput {
  readonly highThresholdPercent: number;
  readonly lowThresholdPercent: number;
}

interface GcInput extends PolicyInput {
  readonly capacityBytes: number;
  readonly availableBytes: number;
  readonly minAgeSeconds: number;
  readonly maxAgeSeconds: number;
  readonly images: readonly {
    readonly id: string;
    readonly sizeBytes: number;
    readonly pinned: boolean;
    readonly inUse: boolean;
    readonly firstDetectedSecondsAgo: number;
    readonly lastUsedSecondsAgo: number;
  }[];
}

/** Some tick; the vectors count back from it. */
const NOW = 100_000;

export const adapters = {
  validateImageGCPolicy: ({ highThresholdPercent, lowThresholdPercent }: PolicyInput) => ({
    valid: isValidGcPolicy({ highPercent: highThresholdPercent, lowPercent: lowThresholdPercent }),
  }),
  'imageGC.garbageCollect': ({ images, ...input }: GcInput) => {
    const policy = {
      highPercent: input.highThresholdPercent,
      lowPercent: input.lowThresholdPercent,
      minAgeTicks: input.minAgeSeconds,
      maxAgeTicks: input.maxAgeSeconds,
    };
    const stored = images.map(({ firstDetectedSecondsAgo, lastUsedSecondsAgo, ...image }) => ({
      ...image,
      detectedTick: NOW - firstDetectedSecondsAgo,
      lastUsedTick: NOW - lastUsedSecondsAgo,
    }));
    const { deleted, warning } = planImageGc(stored, input, policy, NOW);
    return { deletedImageIds: deleted, error: warning !== null, warningEvent: warning ?? '' };
  },
};
