/** removeTenants: clears a host of its virtual machines or of its containers (`virsh undefine`, `docker rm -f`). */
import { z } from 'zod';
import { failure, notFound } from '../../api/status.ts';
import { containersOn } from '../hosts/race.ts';
import { recordHostPullEnds } from '../registry/records.ts';
import { hostName } from './fields.ts';
import { defineVerb } from './verb.ts';

export const removeTenants = defineVerb({
  door: 'machine',
  schema: z.strictObject({ verb: z.literal('removeTenants'), host: hostName, tenants: z.enum(['vm', 'container']) }),
  apply: (world, { host, tenants }) => {
    if (!world.get('Host', host)) return notFound('hosts', host);
    const kind = tenants === 'vm' ? 'VirtualMachine' : 'HostContainer';
    const keys = world.by(tenants === 'vm' ? 'virtualMachinesByHost' : 'hostContainersByHost', host);
    if (keys.length === 0)
      return failure('Conflict', 'hostEmpty', `nothing of that kind is on host "${host}"`, { host });
    if (tenants === 'container') recordHostPullEnds(world, containersOn(world, host), 'Cancelled');
    for (const key of keys) world.remove(kind, key);
    return null;
  },
});
