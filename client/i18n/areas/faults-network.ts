/** Texts: faults of street signs and villages (Services, nodes). */
export const faultsNetworkTexts = {
  en: {
    'fault.deleted-service.title': 'The street sign is gone (deleted Service)',
    'fault.deleted-service.symptom':
      'All pods are ready, and every visitor is lost: NoEndpoints. There is no Service of that name.',
    'fault.deleted-service.remedy': 'Apply the Service again.',
    'fault.deleted-service.explanation':
      'A Service is a name, an address and a selector; without it nobody finds the pods. The pods know nothing of it and notice nothing.',
    'fault.wrong-selector.title': 'A street sign to nowhere (wrong selector)',
    'fault.wrong-selector.symptom':
      'The Service stands, its pods are ready, and its list of endpoints is empty: NoEndpoints.',
    'fault.wrong-selector.remedy': 'Correct the selector and apply the Service.',
    'fault.wrong-selector.explanation':
      'A Service finds pods by labels alone. One letter off, and the list is empty; nothing reports an error, because an empty list is a correct answer.',
    'fault.wrong-target-port.title': 'Sent to the wrong door (wrong targetPort)',
    'fault.wrong-target-port.symptom':
      'Pods are ready, endpoints are listed, and every visitor hears ConnectionRefused.',
    'fault.wrong-target-port.remedy': 'Correct targetPort and apply the Service.',
    'fault.wrong-target-port.explanation':
      'The Service leads to a port where nobody in the pod listens. Readiness was asked at another door, so all looks green. Compare targetPort with what the container exposes.',
    'fault.cyclic-call.title': 'Asking oneself for the way (cyclic call)',
    'fault.cyclic-call.symptom':
      'All pods are ready and every answer fails: DependencyFailed. The service that fails to answer is the one that asks.',
    'fault.cyclic-call.remedy': 'Undo the roll-out.',
    'fault.cyclic-call.explanation':
      'The new version asks its own service before it answers. Each request makes another, until the caller gives up. More pods only ask more.',
    'fault.misspelt-name.title': 'A letter to Kitchn (misspelt service name)',
    'fault.misspelt-name.symptom': 'Some answers fail: NameNotFound. DNS is well, all other names are known.',
    'fault.misspelt-name.remedy': 'Undo the roll-out, or make a Service of that name.',
    'fault.misspelt-name.explanation':
      'The new version calls a service by a name that no Service has. The name server answers truthfully: no such name (NXDOMAIN). It fails for a part of the requests only, which hides it.',
    'fault.zone-outage.title': 'A whole valley in the dark (zone outage)',
    'fault.zone-outage.symptom':
      'Several nodes fall silent in the same second: NoRouteToHost, then NotReady. They share a zone label.',
    'fault.zone-outage.remedy': 'Start their machines again (reboot). Next time spread the pods over zones.',
    'fault.zone-outage.explanation':
      'Zones share power and network, and fail together. Pods spread over nodes of one zone are not spread at all. The node controller evicts more slowly when a whole zone is gone.',
    'fault.disk-filled.title': 'The cellar is full (disk pressure)',
    'fault.disk-filled.symptom':
      'A node reports DiskPressure; its pods are Evicted and none is placed there. They use little disk themselves.',
    'fault.disk-filled.remedy': 'Sweep the node (delete what belongs to no pod).',
    'fault.disk-filled.explanation':
      'The kubelet protects the node: first it removes unused images, then pods. Here neither helps, because the files belong to no pod. The condition stays for five minutes after there is room again.',
    'fault.memory-hog.title': 'A giant in the village (memory pressure)',
    'fault.memory-hog.symptom':
      'A node reports MemoryPressure and evicts pods, although their own use is within their requests.',
    'fault.memory-hog.remedy': 'Sweep the node (end what belongs to no pod).',
    'fault.memory-hog.explanation':
      'The kubelet only knows pods. A process outside them takes the memory, and the innocent are sent away, first those who use more than they asked for. Reserve memory for the system, and look below the pods.',
    'fault.process-bomb.title': 'A swarm without a hive (PID pressure)',
    'fault.process-bomb.symptom':
      'A node reports PIDPressure and evicts pods, although each of them has few processes.',
    'fault.process-bomb.remedy': 'Sweep the node (end what belongs to no pod).',
    'fault.process-bomb.explanation':
      'Process numbers are a resource like memory: a script that starts itself again and again (fork bomb) uses them up, and nobody else can start anything. Limit them per pod and watch pid.available.',
    'verb.sweepNode': 'Sweep {node}: end and delete what belongs to no pod',
    'verbName.sweepNode': 'sweep node',
    'refusal.nodeIsSwept': 'On village (node) {node} there is nothing that belongs to no pod.',
  },
  zh: {
    'fault.deleted-service.title': '路牌不见了（Service 被删除）',
    'fault.deleted-service.symptom': '小院全都就绪，访客却全部流失：NoEndpoints。没有这个名字的 Service。',
    'fault.deleted-service.remedy': '重新提交（apply）这个 Service。',
    'fault.deleted-service.explanation':
      'Service 是名字、地址和选择器；没有它，谁也找不到小院。小院对此一无所知，也毫无察觉。',
    'fault.wrong-selector.title': '指向空地的路牌（选择器写错）',
    'fault.wrong-selector.symptom': 'Service 在，小院也就绪，端点列表却是空的：NoEndpoints。',
    'fault.wrong-selector.remedy': '改正选择器并提交 Service。',
    'fault.wrong-selector.explanation':
      'Service 只靠标签找小院。差一个字母，列表就空了；没有谁报错，因为空列表也是正确答案。',
    'fault.wrong-target-port.title': '被带到错的门（targetPort 写错）',
    'fault.wrong-target-port.symptom': '小院就绪，端点也列着，可是每位访客都听到 ConnectionRefused。',
    'fault.wrong-target-port.remedy': '改正 targetPort 并提交 Service。',
    'fault.wrong-target-port.explanation':
      'Service 把人带到小院里没人监听的端口。就绪探针问的是另一扇门，所以看上去全是绿的。把 targetPort 和容器监听的端口对一对。',
    'fault.cyclic-call.title': '向自己问路（循环调用）',
    'fault.cyclic-call.symptom': '小院全都就绪，答复却都失败：DependencyFailed。不答话的正是提问的那个服务。',
    'fault.cyclic-call.remedy': '撤销发布。',
    'fault.cyclic-call.explanation':
      '新版本在答话之前要先问自己的服务。每个请求又生出一个请求，直到提问的人放弃。小院越多，问得越多。',
    'fault.misspelt-name.title': '写给“厨方”的信（服务名拼错）',
    'fault.misspelt-name.symptom': '一部分答复失败：NameNotFound。DNS 正常，其他名字都查得到。',
    'fault.misspelt-name.remedy': '撤销发布，或者建一个同名的 Service。',
    'fault.misspelt-name.explanation':
      '新版本按一个并不存在的名字找服务。地址簿如实回答：没有这个名字（NXDOMAIN）。只有一部分请求失败，所以不容易看出来。',
    'fault.zone-outage.title': '整个山谷停电（可用区故障）',
    'fault.zone-outage.symptom': '几个节点在同一秒没了声音：先是 NoRouteToHost，再是 NotReady。它们的可用区标签相同。',
    'fault.zone-outage.remedy': '重新启动（reboot）这些机器。下次把小院分散到不同可用区。',
    'fault.zone-outage.explanation':
      '同一可用区共用电力和网络，会一起坏。只分散在一个区的几个节点上，等于没有分散。整个区都没了的时候，节点控制器驱逐得更慢。',
    'fault.disk-filled.title': '地窖满了（磁盘压力）',
    'fault.disk-filled.symptom':
      '一个节点报告 DiskPressure；上面的小院被驱逐（Evicted），也没有新的来。它们自己其实没占多少磁盘。',
    'fault.disk-filled.remedy': '清扫这个节点（删掉不属于任何小院的东西）。',
    'fault.disk-filled.explanation':
      'kubelet 要保住节点：先删没用的镜像，再赶小院。这里都没用，因为那些文件不属于任何小院。腾出地方后，这个状况还会保留五分钟。',
    'fault.memory-hog.title': '村里来了巨人（内存压力）',
    'fault.memory-hog.symptom': '一个节点报告 MemoryPressure 并驱逐小院，可小院的用量并没有超过请求。',
    'fault.memory-hog.remedy': '清扫这个节点（结束不属于任何小院的进程）。',
    'fault.memory-hog.explanation':
      'kubelet 只认识小院。小院之外的进程吃掉了内存，被请走的却是无辜的，首先是用得比请求多的。给系统预留内存，并往小院底下看。',
    'fault.process-bomb.title': '没有蜂巢的蜂群（PID 压力）',
    'fault.process-bomb.symptom': '一个节点报告 PIDPressure 并驱逐小院，可每座小院的进程都不多。',
    'fault.process-bomb.remedy': '清扫这个节点（结束不属于任何小院的进程）。',
    'fault.process-bomb.explanation':
      '进程号和内存一样是资源：不断自我复制的脚本（fork 炸弹）会把它用光，别人什么也启动不了。按小院限制它，并盯住 pid.available。',
    'verb.sweepNode': '清扫 {node}：结束并删掉不属于任何小院（Pod）的东西',
    'verbName.sweepNode': '清扫节点',
    'refusal.nodeIsSwept': '村庄（Node）{node} 上没有不属于小院（Pod）的东西。',
  },
} as const;
