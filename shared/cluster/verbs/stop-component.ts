/** stopComponent: stops one of the town hall's processes, or a member of etcd, so that the class sees what follows. */
import { z } from 'zod';
import { failure, notFound } from '../../api/status.ts';
import { stopComponentNow } from '../plane/stop.ts';
import { clusterKey } from './fields.ts';
import { defineVerb } from './verb.ts';

export const stopComponent = defineVerb({
  door: 'machine',
  schema: z.strictObject({ verb: z.literal('stopComponent'), component: clusterKey }),
  apply: (world, { component: name }) => {
    const component = world.get('PlaneProcess', name) ?? world.get('EtcdMember', name);
    if (!component) return notFound('component', name);
    if (component.state === 'stopped') {
      return failure('Conflict', 'componentStopped', `"${name}" is stopped already`, { name });
    }
    stopComponentNow(world, name);
    return null;
  },
});
