/** What is simplified in this area: its SPEC.md’s marks, in words for players. */
import type { Simplification } from '../entry.ts';

export const scheduler: readonly Simplification[] = [
  {
    rule: 'SCHED-5',
    mark: 'simplified: the real hints differ by plugin and look at the one object that changed, so they also wake pods which then fail again',
    en: 'A pod that was set aside is woken only by what helps it; the real hints also wake pods that then fail again.',
    zh: '被搁置的 Pod 只在真有帮助时才被唤醒；真实的线索也会唤醒随后又失败的 Pod。',
  },
  {
    rule: 'SCHED-7',
    mark: 'simplified: the real scheduler takes pods out of back-off early when it is idle (SchedulerPopFromBackoffQ)',
    en: 'A back-off is always waited for, also when the scheduler is idle.',
    zh: '退避时间总要等完，调度器闲着也一样。',
  },
  {
    rule: 'SCHED-57',
    mark: 'simplified: the real scheduler does not hear of a pod that only begins to terminate, nor of the labels of namespaces',
    en: 'A pod that begins to terminate, or a namespace that changes its labels, wakes waiting pods at once; the real scheduler waits for another event.',
    zh: 'Pod 一开始终止，或命名空间的标签一变，就会唤醒等待的 Pod；真实的调度器要等到别的事件。',
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
    mark: "exact; simplified: a template's class is looked up only when its pods are made, one that is gone counts as 0, and a template may say its preemption policy itself",
    en: 'A template’s priority class is looked up when its pods are made; a template may say its preemption policy itself.',
    zh: '模板的优先级类在创建 Pod 时才查；模板可以自己写抢占策略。',
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
