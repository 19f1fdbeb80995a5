/** What is simplified in this area: its SPEC.md’s marks, in words for players. */
import type { Simplification } from '../entry.ts';

export const belongings: readonly Simplification[] = [
  {
    rule: 'BELONG-4',
    mark: 'exact; simplified: its storage is there at once, is reached from every node, and never fills',
    en: 'A claim’s storage is there at once, is reached from every node, and never fills.',
    zh: '持久卷立刻就有，哪个节点都能用，也装不满。',
  },
  {
    rule: 'BELONG-5',
    mark: 'exact in kind; simplified: nothing fails to write',
    en: 'Nothing fails to write on a read-only mount.',
    zh: '写只读挂载不会报错。',
  },
  {
    rule: 'BELONG-8',
    mark: 'exact (pvc-protection); simplified: the real scheduler does not even bind them',
    en: 'A new pod whose claim is being deleted is bound, and then waits at its node.',
    zh: '申请正在删除时，新的小院先被分配，再在节点上等。',
  },
];
