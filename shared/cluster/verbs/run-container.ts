/** runContainer: starts containers on a host (`docker run --restart unless-stopped`): pulled once, sharing the kernel. */
import { z } from 'zod';
import { failure } from '../../api/status.ts';
import { fitting, freeKeys, isStatus, readOrder } from '../hosts/order.ts';
import { sizeOfContainer } from '../hosts/sizes.ts';
import { pulledTick } from '../hosts/stages.ts';
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
    const fit = fitting(world, order, size, count);
    if (typeof fit !== 'number') return fit;
    const doneTick = pulledTick(world, order.host, order.image);
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
