/** What is simplified in this area: its SPEC.md’s marks, in words for players. */
import type { Simplification } from '../entry.ts';

export const traffic: readonly Simplification[] = [
  {
    rule: 'TRAF-2',
    mark: 'simplified: iptables picks at random, we take the mean',
    en: 'Visitors are spread evenly; real packet rules draw lots.',
    zh: '访客平均分配；真实的转发规则是随机抽的。',
  },
  {
    rule: 'TRAF-3',
    mark: 'simplified',
    en: 'Why a visitor is lost is one of a few reasons.',
    zh: '访客流失只有几种原因。',
  },
  {
    rule: 'TRAF-4',
    mark: 'metaphor',
    en: 'How many visitors a program can serve is written in its house.',
    zh: '程序一秒能接待多少访客，写在房子里。',
  },
  {
    rule: 'CALL-4',
    mark: "simplified: they take no room from the callee's visitors",
    en: 'Calls between services take no room from visitors.',
    zh: '服务之间的调用不占访客的名额。',
  },
];
