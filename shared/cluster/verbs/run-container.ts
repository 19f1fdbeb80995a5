/** runContainer: starts containers on a host (`docker run --restart unless-stopped`): pulled once, sharing the kernel. */
import { z } from 'zod';
import { failure } from '../../api/status.ts';
import { fitting, freeKeys, isStatus, missingLayers, readOrder, type Ordered } from '../hosts/order.ts';
import { sizeOfContainer } from '../hosts/sizes.ts';
import { pulledTick, sharedPullTick } from '../hosts/stages.ts';
import { recordPullBegin } from '../registry/records.ts';
import type { World } from '../world.ts';
import { hostName, imageReference } from './fields.ts';
import { defineVerb } from './verb.ts';

const MOST = 1000;

export const runContainer = defineVerb({
  door: 'machine',
  schema: z.strictObject({
    verb: z.literal('runContainer'),
    host: hostName,
    image: imageReference,
    count: z.int().min(1).max(MOST),
  }),
  apply: (world, { host: name, image: text, count }) => {
    const order = readOrder(world, name, text);
    if (isStatus(order)) return order;
    if (order.host.kernel !== 'up') {
      return failure('Conflict', 'hostKernelPanic', `the kernel of host "${name}" has panicked`, { host: name });
    }
    const size = sizeOfContainer(order.image);
    const fit = fitting(world, order, size, count, order.image.layers);
    if (typeof fit !== 'number') return fit;
    const doneTick = sharedPullTick(world, order.host, order.image) ?? pull(world, order);
    for (const key of freeKeys(world.by('hostContainersByHost', name), name, 'c', fit)) {
      world.put({
        kind: 'HostContainer',
        key,
        host: name,
        image: order.reference,
        digest: order.image.key,
        state: 'pulling',
        sinceTick: world.tick,
        doneTick,
        orderedTick: world.tick,
        firstAnswerTicks: null,
        ...size,
      });
    }
    return null;
  },
});

/** At once where the host lacks nothing; else the registry's book has it. */
function pull(world: World, { host, image, reference }: Ordered): number {
  const missing = missingLayers(host, image);
  if (missing.length > 0) recordPullBegin(world, { nodeName: host.key, reference }, image.key);
  return pulledTick(world, missing);
}
