/** What is simplified in this area: its SPEC.md’s marks, in words for players. */
import type { Simplification } from '../entry.ts';

export const network: readonly Simplification[] = [
  {
    rule: 'NET-2',
    mark: 'simplified: minSyncPeriod 1 s; real proxies sync each in its own second',
    en: 'All proxies that are in touch change their rules in the same second.',
    zh: '连得上的代理都在同一秒更新规则。',
  },
  {
    rule: 'NET-5',
    mark: "metaphor: a load balancer's health check",
    en: 'A load balancer in front of the town shares visitors out evenly and checks the machines.',
    zh: '镇外有个负载均衡器，平均分配访客，并检查机器。',
  },
  {
    rule: 'NET-6',
    mark: 'simplified',
    en: 'A cut road to the town hall does not stop visitors.',
    zh: '通往镇公所的路断了，访客照样能来。',
  },
  {
    rule: 'DNS-2',
    mark: 'simplified: when it asks follows from the clock; what it could not find it looks for again at once',
    en: 'When a program asks for an address again follows from the clock.',
    zh: '程序什么时候再查地址，由时钟决定。',
  },
  {
    rule: 'DNS-5',
    mark: 'simplified: no pods of its own',
    en: 'The name server is one machine of its own, without pods.',
    zh: '名字服务器是单独一台机器，没有 Pod。',
  },
];
