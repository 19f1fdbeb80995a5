/** push: ships an image from the backpack to the registry, layer by layer. */
import { z } from 'zod';
import { must } from '../../base/assert.ts';
import { ceilDiv } from '../../base/integers.ts';
import { failure, type Status } from '../../api/status.ts';
import type { PushLayer } from '../../api/world/build.ts';
import type { Image } from '../../api/world/image.ts';
import type { View } from '../../store/store.ts';
import { actorName } from '../actor-name.ts';
import { refuseUpload } from '../registry/disk.ts';
import { isTagFixed } from '../registry/immutable-tags.ts';
import { mountSource } from '../registry/mounts.ts';
import { refuseForeign } from '../registry/ownership.ts';
import { normaliseReference, parseReference, repositoryOf } from '../registry/reference.ts';
import { settingsOf } from '../world.ts';
import { defineVerb } from './verb.ts';

export const push = defineVerb({
  door: 'machine',
  schema: z.strictObject({ verb: z.literal('push'), reference: z.string().min(1).max(255) }),
  apply: (world, { reference: text }, actor) => {
    const parsed = parseReference(text);
    if (parsed === null || parsed.digest !== null) {
      return failure('Invalid', 'tagInvalid', `invalid reference format: "${text}"`, { reference: text });
    }
    const reference = must(normaliseReference(text), 'a reference that was parsed');
    const local = world.get('LocalTag', reference);
    if (!local) {
      return failure('NotFound', 'imageNotLocal', `An image does not exist locally with the tag: ${text}`, {
        reference: text,
      });
    }
    const image = must(world.get('Image', local.digest), 'image of a local tag');
    const refusal =
      refuseForeign(world, parsed) ??
      refuseUpload(world, image) ??
      checkTag(world, reference, local.digest) ??
      checkIdle(world, reference);
    if (refusal) return refusal;
    const layers = layersToPush(world, image, repositoryOf(parsed));
    world.put({
      kind: 'Push',
      key: `${reference}@${world.tick}`,
      by: actorName(actor),
      reference,
      digest: local.digest,
      layers,
      startedTick: world.tick,
      doneTick: Math.max(world.tick + 1, layers.at(-1)?.doneTick ?? 0),
      state: 'running',
      reason: '',
    });
    return null;
  },
});

function checkTag(view: View, reference: string, digest: string): Status | null {
  if (!isTagFixed(view, reference, digest)) return null;
  const message = `tag invalid: the tag of ${reference} exists already and cannot be overwritten because the repository is immutable`;
  return failure('Conflict', 'tagImmutable', message, { reference });
}

function checkIdle(view: View, reference: string): Status | null {
  const isRunning = view.by('runningPushes', '').some((key) => view.get('Push', key)?.reference === reference);
  return isRunning ? failure('Conflict', 'alreadyPushing', `a push of ${reference} is running`, { reference }) : null;
}

/** One after the other over the builders' link. What the registry has already takes no time. */
function layersToPush(view: View, image: Image, repository: string): readonly PushLayer[] {
  const bandwidth = settingsOf(view).pushBandwidthBytesPerTick;
  const seen = new Set<string>();
  let sentBytes = 0;
  return image.layers
    .filter(({ digest }) => !seen.has(digest) && seen.add(digest))
    .map(({ digest, bytes }) => {
      const exists = view.get('Blob', digest) !== undefined;
      if (!exists) sentBytes += bytes;
      const mountedFrom = exists ? mountSource(view, digest, repository) : '';
      return { digest, bytes, exists, mountedFrom, doneTick: view.tick + ceilDiv(sentBytes, bandwidth) };
    });
}
