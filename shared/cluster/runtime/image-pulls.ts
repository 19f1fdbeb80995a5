/** Image pulls: one at a time on each node, or side by side, layer by layer, as fast as its road to the registry is wide. */
import { must } from '../../base/assert.ts';
import { byCodeUnit } from '../../base/order.ts';
import { isRuntimeUp } from '../../api/world/machine.ts';
import type { ImageCache, ImagePull } from '../../api/world/node-store.ts';
import type { View } from '../../store/store.ts';
import { takePullToken } from '../kubelet/images/pull-limit.ts';
import { kubeletSettingsOf } from '../kubelet/settings.ts';
import { kubeletStateOf } from '../kubelet/kubelet-state.ts';
import { reflex } from '../loop.ts';
import { isPhysics } from '../processes.ts';
import { isPullLimitReached, recordPullBegin } from '../registry/records.ts';
import { resolveReference } from '../registry/reference.ts';
import { settingsOf, type World } from '../world.ts';
import { arrivalTick } from './arrival.ts';
import { settlePull, failPull } from './pull-results.ts';

export function isRegistryAvailable(view: View): boolean {
  return view.get('Registry', 'registry')?.available !== false;
}

export const imagePulls = reflex({
  name: 'image-pulls',
  process: isPhysics,
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
    const machine = world.get('Machine', nodeName);
    if (machine?.power !== 'on') return;
    if (!isRuntimeUp(machine)) {
      for (const pull of pullsOf(world, nodeName)) failPull(world, pull, 'NoRuntime');
      return;
    }
    for (const pull of pullsOf(world, nodeName)) if (pull.state === 'pulling') advancePull(world, pull);
    for (let pull = nextPull(world, nodeName); pull; pull = nextPull(world, nodeName)) beginPull(world, pull);
  },
});

function pullsOf(view: View, nodeName: string): readonly ImagePull[] {
  return view.by('pullsByNode', nodeName).map((key) => must(view.get('ImagePull', key), `pull ${key}`));
}

/** The one that waits longest, if another may begin. */
function nextPull(view: View, nodeName: string): ImagePull | undefined {
  const { serializeImagePulls, maxParallelImagePulls } = kubeletSettingsOf(view, nodeName);
  const most = serializeImagePulls ? 1 : (maxParallelImagePulls ?? Number.POSITIVE_INFINITY);
  const pulls = pullsOf(view, nodeName);
  const waiting = pulls.filter((pull) => pull.state === 'queued');
  if (pulls.length - waiting.length >= most) return undefined;
  return waiting.sort((a, b) => a.requestedTick - b.requestedTick || byCodeUnit(a.key, b.key))[0];
}

/** Asks the registry what the reference means and what of it is missing here. */
function beginPull(world: World, pull: ImagePull): void {
  const pullTokens = takePullToken(
    kubeletStateOf(world, pull.nodeName).pullTokens,
    world.tick,
    kubeletSettingsOf(world, pull.nodeName),
  );
  if (pullTokens === null) {
    failPull(world, pull, 'Throttled');
    return;
  }
  world.put({ ...kubeletStateOf(world, pull.nodeName), pullTokens });
  if (!isRegistryAvailable(world)) {
    failPull(world, pull, 'Unavailable');
    return;
  }
  const digest = resolveReference(world, pull.reference);
  const image = digest === undefined ? undefined : world.get('Image', digest);
  if (!image) {
    failPull(world, pull, 'NotFound');
    return;
  }
  if (isPullLimitReached(world)) {
    failPull(world, pull, 'TooManyRequests');
    return;
  }
  recordPullBegin(world, pull, image.key);
  if (world.get('Quarantine', image.key)) {
    failPull(world, pull, 'Quarantined');
    return;
  }
  const cache = cacheOf(world, pull.nodeName);
  const seen = new Set<string>();
  const layers = image.layers.flatMap(({ digest: layer, bytes }) => {
    if (cache.layers[layer] !== undefined || seen.has(layer)) return [];
    seen.add(layer);
    return [{ digest: layer, bytes }];
  });
  const bytesPerTick = settingsOf(world).nodeBandwidthBytesPerTick;
  const begun: ImagePull = {
    ...pull,
    digest: image.key,
    layers,
    state: 'pulling',
    startedTick: world.tick,
    receivedBytes: 0,
    sinceTick: world.tick,
    bytesPerTick,
  };
  world.put({ ...begun, layerDoneTick: arrivalTick(begun, 0) });
}

/** Takes in what has arrived by now. */
function advancePull(world: World, pull: ImagePull): void {
  if (!isRegistryAvailable(world)) {
    failPull(world, pull, 'Unavailable');
    return;
  }
  let { arrived } = pull;
  const before = cacheOf(world, pull.nodeName);
  const layers = { ...before.layers };
  if (world.tick < must(pull.layerDoneTick, 'layerDoneTick')) return;
  while (arrived < pull.layers.length && world.tick >= arrivalTick(pull, arrived)) {
    const layer = must(pull.layers[arrived], `layer ${arrived}`);
    const blob = world.get('Blob', layer.digest);
    if (!blob || blob.corrupted) {
      // What came before it is kept, and need not come again.
      world.put({ ...before, layers });
      failPull(world, { ...pull, arrived }, blob ? 'DigestMismatch' : 'BlobUnknown');
      return;
    }
    layers[layer.digest] = { bytes: layer.bytes };
    arrived += 1;
  }
  const cache = { ...before, layers };
  if (arrived < pull.layers.length) {
    world.put(cache);
    world.put({ ...pull, arrived, layerDoneTick: arrivalTick(pull, arrived) });
    return;
  }
  const layersOfImage = world.get('Image', pull.digest)?.layers ?? pull.layers;
  const sizeBytes = layersOfImage.reduce((sum, layer) => sum + layer.bytes, 0);
  const image = { digest: pull.digest, pulledTick: world.tick, lastUsedTick: world.tick, sizeBytes };
  world.put({ ...cache, images: { ...cache.images, [pull.reference]: image } });
  settlePull(world, pull, sizeBytes);
}

function cacheOf(view: View, nodeName: string): ImageCache {
  return must(view.get('ImageCache', nodeName), `image cache of ${nodeName}`);
}
