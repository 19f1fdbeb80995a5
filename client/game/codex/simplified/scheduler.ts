/** What is simplified in this area: its SPEC.md’s marks, in words for players. */
import type { Simplification } from '../entry.ts';

export const scheduler: readonly Simplification[] = [
  {
    rule: 'SCHED-5',
    mark: 'simplified: the real hints differ by plugin, and any deleted pod counts as help',
    en: 'What wakes a pod that was set aside is judged by few hints, and any deleted pod counts as help.',
    zh: '唤醒被搁置 Pod 的线索较少，任何 Pod 被删都算有帮助。',
  },
  {
    rule: 'SCHED-7',
    mark: 'simplified: the real scheduler takes pods out of back-off early when it is idle (SchedulerPopFromBackoffQ)',
    en: 'A back-off is always waited for, also when the scheduler is idle.',
    zh: '退避时间总要等完，调度器闲着也一样。',
  },
  {
    rule: 'SCHED-19',
    mark: 'exact; simplified: matchLabelKeys are read here, not merged by the API server',
    en: 'matchLabelKeys are read by the scheduler, not merged before.',
    zh: 'matchLabelKeys 由调度器直接读取，不事先合并。',
  },
  {
    rule: 'SCHED-25',
    mark: 'exact in number; simplified: where it begins is drawn by pod, not carried on from the last search',
    en: 'In a large cluster the search begins at a node drawn for each pod.',
    zh: '大集群里，每个 Pod 从随机抽到的节点开始找。',
  },
  {
    rule: 'SCHED-62',
    mark: 'simplified: the real scheduler does so unless it is told otherwise',
    en: 'Pods without a spread constraint are spread by default only where the policy says so.',
    zh: '没写拓扑分布约束的 Pod，只有策略要求时才按默认分散。',
  },
  {
    rule: 'SCHED-40',
    mark: 'simplified: one request for each pod',
    en: 'The autopilot binds at most 50 pods a second, one request each.',
    zh: '自动驾驶每秒最多绑定 50 个 Pod，每个一次请求。',
  },
  {
    rule: 'SCHED-43',
    mark: 'simplified: the real binding subresource does not ask them; the scheduler signs nothing that its filters refuse, whoever holds its seat',
    en: 'Binding is refused where the filters refuse; the real API server does not ask them.',
    zh: '过滤器不同意，绑定就被拒；真实的 API server 不会去问过滤器。',
  },
  {
    rule: 'SCHED-46',
    mark: "simplified: the real taint is the node controller's, moments later",
    en: 'A closed node gets its taint at once.',
    zh: '节点一封锁就挂上污点。',
  },
  {
    rule: 'SCHED-47',
    mark: 'metaphor: seats',
    en: 'A seat that is played by hand binds nothing by itself.',
    zh: '手动的席位不会自己绑定任何东西。',
  },
  {
    rule: 'SCHED-54',
    mark: "exact; simplified: a template's class is looked up only when its pods are made, and one that is gone counts as 0",
    en: 'A template’s priority class is looked up when its pods are made.',
    zh: '模板的优先级类在创建 Pod 时才查。',
  },
  {
    rule: 'SCHED-53',
    mark: 'simplified: the real scheduler does both in one cycle',
    en: 'Preempting is a step of its own, one in a second.',
    zh: '抢占是单独的一步，每秒一次。',
  },
  {
    rule: 'SCHED-55',
    mark: 'simplified: the real one is a file read at start',
    en: 'The scheduler’s policy can be changed while it runs; the real one is a file.',
    zh: '调度策略可以随时改；真实的是启动时读的文件。',
  },
  {
    rule: 'SCHED-56',
    mark: "exact in what follows; simplified: the real one's file fills in an empty list with CPU and memory",
    en: 'A policy without resources is an error of the scheduler; the real one’s file fills in CPU and memory.',
    zh: '不列任何资源的策略是调度器自己的错误；真实的配置文件会补上 CPU 和内存。',
  },
];
