/** What is simplified in this area: its SPEC.md’s marks, in words for players. */
import type { Simplification } from '../entry.ts';

export const logging: readonly Simplification[] = [
  {
    rule: 'LOG-1',
    mark: 'metaphor: a sample stands for an access log',
    en: 'A log holds samples instead of every request.',
    zh: '日志只记样本，不记每个请求。',
  },
  { rule: 'LOG-3', mark: 'simplified', en: 'Every request writes 160 bytes.', zh: '每个请求写 160 字节。' },
  {
    rule: 'LOG-5',
    mark: 'simplified: one log store, beside the town hall',
    en: 'There is one log store, and it never fails.',
    zh: '日志库只有一个，而且从不出错。',
  },
  {
    rule: 'LOG-6',
    mark: 'simplified: Fluentd counts bytes',
    en: 'A collector’s buffer is measured in lines.',
    zh: '收集器的缓冲按行数算。',
  },
  {
    rule: 'LOG-11',
    mark: 'simplified',
    en: 'The log store is back 10 s after its restart, with all that it had.',
    zh: '日志库重启后 10 秒恢复，原有的都在。',
  },
];
