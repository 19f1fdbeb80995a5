/** collectImages: the kubelet lets go of images that nobody uses: as many as a full disk needs, or all of them. */
import { z } from 'zod';
import { failure, notFound } from '../../api/status.ts';
import { starvingThreshold } from '../kubelet/eviction/candidates.ts';
import { tellOfReclaiming } from '../kubelet/eviction/tell.ts';
import { gcPlanOf, unusedImages, withoutImages } from '../kubelet/images/cached-images.ts';
import type { ImageGcPlan } from '../kubelet/images/image-gc.ts';
import { kubeletStateOf } from '../kubelet/kubelet-state.ts';
import { tellOfNode } from '../kubelet/kubelet-events.ts';
import { refuseWithoutRuntime } from '../kubelet/lookup.ts';
import type { World } from '../world.ts';
import { nodeName } from './fields.ts';
import { defineVerb } from './verb.ts';

export const collectImages = defineVerb({
  door: 'machine',
  schema: z.strictObject({
    verb: z.literal('collectImages'),
    node: nodeName,
    /** All that nobody uses, however much room there is. */
    unused: z.boolean().optional(),
  }),
  nodeOf: (_view, { node }) => node,
  apply: (world, { node, unused = false }) => {
    const off = refuseWithoutRuntime(world, node);
    if (off) return off;
    const cache = world.get('ImageCache', node);
    if (!cache) return notFound('node', node);
    const plan = gcPlanOf(world, node);
    const deleted = unused ? unusedImages(world, node) : plan.deleted;
    if (deleted.length === 0 && (unused || plan.warning === null)) {
      return failure('Conflict', 'noImagesToCollect', `no image on "${node}" has to go`, { node });
    }
    const threshold = unused ? starvingThreshold(world, node) : undefined;
    if (threshold) tellOfReclaiming(world, node, threshold);
    world.put(withoutImages(world, cache, deleted));
    world.put({ ...kubeletStateOf(world, node), imageGcTick: world.tick });
    if (!unused && plan.warning !== null) tellOfFullDisk(world, node, plan);
    return null;
  },
});

function tellOfFullDisk(world: World, node: string, { wantedBytes, freedBytes }: ImageGcPlan): void {
  const message = `Failed to garbage collect required amount of images. Attempted to free ${wantedBytes} bytes, but only found ${freedBytes} bytes eligible to free.`;
  const details = { name: node, wantedBytes, freedBytes };
  tellOfNode(world, node, {
    type: 'Warning',
    reason: 'FreeDiskSpaceFailed',
    message,
    details,
  });
}
