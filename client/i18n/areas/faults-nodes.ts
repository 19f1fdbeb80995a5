/** Texts: faults of villages (nodes), and what is said where a village head is away. */
export const faultsNodesTexts = {
  en: {
    'refusal.kubeletDown':
      'The village head (kubelet) of {node} is not at his post: nobody can do this there. Restart the kubelet.',
    'step.kubeletDown': 'The village head (kubelet) is not at his post: restart the kubelet',
    'fault.kubelet-down.title': 'The village head is away (kubelet stopped)',
    'fault.kubelet-down.symptom':
      'All houses of one village go on, and no heartbeat comes from it. After 50 s the node is NotReady (Unknown), then tainted unreachable, and its pods are moved elsewhere; the old ones stay Terminating.',
    'fault.kubelet-down.remedy': 'Restart the kubelet of that village. A reboot does it as well, and ends what runs.',
    'fault.kubelet-down.explanation':
      'Containers are processes of the container runtime, so they outlive the kubelet. But nobody renews the lease, probes, restarts, starts or stops anything there. From outside it looks like a dead machine or a cut road; only somebody on the node can tell: systemctl status kubelet.',
    'refusal.runtimeDown':
      'The builders of village (node) {node} do not answer (container runtime down): houses can be neither opened nor closed. Restart the runtime.',
    'refusal.runtimeIsUp': 'The builders (container runtime) of village (node) {node} are at work.',
    'refusal.runtimeStarting':
      'The builders (container runtime) of village (node) {node} are coming back: {seconds} s to go.',
    'fault.runtime-down.title': 'The builders are gone (container runtime down)',
    'fault.runtime-down.symptom':
      'Nothing begins or ends in one village any more, and its head learns nothing new. After 30 s the node says NotReady: container runtime is down; after three minutes also: PLEG is not healthy.',
    'fault.runtime-down.remedy':
      'Restart the container runtime of that village. The houses that stand go on meanwhile.',
    'fault.runtime-down.explanation':
      'A kubelet builds nothing itself: it asks the container runtime. When that hangs, running containers live on, yet nobody restarts, replaces or removes them, and after five minutes NotReady the control plane moves the pods.',
  },
  zh: {
    'refusal.kubeletDown': '村庄（Node）{node} 的村长（kubelet）不在岗：这里没人能办这件事。请重启 kubelet。',
    'step.kubeletDown': '村长（kubelet）不在岗：重启 kubelet',
    'fault.kubelet-down.title': '村长不在（kubelet 停了）',
    'fault.kubelet-down.symptom':
      '一个村庄的房子照常营业，却没有心跳传来。50 秒后节点变成 NotReady（Unknown），接着被打上 unreachable 污点，小院被挪到别处；旧的一直停在 Terminating。',
    'fault.kubelet-down.remedy': '重启那个村庄的 kubelet。重启机器也行，但会中断正在运行的一切。',
    'fault.kubelet-down.explanation':
      '容器是容器运行时的进程，kubelet 停了它们还活着。但没人续租约，没人探测、重启、启动或停止任何东西。从外面看，它和死机、断路一模一样；只有上到节点才分得清：systemctl status kubelet。',
    'refusal.runtimeDown': '村庄（Node）{node} 的施工队没有回应（容器运行时停机）：房子开不了也关不了。请重启运行时。',
    'refusal.runtimeIsUp': '村庄（Node）{node} 的施工队（容器运行时）正在干活。',
    'refusal.runtimeStarting': '村庄（Node）{node} 的施工队（容器运行时）正在回来，还要 {seconds} 秒。',
    'fault.runtime-down.title': '施工队不见了（容器运行时停机）',
    'fault.runtime-down.symptom':
      '一个村庄里什么都不再开工或收工，村长也得不到新消息。30 秒后节点报告 NotReady：container runtime is down；三分钟后又加上：PLEG is not healthy。',
    'fault.runtime-down.remedy': '重启那个村庄的容器运行时。已经立着的房子照常营业。',
    'fault.runtime-down.explanation':
      '村长（kubelet）自己不盖房子，要请容器运行时来盖。运行时卡住后，运行中的容器照样活着，但没人重启、替换或拆除它们；NotReady 满五分钟，控制平面就会把小院挪走。',
  },
} as const;
