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
  },
} as const;
