/** Which images a full disk lets go. Source: pkg/kubelet/images/image_gc_manager.go. */
import { floorDiv } from '../../../base/integers.ts';

export interface ImageGcPolicy {
  /** From so much use on, in percent. */
  readonly highPercent: number;
  /** Down to so much. */
  readonly lowPercent: number;
  /** Younger ones stay, however full the disk is. */
  readonly minAgeTicks: number;
  /** Longer unused ones go whatever the disk says; 0 is off. */
  readonly maxAgeTicks: number;
}

export function isValidGcPolicy({
  highPercent,
  lowPercent,
}: Pick<ImageGcPolicy, 'highPercent' | 'lowPercent'>): boolean {
  return lowPercent >= 0 && highPercent <= 100 && lowPercent <= highPercent;
}

export interface StoredImage {
  readonly id: string;
  readonly sizeBytes: number;
  readonly pinned: boolean;
  readonly inUse: boolean;
  readonly detectedTick: number;
  readonly lastUsedTick: number;
}

export interface Disk {
  readonly capacityBytes: number;
  readonly availableBytes: number;
}

export interface ImageGcPlan {
  /** In this order. */
  readonly deleted: readonly string[];
  readonly wantedBytes: number;
  readonly freedBytes: number;
  /** Not enough could be freed: something other than images fills the disk. */
  readonly warning: 'FreeDiskSpaceFailed' | 'InvalidDiskCapacity' | null;
}

/** How full the disk is, in percent. */
export function usedPercent({ capacityBytes, availableBytes }: Disk): number {
  return 100 - floorDiv(Math.min(availableBytes, capacityBytes) * 100, capacityBytes);
}

/** Least recently used first; of those used last at the same time, the one that was here first. */
function inEvictionOrder(images: readonly StoredImage[]): readonly StoredImage[] {
  return images
    .filter(({ pinned, inUse }) => !pinned && !inUse)
    .sort((a, b) => a.lastUsedTick - b.lastUsedTick || a.detectedTick - b.detectedTick);
}

export function planImageGc(
  images: readonly StoredImage[],
  disk: Disk,
  { highPercent, lowPercent, minAgeTicks, maxAgeTicks }: ImageGcPolicy,
  tick: number,
): ImageGcPlan {
  const ordered = inEvictionOrder(images);
  const isOld = ({ lastUsedTick }: StoredImage) => maxAgeTicks > 0 && tick - lastUsedTick > maxAgeTicks;
  const mayGo = ({ lastUsedTick, detectedTick }: StoredImage) =>
    lastUsedTick < tick && tick - detectedTick >= minAgeTicks;
  const deleted = ordered.filter(isOld).map(({ id }) => id);
  const enough: ImageGcPlan = { deleted, wantedBytes: 0, freedBytes: 0, warning: null };
  if (disk.capacityBytes === 0) return { ...enough, warning: 'InvalidDiskCapacity' };
  if (usedPercent(disk) < highPercent) return enough;
  const { capacityBytes } = disk;
  const availableBytes = Math.min(disk.availableBytes, capacityBytes);
  const wantedBytes = floorDiv(capacityBytes * (100 - lowPercent), 100) - availableBytes;
  let freedBytes = 0;
  for (const image of ordered.filter((candidate) => !isOld(candidate) && mayGo(candidate))) {
    deleted.push(image.id);
    freedBytes += image.sizeBytes;
    if (freedBytes >= wantedBytes) break;
  }
  return { deleted, wantedBytes, freedBytes, warning: freedBytes < wantedBytes ? 'FreeDiskSpaceFailed' : null };
}
