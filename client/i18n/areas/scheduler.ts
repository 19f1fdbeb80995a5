/** Words of the dispatch room: the scheduler's queue, its plugins and policy, why it refuses, and what a player guesses. */
export const schedulerTexts = {
  en: {
    'event.Scheduled': 'The dispatch room (scheduler) has signed pod {name} over to village (node) {node}.',
    'event.FailedScheduling': 'Pod {name} fits no village (node) now: {message}',
    'refusal.nodeRefuses': 'Village (node) {node} cannot take pod {pod}: {reasons} ({plugin}).',
    'refusal.podBound': 'Pod {pod} has its village (node) already: {node}. A pod is never moved, only replaced.',
    'refusal.podTerminating': 'Pod {pod} is being taken down (Terminating); it needs no village (node) any more.',
    'refusal.podOver': 'Pod {pod} has finished; it needs no village (node) any more.',
    'refusal.podNotWaiting': 'Pod {pod} does not wait for a village (node): it has one, or is on its way out.',
    'refusal.podSetAside':
      'Pod {pod} has been tried and waits ({state}); the dispatch room (scheduler) takes it up again by itself.',
    'refusal.podFits': 'Pod {pod} does fit: look at {nodes}. Only a pod that fits no village (node) is unschedulable.',
    'event.Preempted': 'Pod {name} gives way on village (node) {node}: pod {pod} matters more (preemption).',
    'refusal.preemptNotNow': 'Pod {pod} may send nobody away (preempt) now: {why}',
    'refusal.preemptInVain':
      'Sending pods away from village (node) {node} would not help pod {pod}: nobody there matters less, or it would still not fit.',
    'refusal.priorityClassMissing': 'Pod {name} names the rank (PriorityClass) {class}, which this town does not have.',
    'refusal.invalidRequirement': '{kind} {name}: {field} asks for what cannot be: {problem}',
    'refusal.invalidAboveAll': '{kind} {name}: {field} says {value}; more than all (100%) cannot be missing.',
    'refusal.priorityByHand':
      'Pod {name} gives itself the priority {priority}; its rank (PriorityClass) makes it {value}. Name a rank instead.',
    'refusal.preemptionByHand':
      'Pod {name} says itself whether it pushes others out ({policy}); its rank (PriorityClass) says {value}. Name a rank instead.',
    'refusal.priorityClassFixed':
      'The rank (PriorityClass) {name} stands as it was written ({field}): pods bear its number. Delete it and write another.',
    'refusal.priorityClassReserved':
      'Names that begin with system- belong to the town itself: no rank (PriorityClass) may be called {name}.',
    'refusal.priorityDefaultTaken':
      'The rank (PriorityClass) {other} counts already for those who name none (globalDefault). {name} cannot do so, too.',
    'plugin.NodeUnschedulable': 'Is the village closed for newcomers (cordoned)?',
    'plugin.TaintToleration': 'Does a sign at the gate (taint) keep this pod out, or does it overlook it (toleration)?',
    'plugin.NodeName': 'Is it the village that the pod names itself (nodeName)?',
    'plugin.NodeAffinity':
      'Has the village the labels that the pod asks for (nodeSelector, node affinity)? Those it would like score higher.',
    'plugin.NodePorts': "Are the village's own ports (hostPort) that the pod wants still free?",
    'plugin.PodTopologySpread':
      'Do the pods of this group stay evenly spread over zones or villages (topologySpreadConstraints)?',
    'plugin.InterPodAffinity': 'Does it stand near the pods it seeks and away from those it shuns (pod affinity)?',
    'plugin.NodeResourcesFit':
      'Is there room for what the pod asks for (requests)? Emptier villages score higher (LeastAllocated), or fuller ones (MostAllocated).',
    'plugin.NodeResourcesBalancedAllocation': 'Does the pod bring CPU and memory into balance (75 = no change)?',
    'plugin.ImageLocality': 'Has the village the house plan (image) in its backpack already?',
    'guess.first': 'guess first, then see the verdict',
    'guess.tally': 'right: {right} of {all}',
    'guess.ask': 'Where would the scheduler put it? Say first, then its scores are shown.',
    'guess.node': 'This one',
    'guess.nodeNamed': 'This one: {node}',
    'guess.nowhere': 'It fits nowhere',
    'guess.right': 'Right.',
    'guess.wrong': 'Not this time.',
    'guess.best': 'The best score: {nodes}.',
    'guess.bestNowhere': 'No node takes it.',
    'policy.title': 'Policy: how nodes are scored',
    'policy.strategy': 'Strategy',
    'policy.percentage': 'The search ends when so many percent of the nodes fit; 0: the larger the town, the fewer.',
    'policy.spread': 'Spread pods that state no constraint (defaultingType System)',
    'policy.about':
      'Each score is multiplied by its weight; 0 leaves it out. It holds for the autopilot and for the table alike.',
  },
  zh: {
    'event.Scheduled': '调度室（scheduler）已把小院（Pod）{name} 分给村庄（Node）{node}。',
    'event.FailedScheduling': '小院（Pod）{name} 现在没有村庄（Node）放得下：{message}',
    'refusal.nodeRefuses': '村庄（Node）{node} 收不下小院（Pod）{pod}：{reasons}（{plugin}）。',
    'refusal.podBound': '小院（Pod）{pod} 已经分到村庄（Node）{node}。Pod 不会搬家，只会重建。',
    'refusal.podTerminating': '小院（Pod）{pod} 正在拆除（Terminating），不再需要村庄（Node）了。',
    'refusal.podOver': '小院（Pod）{pod} 已经结束，不再需要村庄（Node）了。',
    'refusal.podNotWaiting': '小院（Pod）{pod} 并不在等村庄（Node）：它已有归属，或正在离开。',
    'refusal.podSetAside': '小院（Pod）{pod} 已试过，正在等待（{state}）；调度室（scheduler）到时会自己再试。',
    'refusal.podFits':
      '小院（Pod）{pod} 其实放得下：看看 {nodes}。哪个村庄（Node）都放不下，才叫无法调度（unschedulable）。',
    'event.Preempted': '小院（Pod）{name} 在村庄（Node）{node} 让出了位置：小院 {pod} 更重要（抢占，preemption）。',
    'refusal.preemptNotNow': '小院（Pod）{pod} 现在不能请别人让位（抢占）：{why}',
    'refusal.preemptInVain':
      '就算请村庄（Node）{node} 的小院让位，也帮不了小院（Pod）{pod}：那里没有更不重要的，或者腾出来仍放不下。',
    'refusal.priorityClassMissing': '小院（Pod）{name} 写的等级（PriorityClass）{class} 在本镇并不存在。',
    'refusal.invalidRequirement': '{kind} {name}：{field} 的要求不成立：{problem}',
    'refusal.invalidAboveAll': '{kind} {name}：{field} 写的是 {value}；最多只能全部（100%）不可用。',
    'refusal.priorityByHand':
      '小院（Pod）{name} 给自己写了优先级 {priority}；按它的等级（PriorityClass）应为 {value}。请改写等级名。',
    'refusal.preemptionByHand':
      '小院（Pod）{name} 自己写了要不要挤走别人（{policy}）；按它的等级（PriorityClass）应为 {value}。请改写等级名。',
    'refusal.priorityClassFixed':
      '等级（PriorityClass）{name} 写好就不能改（{field}）：已有小院用着它的数字。请删掉重写一个。',
    'refusal.priorityClassReserved': '以 system- 开头的名字归本镇自己用，等级（PriorityClass）不能叫 {name}。',
    'refusal.priorityDefaultTaken':
      '没写等级的小院已经默认用 {other}（globalDefault），{name} 不能再当默认等级（PriorityClass）。',
    'plugin.NodeUnschedulable': '村庄是否暂停接收新小院（cordon）？',
    'plugin.TaintToleration': '村口的告示牌（taint）挡不挡它？它能不能容忍（toleration）？',
    'plugin.NodeName': '是不是小院自己点名的村庄（nodeName）？',
    'plugin.NodeAffinity': '村庄有没有小院要求的标签（nodeSelector、节点亲和）？有它喜欢的标签，得分更高。',
    'plugin.NodePorts': '小院要占用的村庄端口（hostPort）还空着吗？',
    'plugin.PodTopologySpread': '这一组小院在各区、各村之间分得均匀吗（topologySpreadConstraints）？',
    'plugin.InterPodAffinity': '是否靠近它想靠近的小院、远离它想避开的小院（Pod 亲和与反亲和）？',
    'plugin.NodeResourcesFit':
      '地方够不够小院申请的量（requests）？越空的村庄得分越高（LeastAllocated），或反过来越满越高（MostAllocated）。',
    'plugin.NodeResourcesBalancedAllocation': '它来了以后，CPU 和内存的占用是否更均衡（75 分表示没变化）？',
    'plugin.ImageLocality': '村庄的背包里是不是已经有这张图纸（镜像）？',
    'guess.first': '先猜，再看结果',
    'guess.tally': '猜对 {right} / {all}',
    'guess.ask': '调度器会把它放在哪里？先说出来，再看分数。',
    'guess.node': '这里',
    'guess.nodeNamed': '这里：{node}',
    'guess.nowhere': '哪里都放不下',
    'guess.right': '猜对了。',
    'guess.wrong': '这次没猜中。',
    'guess.best': '得分最高的是：{nodes}。',
    'guess.bestNowhere': '没有村庄放得下它。',
    'policy.title': '策略：怎样给村庄打分',
    'policy.strategy': '方式',
    'policy.percentage': '找到百分之这么多合适的村庄就不再找；0：镇越大找得越少。',
    'policy.spread': '没写分布约束的小院也分散开（defaultingType System）',
    'policy.about': '每项得分乘以权重，0 表示不算。对自动驾驶和上面的表都有效。',
  },
} as const;
