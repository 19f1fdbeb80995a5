/** Words of the steward's wider office: numbered yards, work that ends, bells, innkeepers, budgets and draining. */
export const workloadsTexts = {
  en: {
    'kind.HorizontalPodAutoscaler': 'HorizontalPodAutoscaler',
    'kind.PodDisruptionBudget': 'PodDisruptionBudget',
    'kind.StatefulSet': 'StatefulSet',
    'kind.DaemonSet': 'DaemonSet',
    'kind.Job': 'Job',
    'kind.CronJob': 'CronJob',
    'kind.Namespace': 'Namespace',
    'kind.ResourceQuota': 'ResourceQuota',
    'kind.PriorityClass': 'PriorityClass',
    'kind.Secret': 'Secret',
    'kind.PersistentVolumeClaim': 'PersistentVolumeClaim',
    'event.SuccessfulRescale': 'The innkeeper (autoscaler {name}) changes the number of houses from {from} to {to}.',
    'event.FailedGetScale': 'The innkeeper (autoscaler {name}) finds nothing to size: its target does not exist.',
    'event.FailedGetResourceMetric':
      'The innkeeper (autoscaler {name}) cannot tell how busy its houses are: do all their containers state requests?',
    'event.FailedGetContainerResourceMetric':
      'The innkeeper (autoscaler {name}) cannot tell how busy one container of its houses is: is there one of that name, and does it state requests?',
    'event.FailedGetPodsMetric': 'The innkeeper (autoscaler {name}) asked for a measure of its pods that nobody takes.',
    'event.FailedGetObjectMetric':
      'The innkeeper (autoscaler {name}) asked for a measure of visitors that nobody takes.',
    'event.FailedGetExternalMetric':
      'The innkeeper (autoscaler {name}) asked for a measure from outside that nobody takes.',
    'event.AmbiguousSelector':
      'More than one innkeeper (autoscaler) sizes the same houses, {name} among them: none of them acts before only one is left.',
    'event.UnmanagedPods':
      'Of the pods under disruption budget {name}, {pods} belong to nobody (no controller), so they are not in its count. A whole number as minAvailable would count them.',
    'event.CalculateExpectedPodCountFailed':
      'Disruption budget {name} cannot tell how many pods there should be: the owner of {pod} is gone or has no number of replicas. So nobody may be asked to leave. A whole number as minAvailable needs no owner.',
    'event.Completed': 'The work (Job) {name} is done.',
    'event.Suspended': 'The work (Job) {name} is suspended: its yards (pods) close until somebody resumes it.',
    'event.Resumed': 'The work (Job) {name} is resumed: it begins anew, and so does its time.',
    'event.BackoffLimitExceeded': 'The work (Job) {name} failed too often (backoffLimit); it is given up.',
    'event.DeadlineExceeded': '{name} took too long (activeDeadlineSeconds); it is given up.',
    'event.SawCompletedJob': 'The bell (CronJob) {name} saw its work {job} end.',
    'event.JobAlreadyActive':
      'The bell (CronJob) {name} struck while its last work still ran; its policy Forbid has this stroke wait for the end.',
    'event.TooManyMissedTimes':
      'The bell (CronJob) {name} has missed more than a hundred strokes. Only the last one counts: set startingDeadlineSeconds, or ask who stopped the clock.',
    'event.FailedDaemonPod':
      'Yard (pod) {pod} of DaemonSet {name} has failed in village (node) {node} and is cleared away for the next; after each failure there that takes longer (back-off).',
    'refusal.oldPodsRemain':
      'Deployment {name} closes first and opens then (Recreate): wait until the last old yard (pod) is gone.',
    'refusal.noSuchRevision': 'The history of Deployment {name} holds no plan number {revision} (revision).',
    'refusal.alreadyPaused': 'The rollout of Deployment {name} is paused already.',
    'refusal.notPaused': 'The rollout of Deployment {name} is not paused.',
    'refusal.tolerationLeft':
      'Pod {name} still puts up with the signs (taints) at village {node}; its time is not over.',
    'refusal.manyBudgets':
      'Pod {name} falls under more than one disruption budget; the API server cannot tell which to ask.',
    'refusal.budgetUnread':
      'The disruption budget {budget} has not been counted since it changed. Ask again for {name} in {retryAfterSeconds} s.',
    'refusal.budgetSpent':
      'Pod {name} may not be asked to leave now (429): the disruption budget {budget} needs {needed} healthy pods and has {healthy}. Try again when more are ready.',
    'refusal.alreadyDraining': 'Village (node) {node} is being emptied (drained) already.',
    'refusal.notDraining': 'Village (node) {node} is not being emptied (drained).',
    'refusal.metricsNotDue': 'The innkeeper (autoscaler {name}) measures every 15 s; the next look is in {seconds} s.',
    'refusal.invalidMaxReplicas': 'The most houses of {name} cannot be fewer than the fewest ({field}: {value}).',
    'refusal.invalidBudget': 'A disruption budget says either minAvailable or maxUnavailable, not both ({field}).',
    'refusal.ordinalNotWanted': 'StatefulSet {name} has no yard number {slot}.',
    'refusal.ordinalTaken': 'Yard number {slot} of StatefulSet {name} stands already: pod {pod}.',
    'refusal.ordinalWaits':
      'StatefulSet {name} builds in order (OrderedReady): before number {slot} comes, number {first} must be ready.',
    'refusal.daemonNotWanted':
      'DaemonSet {name} does not go to village (node) {node}: its selector does not match, or it does not tolerate a taint.',
    'refusal.daemonPresent': 'DaemonSet {name} has its yard (pod) in village {node} already.',
    'refusal.jobOver': 'The work (Job) {name} is over: {end}.',
    'refusal.jobNeedsNone': 'The work (Job) {name} has {active} pods at it and wants {wanted}.',
    'refusal.jobBacksOff': 'The work (Job) {name} failed just now and rests {seconds} s more before the next attempt.',
    'refusal.noStroke': 'The bell (CronJob) {name} has no stroke to answer now.',
    'refusal.jobActive':
      'The work (Job) of the bell (CronJob) {name} still runs, and its policy Forbid allows one at a time: this stroke waits until that has ended.',
    'refusal.townFull': 'No further yard (pod) for {name}: the town has its {limit} pods (quota) already.',
    'event.RegisteredNode': 'A new village (node) {node} has been settled and is known at the town hall.',
    'refusal.nodePoolFull': 'There is ground for {most} villages (machines) only: give one back first.',
    'refusal.nodeNotEmpty':
      'People still live in village (node) {node}: {pods} pods. Drain it, and wait until they have left.',
    'refusal.lastNode': 'Village (node) {node} is the last one of this town.',
    'refusal.invalidQuotaScope':
      '{field}: with the scope BestEffort a quota can limit pods alone, with VolumeAttributesClass no pods at all.',
    'refusal.invalidQuotaScopePair': '{field}: {value} contradict each other; no pod is both.',
    'refusal.invalidQuotaScopeOperator': '{field}: this scope is there or not: its operator is Exists, not {value}.',
    'refusal.invalidQuotaScopeValues':
      '{field}: In and NotIn need the names of classes, Exists and DoesNotExist take none ({operator}).',
    'refusal.quotaScopesFixed':
      'The scopes of quota {name} cannot be changed ({field}): delete it and write another, or use scopeSelector.',
    'refusal.quotaUnstated':
      'Pod {name} must say how much it wants ({resource}): the quota {quota} of its district (namespace) counts it.',
    'refusal.quotaExceeded': 'Pod {name} does not fit into its district (namespace): the quota {quota} allows {limit}.',
    'refusal.namespaceClosing':
      'The district (namespace) {namespace} is being closed: {kind} {name} cannot be put into it any more.',
    'refusal.namespaceNeeded': 'The district (namespace) {name} belongs to every town; nobody may close it.',
    'refusal.namespaceClosed': 'The district (namespace) {name} is being closed already.',
    'refusal.namespaceInUse': 'The district (namespace) {name} is not empty or not closed: {left} objects are in it.',
    'refusal.invalidJobRestartPolicy': 'Work (a Job) ends: {field} must be OnFailure or Never, not {value}.',
    'refusal.invalidStatefulSetImmutable':
      'Of StatefulSet {name} only replicas, template, updateStrategy, revisionHistoryLimit and minReadySeconds may change. Delete it and make a new one for the rest.',
    'refusal.invalidDaemonSurge':
      'Either the old one goes first (maxUnavailable) or the new one comes first (maxSurge): one of the two is 0 ({field}).',
    'refusal.invalidJobImmutable': 'The plan of a Job never changes ({field}). Delete {name} and make a new one.',
    'refusal.invalidSchedule':
      'The bell cannot be set to {value}: a schedule has five fields, minute hour day month weekday ({field}).',
  },
  zh: {
    'kind.HorizontalPodAutoscaler': '自动伸缩 HorizontalPodAutoscaler',
    'kind.PodDisruptionBudget': '干扰预算 PodDisruptionBudget',
    'kind.StatefulSet': '有状态组 StatefulSet',
    'kind.DaemonSet': '守护组 DaemonSet',
    'kind.Job': '任务 Job',
    'kind.CronJob': '定时任务 CronJob',
    'kind.Namespace': '命名空间 Namespace',
    'kind.ResourceQuota': '配额 ResourceQuota',
    'kind.PriorityClass': '优先级 PriorityClass',
    'kind.Secret': '密件 Secret',
    'kind.PersistentVolumeClaim': '地窖申请 PersistentVolumeClaim',
    'event.SuccessfulRescale': '掌柜（自动伸缩 HPA {name}）把房子数量从 {from} 改为 {to}。',
    'event.FailedGetScale': '掌柜（自动伸缩 HPA {name}）找不到要管的对象：目标不存在。',
    'event.FailedGetResourceMetric': '掌柜（自动伸缩 HPA {name}）算不出房子有多忙：每个容器都写了 requests 吗？',
    'event.FailedGetContainerResourceMetric':
      '掌柜（自动伸缩 HPA {name}）算不出房子里某个容器有多忙：有叫这个名字的容器吗？它写了 requests 吗？',
    'event.FailedGetPodsMetric': '掌柜（自动伸缩 HPA {name}）要看的 Pod 指标没有人统计。',
    'event.FailedGetObjectMetric': '掌柜（自动伸缩 HPA {name}）要看的访客指标没有人统计。',
    'event.FailedGetExternalMetric': '掌柜（自动伸缩 HPA {name}）要看的外部指标没有人统计。',
    'event.AmbiguousSelector':
      '不止一位掌柜（自动伸缩 HPA）在管同一批房子，{name} 是其中之一：只剩一位之前，谁都不动手。',
    'event.UnmanagedPods':
      '干扰预算（PDB）{name} 管的小院（Pod）里有 {pods} 座没有主人（控制器），不算在应有数量里。minAvailable 写成整数就会算上它们。',
    'event.CalculateExpectedPodCountFailed':
      '干扰预算（PDB）{name} 算不出该有几座小院：{pod} 的主人不在了，或者没有副本数（replicas）。所以谁也不能被请走。minAvailable 写成整数就不用问主人。',
    'event.Completed': '活儿（Job）{name} 干完了。',
    'event.Suspended': '活儿（Job）{name} 暂停了：小院（Pod）先撤走，等有人让它继续。',
    'event.Resumed': '活儿（Job）{name} 继续了：从头开始，时间也重新算。',
    'event.BackoffLimitExceeded': '活儿（Job）{name} 失败次数太多（backoffLimit），不再尝试。',
    'event.DeadlineExceeded': '{name} 干得太久（activeDeadlineSeconds），不再继续。',
    'event.SawCompletedJob': '钟（CronJob）{name} 看到活儿 {job} 结束了。',
    'event.JobAlreadyActive': '钟（CronJob）{name} 敲响时上一次的活儿还没干完；策略是 Forbid，这一次要等它干完。',
    'event.TooManyMissedTimes':
      '钟（CronJob）{name} 错过了一百多次，只补最后一次。请设置 startingDeadlineSeconds，或者查查是谁让钟停了。',
    'event.FailedDaemonPod':
      'DaemonSet {name} 在村庄（Node）{node} 的小院（Pod）{pod} 失败了，拆掉再建；在那里每失败一次，就多等一会儿才重来（退避）。',
    'refusal.oldPodsRemain': 'Deployment {name} 是先拆后建（Recreate）：等最后一座旧小院（Pod）拆完再来。',
    'refusal.noSuchRevision': 'Deployment {name} 的历史里没有第 {revision} 版图纸（revision）。',
    'refusal.alreadyPaused': 'Deployment {name} 的发布已经暂停了。',
    'refusal.notPaused': 'Deployment {name} 的发布并没有暂停。',
    'refusal.tolerationLeft': '小院（Pod）{name} 还能容忍村庄 {node} 的告示牌（taint），时间没到。',
    'refusal.manyBudgets': '小院（Pod）{name} 同时归多个干扰预算（PDB）管，API server 不知道该问哪一个。',
    'refusal.budgetUnread':
      '干扰预算（PDB）{budget} 改过以后还没有重新清点。请 {retryAfterSeconds} 秒后再请 {name} 离开。',
    'refusal.budgetSpent':
      '现在不能请小院（Pod）{name} 离开（429）：干扰预算（PDB）{budget} 要求有 {needed} 座健康的，现在有 {healthy} 座。等更多小院就绪后再试。',
    'refusal.alreadyDraining': '村庄（Node）{node} 已经在清空（drain）了。',
    'refusal.notDraining': '村庄（Node）{node} 并没有在清空（drain）。',
    'refusal.metricsNotDue': '掌柜（自动伸缩 HPA {name}）每 15 秒看一次，下次在 {seconds} 秒后。',
    'refusal.invalidMaxReplicas': '{name} 的最大房子数不能小于最小数（{field}：{value}）。',
    'refusal.invalidBudget': '干扰预算（PDB）只能写 minAvailable 或 maxUnavailable 之一（{field}）。',
    'refusal.ordinalNotWanted': 'StatefulSet {name} 没有 {slot} 号小院。',
    'refusal.ordinalTaken': 'StatefulSet {name} 的 {slot} 号小院已经在了：Pod {pod}。',
    'refusal.ordinalWaits': 'StatefulSet {name} 按顺序盖（OrderedReady）：{first} 号就绪之后才轮到 {slot} 号。',
    'refusal.daemonNotWanted':
      'DaemonSet {name} 不去村庄（Node）{node}：选择器不匹配，或者它容忍不了那里的告示牌（taint）。',
    'refusal.daemonPresent': 'DaemonSet {name} 在村庄 {node} 已经有小院（Pod）了。',
    'refusal.jobOver': '活儿（Job）{name} 已经结束：{end}。',
    'refusal.jobNeedsNone': '活儿（Job）{name} 有 {active} 座小院（Pod）在干，只要 {wanted} 座。',
    'refusal.jobBacksOff': '活儿（Job）{name} 刚失败过，再歇 {seconds} 秒才重试。',
    'refusal.noStroke': '钟（CronJob）{name} 现在没有要响应的钟点。',
    'refusal.jobActive':
      '钟（CronJob）{name} 的上一份活儿（Job）还在干；策略 Forbid 只许一份一份地来，这一次要等它干完。',
    'refusal.townFull': '不能再为 {name} 建小院（Pod）：镇上已满 {limit} 座（配额 quota）。',
    'event.RegisteredNode': '新村庄（Node）{node} 建好了，镇政府已登记。',
    'refusal.nodePoolFull': '地皮只够 {most} 个村庄（机器）：先退掉一个。',
    'refusal.nodeNotEmpty': '村庄（Node）{node} 里还住着 {pods} 座小院（Pod）。请先清空（drain），等它们都离开。',
    'refusal.lastNode': '村庄（Node）{node} 是这座镇的最后一个。',
    'refusal.invalidQuotaScope':
      '{field}：作用域为 BestEffort 的配额只能限制 pods；作用域为 VolumeAttributesClass 的配额管不到小院（Pod）。',
    'refusal.invalidQuotaScopePair': '{field}：{value} 互相矛盾，没有小院（Pod）两样都是。',
    'refusal.invalidQuotaScopeOperator': '{field}：这个作用域只分有和没有，operator 要写 Exists，不能是 {value}。',
    'refusal.invalidQuotaScopeValues': '{field}：In 和 NotIn 要列出类名，Exists 和 DoesNotExist 不能列（{operator}）。',
    'refusal.quotaScopesFixed': '配额 {name} 的 scopes 不能改（{field}）：请删掉重写，或改用 scopeSelector。',
    'refusal.quotaUnstated':
      '小院（Pod）{name} 必须写明要多少（{resource}）：它所在街区（命名空间）的配额 {quota} 要算这一项。',
    'refusal.quotaExceeded': '小院（Pod）{name} 在它的街区（命名空间）里放不下：配额 {quota} 最多允许 {limit}。',
    'refusal.namespaceClosing': '街区（命名空间）{namespace} 正在关闭，不能再放入 {kind} {name}。',
    'refusal.namespaceNeeded': '街区（命名空间）{name} 是每座镇都有的，谁也不能关闭它。',
    'refusal.namespaceClosed': '街区（命名空间）{name} 已经在关闭了。',
    'refusal.namespaceInUse': '街区（命名空间）{name} 还没关闭或还不空：里面有 {left} 个对象。',
    'refusal.invalidJobRestartPolicy': '活儿（Job）总要结束：{field} 只能是 OnFailure 或 Never，不能是 {value}。',
    'refusal.invalidStatefulSetImmutable':
      'StatefulSet {name} 只能改 replicas、template、updateStrategy、revisionHistoryLimit 和 minReadySeconds；要改别的，请删除后重建。',
    'refusal.invalidDaemonSurge':
      '要么先走旧的（maxUnavailable），要么先来新的（maxSurge），其中一个必须是 0（{field}）。',
    'refusal.invalidJobImmutable': 'Job 的图纸不能改（{field}）。请删除 {name} 再新建。',
    'refusal.invalidSchedule': '钟不能定成 {value}：时间表要有五段，分 时 日 月 周（{field}）。',
  },
} as const;
