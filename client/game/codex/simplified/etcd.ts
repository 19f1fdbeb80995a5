/** What is simplified in this area: its SPEC.md’s marks, in words for players. */
import type { Simplification } from '../entry.ts';

export const etcd: readonly Simplification[] = [
  {
    rule: 'ETCD-2',
    mark: 'simplified: one vote, no split ones',
    en: 'Of an election there is one vote, and no split ones.',
    zh: '选举只投一轮票，不会分票。',
  },
  {
    rule: 'ETCD-3',
    mark: 'exact; simplified: 2,000 revisions or 16 MiB a tick',
    en: 'A member that is behind catches up at 2,000 revisions or 16 MiB a second.',
    zh: '落后的成员每秒追上 2,000 个修订或 16 MiB。',
  },
  {
    rule: 'ETCD-4',
    mark: 'simplified',
    en: 'Where the majority needs a slow disk, one write in five seconds gets through.',
    zh: '多数派离不开慢盘时，每五秒才写成一次。',
  },
  {
    rule: 'ETCD-6',
    mark: "exact; simplified: measured every 10 s, at 2 KiB an object and 1 KiB a revision, and the store's one count of revisions counts the world's records too",
    en: 'The ledger’s size is reckoned every 10 s, at fixed sizes for objects and revisions.',
    zh: '账本大小每 10 秒估算一次，每个对象、每个修订按固定大小算。',
  },
  {
    rule: 'ETCD-7',
    mark: 'simplified: a real one can be taken from any single member',
    en: 'A backup is taken from the majority, not from any single member.',
    zh: '备份从多数派取，不能从任意一个成员取。',
  },
  {
    rule: 'ETCD-11',
    mark: 'simplified: a kubelet whose node is not in the ledger registers it at once (a real one when it is restarted); a node whose machine was given back is not put back; a pod that stands elsewhere than the backup says comes back as another one of its name',
    en: 'After a restore a kubelet makes its node known at once.',
    zh: '恢复账本后，kubelet 立刻重新登记自己的节点。',
  },
];
