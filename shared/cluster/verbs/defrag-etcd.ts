/** defragEtcd: gives the disk back what compaction freed inside the file (etcdctl defrag). */
import { z } from 'zod';
import { refuseEtcdctl } from '../etcd/etcdctl.ts';
import { etcdOf } from '../etcd/members.ts';
import { bytesInUse } from '../etcd/size.ts';
import { defineVerb } from './verb.ts';

export const defragEtcd = defineVerb({
  door: 'machine',
  schema: z.strictObject({ verb: z.literal('defragEtcd') }),
  apply: (world) => {
    const refusal = refuseEtcdctl(world);
    if (refusal) return refusal;
    world.put({ ...etcdOf(world), fileBytes: bytesInUse(world) });
    return null;
  },
});
