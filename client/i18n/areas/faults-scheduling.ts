/** Texts: faults of the dispatch room, rules and autoscalers. */
export const faultsSchedulingTexts = {
  en: {
    'fault.huge-request.title': 'A yard larger than any village (huge request)',
    'fault.huge-request.symptom': 'New pods stay Pending: FailedScheduling, Insufficient cpu on every node.',
    'fault.huge-request.remedy': 'Undo the roll-out, or ask for what is really needed.',
    'fault.huge-request.explanation':
      'The scheduler goes by requests, not by use. A pod that asks for 64 cores fits on no node here, and more small nodes do not help either.',
    'fault.impossible-selector.title': 'Only where there is gold (node selector)',
    'fault.impossible-selector.symptom': 'New pods stay Pending: no node matches the pod’s node affinity or selector.',
    'fault.impossible-selector.remedy': 'Undo the roll-out, or ask for a label that nodes have.',
    'fault.impossible-selector.explanation':
      'A node selector is a must. Labels are only words on nodes: where none carries disktype=gold, the pod waits for ever, however empty the nodes are.',
    'fault.strict-anti-affinity.title': 'Neighbours who cannot stand each other (required anti-affinity)',
    'fault.strict-anti-affinity.symptom':
      'During the roll-out one new pod stays Pending: didn’t match pod anti-affinity rules.',
    'fault.strict-anti-affinity.remedy': 'Undo the roll-out, or make the rule preferred instead of required.',
    'fault.strict-anti-affinity.explanation':
      'Required anti-affinity counts the old pods too. With as many replicas as nodes there is no free node for the surge pod. A topology spread constraint or a preference says the same and leaves a way out.',
    'fault.port-taken.title': 'One front gate for all (hostPort conflict)',
    'fault.port-taken.symptom': 'Some pods stay Pending: didn’t have free ports for the requested pod ports.',
    'fault.port-taken.remedy': 'Undo the roll-out: a Service needs no hostPort.',
    'fault.port-taken.explanation':
      'A hostPort is a door of the node itself, and there is one of each number. So a node takes one such pod, and a roll-out with more pods than nodes has nowhere to go.',
    'fault.forgotten-cordon.title': 'All villages closed for new houses (forgotten cordon)',
    'fault.forgotten-cordon.symptom':
      'A pod that must be placed anew stays Pending: the nodes are unschedulable. What stands goes on.',
    'fault.forgotten-cordon.remedy': 'Uncordon the nodes.',
    'fault.forgotten-cordon.explanation':
      'Cordon keeps new pods out and sends nobody away, so nothing shows until the next pod is needed. Maintenance ends with uncordon.',
    'fault.forgotten-taint.title': 'A sign left hanging (forgotten NoExecute taint)',
    'fault.forgotten-taint.symptom':
      'All pods of a node are sent away (TaintManagerEviction), and none comes back although the node is Ready.',
    'fault.forgotten-taint.remedy': 'Remove the taint podville.io/works from the node.',
    'fault.forgotten-taint.explanation':
      'A NoExecute taint evicts what does not tolerate it. The node is well, its kubelet reports Ready; only the sign says closed. Look at taints, not only at conditions.',
    'fault.greedy-batch.title': 'Night work that calls itself urgent (priority inversion)',
    'fault.greedy-batch.symptom': 'Town pods are Preempted by pods of another Deployment, and then find no room.',
    'fault.greedy-batch.remedy': 'Delete the batch Deployment, or take its PriorityClass away.',
    'fault.greedy-batch.explanation':
      'Priority is who may push whom out. A class with a high value on unimportant work turns the town out for it, exactly as told. Give out high classes sparingly (quota by PriorityClass).',
    'fault.quota-exhausted.title': 'The district’s allowance is spent (ResourceQuota)',
    'fault.quota-exhausted.symptom':
      'A ReplicaSet cannot make its pod: FailedCreate, exceeded quota. No pod is Pending, one is simply missing.',
    'fault.quota-exhausted.remedy': 'Delete the quota, or raise it to what the workloads want.',
    'fault.quota-exhausted.explanation':
      'A quota refuses at the door of the API server: the pod never comes to be, so the scheduler has nothing to say. Look at the events of the ReplicaSet.',
    'fault.unsigned-image.title': 'No seal on the plans (unsigned image)',
    'fault.unsigned-image.symptom':
      'New pods are refused: FailedCreate, no matching signatures. What stands is not asked again.',
    'fault.unsigned-image.remedy': 'Sign the team’s images.',
    'fault.unsigned-image.explanation':
      'An admission policy that requires signatures looks at each pod before it is made: the signature must fit exactly this digest. Running pods are not asked, so a missing one shows only when the next pod must be made. Taking the rule away helps too, and lets in anybody’s images again.',
    'fault.policy-refuses.title': 'A new rule at the gate (admission policy)',
    'fault.policy-refuses.symptom':
      'New pods are refused: FailedCreate, image is not referenced by digest. What stands stays.',
    'fault.policy-refuses.remedy': 'Set the admission policy back, or pin the images to digests.',
    'fault.policy-refuses.explanation':
      'Admission asks only about pods that are about to be made. A rule that is right, digests only, hurts at the first renewal if the orders were not changed first.',
    'fault.budget-blocks-drain.title': 'Nobody may ever leave (disruption budget)',
    'fault.budget-blocks-drain.symptom':
      'A node that is being drained keeps its pods. The budget’s condition DisruptionAllowed is False.',
    'fault.budget-blocks-drain.remedy':
      'Delete the budget, or change it so that one may go: a lower minAvailable, a higher maxUnavailable.',
    'fault.budget-blocks-drain.explanation':
      'A budget of 100 % allows no voluntary disruption at all, and a drain is one. It asks politely for ever. A budget should leave room for one.',
    'fault.autoscaler-capped.title': 'The innkeeper with tied hands (HPA maxReplicas)',
    'fault.autoscaler-capped.symptom':
      'Too few pods for the visitors: Overloaded. The autoscaler says ScalingLimited, TooManyReplicas.',
    'fault.autoscaler-capped.remedy': 'Apply the autoscaler with a higher maxReplicas.',
    'fault.autoscaler-capped.explanation':
      'The autoscaler computes what is needed and then cuts it to its maximum. It knows better and may not. Its conditions say so.',
    'fault.autoscaler-blind.title': 'The innkeeper without windows (HPA missing metric)',
    'fault.autoscaler-blind.symptom': 'The autoscaler does nothing: ScalingActive False, FailedGetPodsMetric.',
    'fault.autoscaler-blind.remedy': 'Apply the autoscaler with a metric that is measured, such as cpu.',
    'fault.autoscaler-blind.explanation':
      'A metric is a name that somebody must measure. Where nobody does, the autoscaler holds still instead of guessing, and the next crowd finds the town as small as it is.',
  },
  zh: {
    'fault.huge-request.title': '比村庄还大的院子（请求过大）',
    'fault.huge-request.symptom': '新小院一直 Pending：FailedScheduling，每个节点都是 Insufficient cpu。',
    'fault.huge-request.remedy': '撤销发布，或者只请求真正需要的。',
    'fault.huge-request.explanation':
      '调度看的是请求（requests），不是实际用量。要 64 核的小院在这里放不下，再添小节点也没用。',
    'fault.impossible-selector.title': '只住有金子的地方（节点选择器）',
    'fault.impossible-selector.symptom': '新小院一直 Pending：没有节点符合它的亲和或选择器。',
    'fault.impossible-selector.remedy': '撤销发布，或者换一个节点真有的标签。',
    'fault.impossible-selector.explanation':
      '节点选择器是硬条件。标签只是写在节点上的字：没有一个节点带 disktype=gold，小院就永远等下去，不管节点多空。',
    'fault.strict-anti-affinity.title': '谁也不愿做邻居（强制反亲和）',
    'fault.strict-anti-affinity.symptom': '发布时有一座新小院一直 Pending：不符合反亲和规则。',
    'fault.strict-anti-affinity.remedy': '撤销发布，或把规则从 required 改成 preferred。',
    'fault.strict-anti-affinity.explanation':
      '强制反亲和连旧小院也算在内。副本数和节点数一样多时，多出来的那座没有空节点可去。拓扑分布约束或偏好能表达同样的意思，又留有余地。',
    'fault.port-taken.title': '大家抢一个大门（hostPort 冲突）',
    'fault.port-taken.symptom': '有的小院一直 Pending：节点没有空闲的端口。',
    'fault.port-taken.remedy': '撤销发布：有 Service 就用不着 hostPort。',
    'fault.port-taken.explanation':
      'hostPort 是节点自己的门，每个号码只有一扇。一个节点只放得下一座这样的小院，小院比节点多，发布就没处可去。',
    'fault.forgotten-cordon.title': '所有村庄都不收新房（忘了解除封锁）',
    'fault.forgotten-cordon.symptom': '需要重新安置的小院一直 Pending：节点不可调度。已经立着的照常。',
    'fault.forgotten-cordon.remedy': '解除节点的封锁（uncordon）。',
    'fault.forgotten-cordon.explanation':
      '封锁（cordon）只挡新的，不赶旧的，所以要等到下次需要新小院才看得出来。维护要以 uncordon 收尾。',
    'fault.forgotten-taint.title': '忘摘的告示（NoExecute 污点）',
    'fault.forgotten-taint.symptom':
      '一个节点上的小院全被请走（TaintManagerEviction），节点明明 Ready，却没有小院回来。',
    'fault.forgotten-taint.remedy': '从节点上去掉污点 podville.io/works。',
    'fault.forgotten-taint.explanation':
      'NoExecute 污点会赶走不能容忍它的小院。节点好好的，kubelet 报 Ready，只有告示写着停用。别只看状况，也要看污点。',
    'fault.greedy-batch.title': '自称紧急的夜班（优先级倒挂）',
    'fault.greedy-batch.symptom': '镇上的小院被另一个 Deployment 的小院抢占（Preempted），之后再也没地方。',
    'fault.greedy-batch.remedy': '删除那个批处理 Deployment，或去掉它的 PriorityClass。',
    'fault.greedy-batch.explanation':
      '优先级决定谁能把谁挤走。把高等级给了不要紧的活，小镇就照章给它腾地方。高等级要省着发（按 PriorityClass 设配额）。',
    'fault.quota-exhausted.title': '街区的额度用完了（ResourceQuota）',
    'fault.quota-exhausted.symptom':
      'ReplicaSet 造不出小院：FailedCreate，超出配额。没有小院在 Pending，只是少了一座。',
    'fault.quota-exhausted.remedy': '删除配额，或把它提高到各工作负载所需的数量。',
    'fault.quota-exhausted.explanation':
      '配额在 API server 门口就拒绝了：小院根本没有产生，调度室也无话可说。去看 ReplicaSet 的事件。',
    'fault.unsigned-image.title': '图纸上没有印章（镜像未签名）',
    'fault.unsigned-image.symptom': '新小院被拒绝：FailedCreate，no matching signatures。已经立着的不再被盘问。',
    'fault.unsigned-image.remedy': '给本队的镜像签名。',
    'fault.unsigned-image.explanation':
      '要求签名的准入策略在建每个 Pod 之前查看：签名必须正好对应这个摘要。运行中的 Pod 不会被再问，所以缺了签名要等到下一个 Pod 要建时才看得出来。取消规定也行，但那样谁的镜像都能再进来。',
    'fault.policy-refuses.title': '门口的新规矩（准入策略）',
    'fault.policy-refuses.symptom': '新小院被拒绝：FailedCreate，镜像没有用摘要引用。已经立着的不受影响。',
    'fault.policy-refuses.remedy': '把准入策略改回去，或者把镜像固定到摘要上。',
    'fault.policy-refuses.explanation':
      '准入只过问将要产生的小院。“只准用摘要”本身没错，但订单没先改，第一次换新时就会疼。',
    'fault.budget-blocks-drain.title': '谁也不许走（干扰预算）',
    'fault.budget-blocks-drain.symptom': '正在排空的节点上小院一直不走。预算的状况 DisruptionAllowed 为 False。',
    'fault.budget-blocks-drain.remedy': '删除这个预算，或改到允许走一座：调低 minAvailable，或调高 maxUnavailable。',
    'fault.budget-blocks-drain.explanation':
      '100 % 的预算不允许任何自愿干扰，而排空正是其中之一。它会永远客气地问下去。预算至少要容得下走一座。',
    'fault.autoscaler-capped.title': '被绑住手的掌柜（HPA 上限太低）',
    'fault.autoscaler-capped.symptom':
      '小院太少，访客因过载（Overloaded）流失。自动伸缩写着 ScalingLimited、TooManyReplicas。',
    'fault.autoscaler-capped.remedy': '提交一个 maxReplicas 更高的自动伸缩。',
    'fault.autoscaler-capped.explanation': '自动伸缩算出需要多少，再砍到上限。它明白却不许做。它的状况里写着。',
    'fault.autoscaler-blind.title': '没有窗户的掌柜（HPA 缺少指标）',
    'fault.autoscaler-blind.symptom': '自动伸缩什么也不做：ScalingActive 为 False，FailedGetPodsMetric。',
    'fault.autoscaler-blind.remedy': '提交一个使用真有测量的指标（例如 cpu）的自动伸缩。',
    'fault.autoscaler-blind.explanation':
      '指标是一个要有人去量的名字。没人量，自动伸缩就按兵不动而不去猜，下一波访客来时小镇还是这么小。',
  },
} as const;
