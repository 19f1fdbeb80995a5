/** What is simplified in this area: its SPEC.md’s marks, in words for players. */
import type { Simplification } from '../entry.ts';

export const causes: readonly Simplification[] = [
  {
    rule: 'CAUSE-5',
    mark: 'simplified: two outages at the same time share a command that may be meant for either',
    en: 'Two outages at the same time share a command that may be meant for either.',
    zh: '同时发生的两次中断，会共用一条可能针对任一方的命令。',
  },
];
