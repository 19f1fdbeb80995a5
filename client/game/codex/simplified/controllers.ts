/** What is simplified in this area: its SPEC.md’s marks, in words for players. */
import type { Simplification } from '../entry.ts';

export const controllers: readonly Simplification[] = [
  {
    rule: 'DEPLOY-2',
    mark: "exact in kind; simplified: the hash is another function than Go's",
    en: 'The hash in a ReplicaSet’s name comes from another function than the real one.',
    zh: 'ReplicaSet 名字里的哈希值，算法和真实的不同。',
  },
  {
    rule: 'DEPLOY-6',
    mark: 'exact; simplified: a ReplicaSet that has the wanted size already learns its new annotation, too',
    en: 'A ReplicaSet that already has the wanted size learns its new annotation, too.',
    zh: '大小已经合适的 ReplicaSet 也会得到新的注解。',
  },
  {
    rule: 'DEPLOY-12',
    mark: 'simplified: no hand counts',
    en: 'A Deployment’s counts and conditions keep themselves; nobody does that by hand.',
    zh: 'Deployment 的计数和状况自动更新，不用人来数。',
  },
  {
    rule: 'DEPLOY-19',
    mark: 'exact in kind; simplified: the time is the tick',
    en: 'When a roll-out was restarted is written as the second of the town’s clock.',
    zh: '重启发布的时间写成小镇时钟的秒数。',
  },
  {
    rule: 'RS-2',
    mark: 'exact; simplified: the limit stands for a quota',
    en: 'A fixed limit of 12,000 pods stands where a quota would refuse.',
    zh: '用 12,000 个 Pod 的固定上限代替配额。',
  },
  {
    rule: 'NODE-1',
    mark: 'exact in time; simplified: only the Lease counts as heartbeat',
    en: 'Only the lease counts as a node’s heartbeat.',
    zh: '节点的心跳只看租约。',
  },
  {
    rule: 'NODE-5',
    mark: "exact; simplified: times start with the taint, not with the controller's memory of it",
    en: 'How long a pod tolerates a taint is counted from the taint, not from when the controller noticed it.',
    zh: '容忍时间从污点出现算起，而不是从控制器注意到时算起。',
  },
  {
    rule: 'NODE-9',
    mark: 'exact; simplified: a turn is taken on whole seconds',
    en: 'Zones take their turns on whole seconds.',
    zh: '各可用区按整秒轮流处理。',
  },
  {
    rule: 'EP-3',
    mark: 'simplified: the real one splits after 100',
    en: 'A Service has one EndpointSlice; the real one is split after 100 addresses.',
    zh: '一个 Service 只有一张 EndpointSlice；真实的满 100 个地址就分页。',
  },
  {
    rule: 'EP-7',
    mark: 'exact; simplified: in play all proxies use the policy Cluster without hints',
    en: 'All proxies follow the policy Cluster, without hints about zones.',
    zh: '所有代理都按 Cluster 策略转发，不看可用区提示。',
  },
  {
    rule: 'HPA-5',
    mark: 'metaphor',
    en: 'A program’s use of CPU is reckoned from its visitors; its memory is what its house says.',
    zh: '程序的 CPU 用量按访客算出来，内存则照房子写的数。',
  },
  {
    rule: 'HPA-6',
    mark: 'simplified: no other custom metrics',
    en: 'Of custom metrics there is one: visitors per second.',
    zh: '自定义指标只有一种：每秒访客数。',
  },
  {
    rule: 'DRAIN-1',
    mark: 'simplified: a loop retries instead of kubectl',
    en: 'A loop of the town tries again and again to empty a node; in reality the kubectl command does.',
    zh: '由镇上的循环反复尝试清空节点；真实世界里是 kubectl 命令在重试。',
  },
  {
    rule: 'STS-1',
    mark: 'exact; simplified: minReadySeconds is not waited for',
    en: 'minReadySeconds is not waited for.',
    zh: '不等 minReadySeconds。',
  },
  {
    rule: 'DS-1',
    mark: 'exact; simplified: bound by the hostname label',
    en: 'A DaemonSet’s pod is tied to its node by the hostname label.',
    zh: 'DaemonSet 的 Pod 靠 hostname 标签绑在节点上。',
  },
  {
    rule: 'DS-2',
    mark: 'exact; simplified: no surge',
    en: 'A DaemonSet’s update knows no surge.',
    zh: 'DaemonSet 更新时不会先多起一个（没有 surge）。',
  },
  {
    rule: 'JOB-1',
    mark: 'exact; simplified: not indexed',
    en: 'Jobs are not indexed.',
    zh: 'Job 没有编号模式（Indexed）。',
  },
  {
    rule: 'JOB-3',
    mark: 'exact; simplified: a pod that vanishes before it ended counts as nothing',
    en: 'A Job’s pod that vanishes before its end counts as nothing.',
    zh: '没跑完就消失的 Job Pod 不计数。',
  },
  {
    rule: 'PROV-1',
    mark: 'metaphor',
    en: 'Machines come from one pool, and each boots in the same time.',
    zh: '机器都来自同一个池子，开机时间一样长。',
  },
  {
    rule: 'PROV-2',
    mark: 'simplified: what a machine cost before it was given back is forgotten',
    en: 'What a machine cost before it was given back is forgotten.',
    zh: '归还的机器，之前的花费不再计算。',
  },
  {
    rule: 'QUOTA-1',
    mark: 'exact; simplified: no counts of other kinds, and a new quota counts from its first moment',
    en: 'Quotas count pods and their CPU and memory, no other kinds, and a new one needs no moment to count.',
    zh: '配额只算 Pod 及其 CPU、内存，不算别的种类；新配额立刻生效，不必先等清点。',
  },
  {
    rule: 'QUOTA-2',
    mark: "exact (workqueue's rate limiter; pkg/controller/job, DefaultJobApiBackOff); simplified: only a pod that is let in clears the count of refusals, not a look that finds nothing missing",
    en: 'A controller that was refused waits longer each time until one of its pods is let in; the real one also starts anew when nothing is missing.',
    zh: '控制器被拒绝后越等越久，直到有一个 Pod 获准；真实的控制器在什么都不缺时也会从头计时。',
  },
  {
    rule: 'GC-2',
    mark: 'simplified: without the 40 s quarantine',
    en: 'A pod of a vanished node is taken down at once, without 40 s of quarantine.',
    zh: '节点没了，上面的 Pod 立刻清掉，不留 40 秒观察期。',
  },
  {
    rule: 'API-6',
    mark: 'simplified: a shorter grace period is refused',
    en: 'Deleting again with a shorter grace period is refused, except with 0.',
    zh: '再次删除时缩短宽限期会被拒绝，0 除外。',
  },
];
