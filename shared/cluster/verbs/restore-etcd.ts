/** restoreEtcd: fills all members from a backup (etcdutl snapshot restore). It needs no quorum: it makes a new one. */
import { z } from 'zod';
import { failure, notFound } from '../../api/status.ts';
import { etcdOf } from '../etcd/members.ts';
import { beginRestore } from '../etcd/restore.ts';
import { clusterKey } from './fields.ts';
import { defineVerb } from './verb.ts';

export const restoreEtcd = defineVerb({
  door: 'machine',
  schema: z.strictObject({ verb: z.literal('restoreEtcd'), backup: clusterKey }),
  apply: (world, { backup }) => {
    if (!world.get('EtcdBackup', backup)) return notFound('backup', backup);
    if (etcdOf(world).restore !== null) {
      return failure('Conflict', 'etcdRestoring', 'etcd is being restored from a backup', {});
    }
    beginRestore(world, backup);
    return null;
  },
});
