/** A node's cached images as its garbage collector sees them: by digest, with who uses them. */
import { must } from '../../../base/assert.ts';
import { sortedKeys } from '../../../base/order.ts';
import type { ImageCache } from '../../../api/world/node-store.ts';
import type { Sandbox } from '../../../api/world/sandbox.ts';
import type { View } from '../../../store/store.ts';
import { normaliseReference } from '../../registry/reference.ts';
import { resourcesOf } from '../../runtime/node-resources.ts';
import { valueAt } from '../../runtime/usage.ts';
import type { World } from '../../world.ts';
import { kubeletSettingsOf } from '../settings.ts';
import { planImageGc, type Disk, type ImageGcPlan, type ImageGcPolicy, type StoredImage } from './image-gc.ts';

export function gcPolicyOf(view: View, nodeName: string): ImageGcPolicy {
  const kubelet = kubeletSettingsOf(view, nodeName);
  return {
    highPercent: kubelet.imageGCHighThresholdPercent,
    lowPercent: kubelet.imageGCLowThresholdPercent,
    minAgeTicks: kubelet.imageMinimumGCAgeTicks,
    maxAgeTicks: kubelet.imageMaximumGCAgeTicks,
  };
}

export function diskOf(view: View, nodeName: string): Disk {
  const disk = resourcesOf(view, nodeName)?.disk;
  if (!disk) return { capacityBytes: 0, availableBytes: 0 };
  return { capacityBytes: disk.capacity, availableBytes: disk.capacity - valueAt(disk.used, view.tick) };
}

/** Digests of a pod's containers, whether they run, have ended or are about to begin. */
function digestsOf(sandbox: Sandbox, cache: ImageCache): readonly string[] {
  return sandbox.containers.flatMap(({ image, imageDigest, pulledDigest }) => {
    const named = cache.images[normaliseReference(image) ?? '']?.digest;
    return [imageDigest, pulledDigest, named ?? null].filter((digest) => digest !== null);
  });
}

export function storedImages(view: View, nodeName: string): readonly StoredImage[] {
  const cache = view.get('ImageCache', nodeName);
  if (!cache) return [];
  const used = new Set(
    view
      .by('sandboxesByNode', nodeName)
      .flatMap((key) => digestsOf(must(view.get('Sandbox', key), `sandbox ${key}`), cache)),
  );
  const images = new Map<string, StoredImage>();
  for (const reference of sortedKeys(cache.images)) {
    const { digest, sizeBytes, pulledTick, lastUsedTick } = must(cache.images[reference], reference);
    const before = images.get(digest);
    images.set(digest, {
      id: digest,
      sizeBytes,
      pinned: false,
      inUse: used.has(digest),
      detectedTick: Math.min(pulledTick, before?.detectedTick ?? pulledTick),
      lastUsedTick: Math.max(lastUsedTick, before?.lastUsedTick ?? 0),
    });
  }
  return [...images.values()];
}

export function unusedImages(view: View, nodeName: string): readonly string[] {
  return storedImages(view, nodeName).flatMap(({ id, pinned, inUse }) => (pinned || inUse ? [] : [id]));
}

export function gcPlanOf(view: View, nodeName: string): ImageGcPlan {
  return planImageGc(storedImages(view, nodeName), diskOf(view, nodeName), gcPolicyOf(view, nodeName), view.tick);
}

/** Without these images, and without the layers that no other one needs. */
export function withoutImages(view: View, cache: ImageCache, digests: readonly string[]): ImageCache {
  const images = Object.fromEntries(Object.entries(cache.images).filter(([, { digest }]) => !digests.includes(digest)));
  const onTheirWay = view.by('pullsByNode', cache.key).map((key) => view.get('ImagePull', key)?.digest ?? '');
  const kept = [...Object.values(images).map(({ digest }) => digest), ...onTheirWay];
  const needed = new Set(
    kept.flatMap((digest) => view.get('Image', digest)?.layers.map((layer) => layer.digest) ?? []),
  );
  const layers = Object.fromEntries(Object.entries(cache.layers).filter(([digest]) => needed.has(digest)));
  return { ...cache, images, layers };
}

/** A pod leaves: its images were used until now. */
export function releaseImages(world: World, sandbox: Sandbox): void {
  const cache = world.get('ImageCache', sandbox.nodeName);
  if (!cache) return;
  const digests = digestsOf(sandbox, cache);
  const images = Object.fromEntries(
    Object.entries(cache.images).map(([reference, image]) => [
      reference,
      digests.includes(image.digest) ? { ...image, lastUsedTick: world.tick } : image,
    ]),
  );
  world.put({ ...cache, images });
}
