/** Image pulls: one at a time on each node, layer by layer, as fast as its road to the registry is wide. */
import { must } from '../../base/assert.ts';
import { ceilDiv } from '../../base/integers.ts';
import { byCodeUnit } from '../../base/order.ts';
import type { ImageCache, ImagePull } from '../../api/world/node-store.ts';
import type { View } from '../../store/store.ts';
import { reflex } from '../loop.ts';
import { resolveReference } from '../registry/reference.ts';
import { settingsOf, type World } from '../world.ts';
import { settlePull, failPull } from './pull-results.ts';

export function isRegistryAvailable(view: View): boolean {
  return view.get('Registry', 'registry')?.available !== false;
}

export const imagePulls = reflex({
  name: 'image-pulls',
  watches: {
    ImagePull: ({ before, after }) => [must(after ?? before, 'pull').nodeName],
    Machine: (change) => [change.key],
    Registry: (_change, view) => new Set([...view.list('ImagePull')].map((pull) => pull.nodeName)),
  },
  deadlines: {
    ImagePull: ({ nodeName, layerDoneTick }) =>
      layerDoneTick === null ? [] : [{ tick: layerDoneTick, key: nodeName }],
  },
  keys: (view) => view.keys('ImageCache'),
  run: (world, nodeName) => {
    if (world.get('Machine', nodeName)?.power !== 'on') return;
    for (let pull = nextPull(world, nodeName); pull; pull = nextPull(world, nodeName)) {
      const busy = pull.state === 'queued' ? beginPull(world, pull) : advancePull(world, pull);
      if (busy) return;
    }
  },
});

/** The one under way, else the one that waits longest. */
function nextPull(view: View, nodeName: string): ImagePull | undefined {
  const pulls = view.by('pullsByNode', nodeName).map((key) => must(view.get('ImagePull', key), `pull ${key}`));
  const underWay = pulls.find((pull) => pull.state === 'pulling');
  return underWay ?? pulls.sort((a, b) => a.requestedTick - b.requestedTick || byCodeUnit(a.key, b.key))[0];
}

/** Asks the registry what the reference means and what of it is missing here. True when the pull is under way. */
function beginPull(world: World, pull: ImagePull): boolean {
  if (!isRegistryAvailable(world)) return abandon(world, pull);
  const digest = resolveReference(world, pull.reference);
  const image = digest === undefined ? undefined : world.get('Image', digest);
  if (!image) {
    failPull(world, pull, 'NotFound');
    return false;
  }
  const cache = cacheOf(world, pull.nodeName);
  const seen = new Set<string>();
  const layers = image.layers.flatMap(({ digest: layer, bytes }) => {
    if (cache.layers[layer] !== undefined || seen.has(layer)) return [];
    seen.add(layer);
    return [{ digest: layer, bytes }];
  });
  const begun: ImagePull = { ...pull, digest: image.key, layers, state: 'pulling', startedTick: world.tick };
  world.put({ ...begun, layerDoneTick: arrivalTick(world, begun, 0) });
  return true;
}

/** When the layer of that index is here: the road carries one byte after the other. At least a tick, for the manifest. */
function arrivalTick(view: View, pull: ImagePull, index: number): number {
  const bytes = pull.layers.slice(0, index + 1).reduce((sum, layer) => sum + layer.bytes, 0);
  const ticks = Math.max(1, ceilDiv(bytes, settingsOf(view).nodeBandwidthBytesPerTick));
  return must(pull.startedTick, 'startedTick') + ticks;
}

/** Takes in what has arrived by now. True while more is on its way. */
function advancePull(world: World, pull: ImagePull): boolean {
  if (!isRegistryAvailable(world)) return abandon(world, pull);
  let { arrived } = pull;
  const before = cacheOf(world, pull.nodeName);
  const layers = { ...before.layers };
  if (world.tick < must(pull.layerDoneTick, 'layerDoneTick')) return true;
  while (arrived < pull.layers.length && world.tick >= arrivalTick(world, pull, arrived)) {
    const layer = must(pull.layers[arrived], `layer ${arrived}`);
    layers[layer.digest] = { bytes: layer.bytes };
    arrived += 1;
  }
  const cache = { ...before, layers };
  if (arrived < pull.layers.length) {
    world.put(cache);
    world.put({ ...pull, arrived, layerDoneTick: arrivalTick(world, pull, arrived) });
    return true;
  }
  const layersOfImage = world.get('Image', pull.digest)?.layers ?? pull.layers;
  const sizeBytes = layersOfImage.reduce((sum, layer) => sum + layer.bytes, 0);
  const image = { digest: pull.digest, pulledTick: world.tick, sizeBytes };
  world.put({ ...cache, images: { ...cache.images, [pull.reference]: image } });
  settlePull(world, pull, sizeBytes);
  return false;
}

/** The registry does not answer. What has arrived stays; the rest is given up. */
function abandon(world: World, pull: ImagePull): boolean {
  failPull(world, pull, 'Unavailable');
  return false;
}

function cacheOf(view: View, nodeName: string): ImageCache {
  return must(view.get('ImageCache', nodeName), `image cache of ${nodeName}`);
}
