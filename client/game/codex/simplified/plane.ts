/** What is simplified in this area: its SPEC.md’s marks, in words for players. */
import type { Simplification } from '../entry.ts';

export const plane: readonly Simplification[] = [
  {
    rule: 'APISRV-1',
    mark: 'exact; simplified: what would have been told as an Event meanwhile is lost (the real recorder tries for two minutes)',
    en: 'What would have been told as an event while the business hall is shut is lost.',
    zh: '营业厅关门期间本该记下的事件就丢了。',
  },
  {
    rule: 'APISRV-4',
    mark: 'simplified: who asks never meets one that is down',
    en: 'Who asks never meets an API server that is down while another runs.',
    zh: '只要有一台 API server 在，请求就不会碰到坏的那台。',
  },
  {
    rule: 'APISRV-5',
    mark: 'simplified: a request holds its seat for 10 ms; within a level there are no queues; only writes are counted, reading is done by watches',
    en: 'Every request holds its seat for 10 ms, and there are no queues within a level.',
    zh: '每个请求占座 10 毫秒，同一级别里不排队。',
  },
  {
    rule: 'APISRV-6',
    mark: 'simplified: tries that fall into one tick are one: 1, 2, 3, 6, 11, ... ticks',
    en: 'Tries that fall into the same second are one.',
    zh: '落在同一秒里的重试算一次。',
  },
  {
    rule: 'LEADER-1',
    mark: 'exact; simplified: of several standbys the first in name',
    en: 'Of several standbys the first by name takes over.',
    zh: '几个待命者里，名字排最前的接任。',
  },
];
