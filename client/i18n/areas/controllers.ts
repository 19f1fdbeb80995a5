/** Words of the chief steward's office (controller manager) and of the business hall's counters (API server). */
export const controllersTexts = {
  en: {
    'event.ScalingReplicaSet':
      'The steward has set the number of yards of one plan (ReplicaSet {name}) from {from} to {to}.',
    'event.SuccessfulCreate': 'The steward ordered {name}, as wished.',
    'event.SuccessfulDelete': 'The steward takes {name} down: it is wished no more.',
    'event.FailedCreate': 'No further yard (pod) for {name}: the business hall (API server) refuses. {why}',
    'event.NodeNotReady':
      'The village head (kubelet) of {node} has not been heard of: the village counts as NotReady, and visitors are sent elsewhere.',
    'event.TaintManagerEviction':
      'Pod {name} has put up with the sign (taint) at village {node} as long as it may; it is asked to leave (evicted).',
    'refusal.notFound': 'The ledger knows no {kind} named {name} (NotFound).',
    'refusal.roleMayNot': 'Your seat ({roles}) may not do "{verb}" (Forbidden). Ask whoever holds the right seat.',
    'refusal.notYourNode':
      'Village (node) {node} has another village head (kubelet); each works in its own village only.',
    'refusal.objectModified':
      'Somebody changed {kind} {name} after you had read it (Conflict). Read it again and apply your change to that.',
    'refusal.invalidSelectorImmutable':
      'The selector of Deployment {name} can never change ({field}): it would lose sight of its own pods. Make a new Deployment.',
    'refusal.invalidSelectorEmpty': 'Deployment {name} needs a selector ({field}): which pods are its own?',
    'refusal.invalidSelectorMismatch':
      'Deployment {name} would not recognise its own yards: the labels of its template ({field}) must contain its selector.',
    'refusal.invalidNoRoom':
      '{name} could never change: with maxSurge 0 no pod may be added first, with maxUnavailable 0 none may be missing.',
    'refusal.invalidRestartPolicy': 'A Deployment keeps its houses open for good: {field} must be Always, not {value}.',
    'refusal.invalidDeadline':
      '{field} must be longer than minReadySeconds, or every rollout of {name} would count as stuck.',
    'refusal.invalidDuplicateContainer': 'Two houses (containers) of {name} have the same name, {value} ({field}).',
    'refusal.invalidRequestAboveLimit':
      'A house (container) of {name} asks for more {resource} than it may ever use: request {value}, limit {limit} ({field}).',
    'refusal.invalidProbeThreshold': 'One success is enough for a liveness probe: {field} must be 1.',
    'refusal.invalidPodImmutable':
      'A yard (pod) that stands is never rebuilt, only replaced. Delete {name}, or change its Deployment.',
    'refusal.deploymentPaused': 'The rollout of Deployment {name} is paused. Resume it first.',
    'refusal.replicaSetExists':
      'The present plan of Deployment {name} has its ReplicaSet already: {replicaSet}. Scale that one.',
    'refusal.podsNotMissing':
      'ReplicaSet {name} lacks {missing} pods, not {count}. More than are wanted would be taken down at once.',
    'refusal.alreadyTerminating':
      'Pod {name} is on its way out already (Terminating). It has its grace period; grace period 0 does not wait.',
    'refusal.nodeAlreadyUnknown': 'Village (node) {node} is marked already: its condition Ready is Unknown.',
    'refusal.leaseFresh':
      'The village head (kubelet) of {node} was heard {silentTicks} s ago. Only after {graceTicks} s of silence (no lease renewal) does a node count as lost.',
    'refusal.taintExists': 'Village (node) {node} has that sign already: taint {taint}:{effect}.',
    'refusal.taintNotFound': 'Village (node) {node} has no such sign: taint {taint}:{effect}.',
    'refusal.labelHasValue':
      'Village (node) {node} bears the label {label} already, with the value {value}. Overwrite it (--overwrite), or take it off first.',
    'refusal.labelNotFound': 'Village (node) {node} does not bear the label {label}.',
    'refusal.labelKept': 'The village head (kubelet) of {node} wrote the label {label}. It stays as it is.',
    'refusal.tooManyLabels': 'Village (node) {node} bears {limit} labels already; nobody could read more.',
    'refusal.tooManyTaints': 'Village (node) {node} has {limit} signs (taints) already; nobody could read more.',
    'refusal.stillOwned':
      '{kind} {name} still belongs to somebody: only what its owner left behind is collected (garbage).',
    'refusal.containerNotFound': 'Deployment {deployment} has no house (container) named {name}.',
    'refusal.restartPaused': 'The rollout of Deployment {name} is paused: resume it first, then restart it.',
    'refusal.alreadyRestarted': '{kind} {name} is being restarted since this very second. Wait before you ask again.',
    'refusal.undoPaused': 'The rollout of Deployment {name} is paused: resume it first, then go back.',
    'refusal.noRolloutHistory': 'Deployment {name} has no earlier plan (revision) to go back to.',
  },
  zh: {
    'event.ScalingReplicaSet': '大总管把同一图纸的小院数（ReplicaSet {name}）从 {from} 改为 {to}。',
    'event.SuccessfulCreate': '大总管照吩咐新建了 {name}。',
    'event.SuccessfulDelete': '不再需要 {name}，大总管正在拆除。',
    'event.FailedCreate': '不能再为 {name} 建小院（Pod）：营业厅（API server）不准。{why}',
    'event.NodeNotReady': '好一阵没有村长（kubelet）{node} 的消息了：该村庄视为 NotReady，访客改走别处。',
    'event.TaintManagerEviction':
      '小院（Pod）{name} 对村庄（Node）{node} 告示牌（taint）的容忍时间已到，请它离开（驱逐）。',
    'refusal.notFound': '账本里没有名叫 {name} 的 {kind}（NotFound）。',
    'refusal.roleMayNot': '你的席位（{roles}）不能执行「{verb}」（Forbidden）。请找坐在对应席位上的同学。',
    'refusal.notYourNode': '村庄（Node）{node} 另有村长（kubelet）；每位村长只管自己的村庄。',
    'refusal.objectModified': '你读取之后，有人改过 {kind} {name}（Conflict）。请重新读取，再在最新版本上修改。',
    'refusal.invalidSelectorImmutable':
      'Deployment {name} 的选择器永远不能改（{field}），否则它会认不出自己的 Pod。请另建一个 Deployment。',
    'refusal.invalidSelectorEmpty': 'Deployment {name} 必须写选择器（{field}）：哪些 Pod 归它管？',
    'refusal.invalidSelectorMismatch':
      'Deployment {name} 会认不出自己的小院：模板的标签（{field}）必须包含它的选择器。',
    'refusal.invalidNoRoom': '{name} 将永远无法更新：maxSurge 为 0 不能先加，maxUnavailable 为 0 又一座都不能少。',
    'refusal.invalidRestartPolicy': 'Deployment 要让房子一直开着：{field} 只能是 Always，不能是 {value}。',
    'refusal.invalidDeadline': '{field} 必须比 minReadySeconds 长，否则 {name} 的每次发布都会被判为卡住。',
    'refusal.invalidDuplicateContainer': '{name} 里有两座房子（容器）同名：{value}（{field}）。',
    'refusal.invalidRequestAboveLimit':
      '{name} 里有座房子（容器）申请的 {resource} 超过了它能用的上限：request {value}，limit {limit}（{field}）。',
    'refusal.invalidProbeThreshold': '存活探针（liveness）成功一次就够：{field} 必须是 1。',
    'refusal.invalidPodImmutable': '盖好的小院（Pod）不会改建，只会重建。请删除 {name}，或者去改它的 Deployment。',
    'refusal.deploymentPaused': 'Deployment {name} 的发布已暂停，请先恢复。',
    'refusal.replicaSetExists': 'Deployment {name} 现在的图纸已经有 ReplicaSet 了：{replicaSet}。直接改它的数量即可。',
    'refusal.podsNotMissing': 'ReplicaSet {name} 缺 {missing} 座小院，不是 {count} 座。多出来的会马上被拆掉。',
    'refusal.alreadyTerminating':
      '小院（Pod）{name} 已经在拆除（Terminating）。它还有宽限时间；宽限时间设为 0 才会立刻拆掉。',
    'refusal.nodeAlreadyUnknown': '村庄（Node）{node} 已经标记过了：Ready 状态为 Unknown。',
    'refusal.leaseFresh':
      '{silentTicks} 秒前还有村长（kubelet）{node} 的消息。要沉默满 {graceTicks} 秒（没有续约 lease），才算失联。',
    'refusal.taintExists': '村庄（Node）{node} 已经挂了这块告示牌：taint {taint}:{effect}。',
    'refusal.taintNotFound': '村庄（Node）{node} 没有这块告示牌：taint {taint}:{effect}。',
    'refusal.labelHasValue':
      '村庄（Node）{node} 已经有标签 {label}，值是 {value}。要么覆盖它（--overwrite），要么先摘掉。',
    'refusal.labelNotFound': '村庄（Node）{node} 没有标签 {label}。',
    'refusal.labelKept': '标签 {label} 是 {node} 的村长（kubelet）自己写的，不能改动。',
    'refusal.tooManyLabels': '村庄（Node）{node} 已经有 {limit} 个标签，再多就没人看得完了。',
    'refusal.tooManyTaints': '村庄（Node）{node} 已经挂了 {limit} 块告示牌（taint），再多就没人看得完了。',
    'refusal.stillOwned': '{kind} {name} 还有主人：只有主人已经不在的东西才会被回收（垃圾回收）。',
    'refusal.containerNotFound': 'Deployment {deployment} 里没有名叫 {name} 的房子（容器）。',
    'refusal.restartPaused': 'Deployment {name} 的发布已暂停：先恢复，再重启。',
    'refusal.alreadyRestarted': '{kind} {name} 这一秒刚刚开始重启，请稍等再试。',
    'refusal.undoPaused': 'Deployment {name} 的发布已暂停：先恢复，再回退。',
    'refusal.noRolloutHistory': 'Deployment {name} 没有更早的图纸（版本）可以退回。',
  },
} as const;
