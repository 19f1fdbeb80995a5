/** What is simplified in this area: its SPEC.md’s marks, in words for players. */
import type { Simplification } from '../entry.ts';

export const sight: readonly Simplification[] = [
  {
    rule: 'SIGHT-1',
    mark: "simplified: the proxies in touch are one process; kubectl's drain runs in the controller manager",
    en: 'All proxies in touch are one process; draining runs in the controller manager.',
    zh: '连得上的代理算一个进程；清空节点由 controller manager 来做。',
  },
  {
    rule: 'SIGHT-2',
    mark: 'exact (an ordered watch gives a prefix of history); simplified: the bundles',
    en: 'News of a late watch comes in bundles.',
    zh: '迟到的消息成批到达。',
  },
  {
    rule: 'SIGHT-3',
    mark: 'simplified: the kinds',
    en: 'Which kinds each process watches is fixed.',
    zh: '每个进程关注哪些种类是固定的。',
  },
  {
    rule: 'SIGHT-4',
    mark: 'exact; simplified: without the back-off of the work queues',
    en: 'A loop that was refused asks again each second.',
    zh: '被拒的循环每秒再试一次。',
  },
  {
    rule: 'SIGHT-5',
    mark: 'exact; simplified: a verb is one request, all or nothing',
    en: 'A verb is one request: all of it is done, or nothing.',
    zh: '一个动词就是一个请求：要么全做，要么不做。',
  },
  {
    rule: 'SIGHT-6',
    mark: 'exact; the teacher: metaphor',
    en: 'A player’s verb is done by what the seat’s process sees; the teacher, the projector and the town show the truth.',
    zh: '玩家的动词按席位进程所看到的来执行；老师、投影和小镇画面显示的是真实情况。',
  },
  {
    rule: 'SIGHT-7',
    mark: 'exact (ControllerExpectations); simplified: it goes on with what it expects instead of waiting',
    en: 'A controller goes on with what it expects instead of waiting for its watch.',
    zh: '控制器按预期继续做，不等消息到来。',
  },
  {
    rule: 'SIGHT-11',
    mark: 'exact; simplified: the times; a standby has listed everything when it takes over',
    en: 'How long a process takes to start and to list everything is fixed, and a standby is ready when it takes over.',
    zh: '进程启动、清点一切要多久是固定的；待命的接手时已经清点完毕。',
  },
  {
    rule: 'SIGHT-14',
    mark: "simplified: the kubelet's log line",
    en: 'That a watcher has to list everything again is told as an Event; a real kubelet only writes it into its log.',
    zh: '观察者需要重新清点全部对象时，这里会报一个事件；真实的 kubelet 只写进自己的日志。',
  },
];
