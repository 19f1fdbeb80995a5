/** collectRegistryGarbage: the keeper clears the shelves of what no manifest holds, and of layers that went bad. */
import { z } from 'zod';
import { failure } from '../../api/status.ts';
import { recordWorldEvent } from '../api-server/events.ts';
import { registryOf } from '../registry/availability.ts';
import { registryGarbage } from '../registry/garbage.ts';
import { settingsOf } from '../world.ts';
import { defineVerb } from './verb.ts';

export const collectRegistryGarbage = defineVerb({
  door: 'machine',
  schema: z.strictObject({ verb: z.literal('collectRegistryGarbage') }),
  apply: (world) => {
    // A layer that arrives just now is held by no manifest yet: the real one has to be closed to writers, too.
    if (world.by('runningPushes', '').length > 0) {
      return failure('Conflict', 'registryBusy', 'garbage collection needs a registry without uploads', {});
    }
    const { revisions, blobs, freedBytes } = registryGarbage(world, settingsOf(world).registryNamespace);
    const { junkBytes = 0, ...registry } = registryOf(world);
    if (revisions.length + blobs.length === 0 && junkBytes === 0) {
      return failure('Conflict', 'noRegistryGarbage', '0 blobs eligible for deletion', {});
    }
    for (const key of revisions) world.remove('Revision', key);
    for (const key of blobs) world.remove('Blob', key);
    world.put(registry);
    recordWorldEvent(world, 'Registry', registry, {
      type: 'Normal',
      reason: 'GarbageCollected',
      message: `${blobs.length} blobs and ${revisions.length} manifests eligible for deletion`,
      details: { blobs: blobs.length, manifests: revisions.length, bytes: freedBytes + junkBytes },
      source: 'registry',
    });
    return null;
  },
});
