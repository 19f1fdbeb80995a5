/** What the builders keep, and what they let go of when there is too much: finished builds, cached steps, images. */
import { byKey } from '../../base/order.ts';
import type { Build } from '../../api/world/build.ts';
import type { View } from '../../store/store.ts';
import type { World } from '../world.ts';

/** Finished builds that are remembered for the panel. */
const BUILDS_KEPT = 20;
/** Steps in the build cache. Ours. */
const STEPS_KEPT = 500;
/** From so many images on, those go that nobody holds. Ours. */
const IMAGES_KEPT = 200;

/** A build is done: its steps were used just now. */
export function keepSteps(world: World, { steps }: Build): void {
  for (const { cacheKey, layerDigest, bytes } of steps) {
    world.put({ kind: 'BuildCacheEntry', key: cacheKey, layerDigest, bytes, lastUsedTick: world.tick });
  }
}

export function tidyUp(world: World): void {
  forgetOldBuilds(world);
  forgetOldSteps(world);
  if (world.count('Image') > IMAGES_KEPT) forgetImages(world);
}

function forgetOldBuilds(world: World): void {
  const finished = [...world.list('Build')].filter((build) => build.state === 'done').sort(byKey(({ key }) => key));
  finished.sort((a, b) => a.doneTick - b.doneTick);
  for (const { key } of finished.slice(0, Math.max(0, finished.length - BUILDS_KEPT))) world.remove('Build', key);
}

/** The least recently used first. */
function forgetOldSteps(world: World): void {
  const tooMany = world.count('BuildCacheEntry') - STEPS_KEPT;
  if (tooMany <= 0) return;
  const entries = [...world.list('BuildCacheEntry')].sort(byKey(({ key }) => key));
  entries.sort((a, b) => a.lastUsedTick - b.lastUsedTick);
  for (const { key } of entries.slice(0, tooMany)) world.remove('BuildCacheEntry', key);
}

function forgetImages(world: World): void {
  const held = heldDigests(world);
  for (const key of world.keys('Image')) if (!held.has(key)) world.remove('Image', key);
}

/** By a name, a shelf, a cache, a container, or on its way. */
function heldDigests(view: View): ReadonlySet<string | null> {
  const held = new Set<string | null>();
  for (const { digest } of view.list('LocalTag')) held.add(digest);
  for (const { digest } of view.list('Tag')) held.add(digest);
  for (const { digest } of view.list('Revision')) held.add(digest);
  for (const { digest } of view.list('Push')) held.add(digest);
  for (const { digest } of view.list('ImagePull')) held.add(digest);
  for (const { digest } of view.list('VirtualMachine')) held.add(digest);
  for (const { digest } of view.list('HostContainer')) held.add(digest);
  for (const { images } of view.list('ImageCache')) {
    for (const reference in images) held.add(images[reference]?.digest ?? null);
  }
  for (const { containers } of view.list('Sandbox')) {
    for (const { imageDigest, pulledDigest } of containers) held.add(imageDigest).add(pulledDigest);
  }
  return held;
}
