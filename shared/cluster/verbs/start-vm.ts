/** startVm: orders virtual machines on a host (`virt-install`): each gets a disk of its own and boots its own kernel. */
import { z } from 'zod';
import { fitting, freeKeys, isStatus, readOrder } from '../hosts/order.ts';
import { sizeOfVm } from '../hosts/sizes.ts';
import { copiedTick } from '../hosts/stages.ts';
import { hostName, imageReference } from './fields.ts';
import { defineVerb } from './verb.ts';

const MOST = 100;

export const startVm = defineVerb({
  door: 'machine',
  schema: z.strictObject({
    verb: z.literal('startVm'),
    host: hostName,
    image: imageReference,
    count: z.int().min(1).max(MOST),
  }),
  apply: (world, { host: name, image: text, count }) => {
    const order = readOrder(world, name, text);
    if (isStatus(order)) return order;
    const size = sizeOfVm(order.image);
    const fit = fitting(world, order, size, count);
    if (typeof fit !== 'number') return fit;
    for (const key of freeKeys(world.by('virtualMachinesByHost', name), name, 'vm', fit)) {
      world.put({
        kind: 'VirtualMachine',
        key,
        host: name,
        image: order.reference,
        digest: order.image.key,
        state: 'copying',
        sinceTick: world.tick,
        doneTick: copiedTick(world),
        orderedTick: world.tick,
        firstAnswerTicks: null,
        ...size,
      });
    }
    return null;
  },
});
