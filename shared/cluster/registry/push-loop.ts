/** Pushes in progress: layer after layer reaches the registry; with the last one the tag is published. */
import { must } from '../../base/assert.ts';
import { shortDigest } from '../../base/sha256.ts';
import type { Push } from '../../api/world/build.ts';
import { recordWorldEvent } from '../api-server/events.ts';
import { reflex } from '../loop.ts';
import { isPhysics } from '../processes.ts';
import { settingsOf, type World } from '../world.ts';
import { isRegistryAvailable } from './availability.ts';
import { freeBytes } from './disk.ts';
import { publishImage } from './publish.ts';
import { isTagFixed } from './immutable-tags.ts';
import { familiarText } from './reference.ts';

/** Finished pushes that are remembered for the panel. */
const PUSHES_KEPT = 20;

const FAILURES = {
  RegistryUnavailable: 'received unexpected HTTP status: 503 Service Unavailable',
  RegistryFull: 'received unexpected HTTP status: 500 Internal Server Error',
  TagImmutable: 'tag invalid: the tag exists already and cannot be overwritten because the repository is immutable',
} as const;

export const pushLoop = reflex({
  name: 'pushes',
  process: isPhysics,
  watches: { Registry: (_change, view) => view.by('runningPushes', '') },
  deadlines: {
    Push: ({ state, layers, doneTick, key }) =>
      state === 'running' ? [...layers.map((layer) => layer.doneTick), doneTick].map((tick) => ({ tick, key })) : [],
  },
  keys: (view) => view.by('runningPushes', ''),
  run: (world, key) => {
    const push = world.get('Push', key);
    if (push?.state !== 'running') return;
    if (!isRegistryAvailable(world)) {
      fail(world, push, 'RegistryUnavailable');
      return;
    }
    // What has arrived stays, so that a push that fails later need not send it again.
    for (const { doneTick, digest, bytes } of push.layers) {
      if (doneTick > world.tick || world.get('Blob', digest)) continue;
      if (bytes > freeBytes(world)) {
        fail(world, push, 'RegistryFull');
        return;
      }
      world.put({ kind: 'Blob', key: digest, bytes });
    }
    if (push.doneTick > world.tick) return;
    // The tag may have come to stand there while the layers travelled.
    if (isTagFixed(world, push.reference, push.digest)) fail(world, push, 'TagImmutable');
    else finish(world, push);
  },
});

function finish(world: World, push: Push): void {
  const done: Push = { ...push, state: 'done' };
  world.put(done);
  publishImage(world, {
    image: must(world.get('Image', push.digest), 'image that was pushed'),
    reference: push.reference,
    namespace: settingsOf(world).registryNamespace,
    by: push.by,
  });
  const { length: layers } = push.layers;
  recordWorldEvent(world, 'Push', done, {
    type: 'Normal',
    reason: 'Pushed',
    message: `digest: ${push.digest}`,
    details: {
      image: familiarText(push.reference),
      digest: shortDigest(push.digest),
      layers,
      skipped: push.layers.filter((layer) => layer.exists).length,
    },
    source: 'docker',
  });
  forgetOldPushes(world);
}

function fail(world: World, push: Push, reason: keyof typeof FAILURES): void {
  const failed: Push = { ...push, state: 'failed', doneTick: world.tick, reason };
  world.put(failed);
  recordWorldEvent(world, 'Push', failed, {
    type: 'Warning',
    reason: 'PushFailed',
    message: FAILURES[reason],
    details: { image: familiarText(push.reference), reason },
    source: 'docker',
  });
  forgetOldPushes(world);
}

function forgetOldPushes(world: World): void {
  const ended = world
    .keys('Push')
    .flatMap((key) => world.get('Push', key) ?? [])
    .filter(({ state }) => state !== 'running')
    .sort((a, b) => a.doneTick - b.doneTick);
  for (const { key } of ended.slice(0, Math.max(0, ended.length - PUSHES_KEPT))) world.remove('Push', key);
}
