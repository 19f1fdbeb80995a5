/** disarmEtcd: takes the NOSPACE alarm back (etcdctl alarm disarm). Where there is still no space it goes off again. */
import { z } from 'zod';
import { failure } from '../../api/status.ts';
import { refuseEtcdctl } from '../etcd/etcdctl.ts';
import { etcdOf } from '../etcd/members.ts';
import { defineVerb } from './verb.ts';

export const disarmEtcd = defineVerb({
  door: 'machine',
  schema: z.strictObject({ verb: z.literal('disarmEtcd') }),
  apply: (world) => {
    const refusal = refuseEtcdctl(world);
    if (refusal) return refusal;
    const etcd = etcdOf(world);
    if (!etcd.noSpace) return failure('Conflict', 'noAlarm', 'no alarm is armed', {});
    world.put({ ...etcd, noSpace: false, measureTick: world.tick + 1 });
    return null;
  },
});
