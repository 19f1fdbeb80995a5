/** compactEtcd: forgets all history before now (etcdctl compact). The file stays as large as it was. */
import { z } from 'zod';
import { failure } from '../../api/status.ts';
import { refuseEtcdctl } from '../etcd/etcdctl.ts';
import { etcdOf } from '../etcd/members.ts';
import { compacted, measured } from '../etcd/size.ts';
import { defineVerb } from './verb.ts';

export const compactEtcd = defineVerb({
  door: 'machine',
  schema: z.strictObject({ verb: z.literal('compactEtcd') }),
  apply: (world) => {
    const refusal = refuseEtcdctl(world);
    if (refusal) return refusal;
    const etcd = etcdOf(world);
    if (etcd.compactedRevision === world.revision) {
      const message = 'etcdserver: mvcc: required revision has been compacted';
      return failure('Conflict', 'alreadyCompacted', message, { revision: world.revision });
    }
    world.put(compacted(measured(world, etcd), world.revision));
    return null;
  },
});
