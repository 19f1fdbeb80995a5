/** rebootVm: resets one virtual machine. Its own kernel boots anew; its neighbours do not notice. */
import { z } from 'zod';
import { failure, notFound } from '../../api/status.ts';
import { bootVm } from '../hosts/stages.ts';
import { tenantKey } from './fields.ts';
import { defineVerb } from './verb.ts';

export const rebootVm = defineVerb({
  door: 'machine',
  schema: z.strictObject({ verb: z.literal('rebootVm'), vm: tenantKey }),
  apply: (world, { vm: key }) => {
    const vm = world.get('VirtualMachine', key);
    if (!vm) return notFound('virtualmachines', key);
    if (vm.doneTick !== null) {
      const seconds = vm.doneTick - world.tick;
      return failure('Conflict', 'vmComingUp', `"${key}" is coming up: ${seconds}s left`, { vm: key, seconds });
    }
    if (world.get('Host', vm.host)?.power !== 'on') {
      return failure('Conflict', 'hostNoPower', `host "${vm.host}" is not up`, { host: vm.host });
    }
    world.put(bootVm(world, vm));
    return null;
  },
});
