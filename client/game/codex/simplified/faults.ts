/** What is simplified in this area: its SPEC.md’s marks, in words for players. */
import type { Simplification } from '../entry.ts';

export const faults: readonly Simplification[] = [
  {
    rule: 'FAULT-19',
    mark: "simplified: the kernel's OOM killer does not choose them.",
    en: 'The kernel’s own OOM killer does not choose stray processes.',
    zh: '内核的 OOM 机制不会挑中游离的进程。',
  },
];
