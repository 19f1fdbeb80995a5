/** backupEtcd: copies the ledger as it stands (etcdctl snapshot save). */
import { z } from 'zod';
import { actorName } from '../actor-name.ts';
import { takeBackup } from '../etcd/backups.ts';
import { refuseEtcdctl } from '../etcd/etcdctl.ts';
import { defineVerb } from './verb.ts';

export const backupEtcd = defineVerb({
  door: 'machine',
  schema: z.strictObject({ verb: z.literal('backupEtcd') }),
  apply: (world, _verb, actor) => {
    const refusal = refuseEtcdctl(world);
    if (refusal) return refusal;
    takeBackup(world, actorName(actor));
    return null;
  },
});
