/** Texts of names and calls: the name server, and what happens to those who depend on others. */
export const dnsTexts = {
  en: {
    'loss.NameNotFound': 'The house had to call another one, and nobody knew its name (no such host)',
    'loss.DependencyFailed': 'The house had to call another one, and got no answer (dependency failed)',
    'fault.dns-outage.title': 'Nobody knows the names (DNS outage)',
    'fault.dns-outage.symptom':
      'Within half a minute, houses that call others by name fail one after the other, although all pods are ready. Those that call nobody go on.',
    'fault.dns-outage.remedy':
      'Look into the kube-system namespace: the Deployment coredns has no pods. Scale it up again. Restarting the houses helps nobody: a new one has nothing to remember.',
    'fault.dns-outage.explanation':
      'A Service is found by its name: the answer comes from CoreDNS pods, which run on nodes like any others, and is remembered for 30 seconds. When they are gone, what is remembered still works; then it is forgotten, and the call fails before it has begun.',
    'refusal.clusterIpFixed': 'The address of Service {name} is given once and never changes ({field})',
    'refusal.invalidPortsMissing':
      'Service {name} needs a port: only a headless one (clusterIP: None) or an ExternalName may go without.',
    'refusal.invalidHeadless':
      'Service {name} cannot have no address (clusterIP: None) and a gate on every village: that needs an address.',
    'refusal.invalidExternalName':
      'Service {name} stands for another name ({field}): it needs an externalName, and has no address of its own.',
    'refusal.invalidPortName':
      'Service {name} has several ports: each needs a name ({field}), so that they can be told apart.',
    'refusal.invalidDuplicatePort': 'Service {name}: {field} is there twice, {value}.',
    'refusal.nodePortRange':
      'Service {name}: {value} is no port of a village gate (nodePort). Those go from 30000 to 32767; leave it out, and one is given.',
    'refusal.nodePortTaken':
      'Service {name}: port {value} of the village gates (nodePort) belongs to another Service. Leave it out, and a free one is given.',
    'refusal.nodePortInside':
      'Service {name}: {field} is for Services that can be reached from outside. Say type: NodePort, too.',
    'fact.dnsName': 'Name in the address book (DNS)',
    'fact.nodePorts': 'Open at',
    'refusal.clusterIpTaken': '{value} cannot be the address of Service {name}: taken, or outside 10.96.0.0/16',
    'fault.kube-proxy-stale.title': 'An old street sign (kube-proxy stopped)',
    'fault.kube-proxy-stale.symptom':
      'At first nothing at all. When pods come and go, visitors who enter through one village are still sent to the old addresses; everywhere else all is well.',
    'fault.kube-proxy-stale.remedy': 'Restart kube-proxy on that node (or reboot the node).',
    'fault.kube-proxy-stale.explanation':
      'kube-proxy carries no visitors: it writes the rules by which the kernel does. When it stops, the rules stay as they were, and age.',
    'machine.proxyDown': 'kube-proxy has been down for {seconds} s: its rules stand still',
    'machine.restartProxy': 'Restart kube-proxy',
    'verb.restartProxy': 'Restart kube-proxy on {node}',
    'verbName.restartProxy': 'restart kube-proxy',
    'refusal.proxyIsUp': 'kube-proxy of {node} is running',
  },
  zh: {
    'loss.NameNotFound': '这座房子要找另一座帮忙，可没人知道那个名字（no such host）',
    'loss.DependencyFailed': '这座房子要找另一座帮忙，却没有得到回应（依赖失败）',
    'fault.dns-outage.title': '谁也不知道名字（DNS 故障）',
    'fault.dns-outage.symptom':
      '半分钟之内，要按名字找别家帮忙的房子一座接一座地失败，而所有 Pod 都显示就绪；不求人的房子照常营业。',
    'fault.dns-outage.remedy':
      '看看 kube-system 命名空间：Deployment coredns 一个 Pod 都没有，把它扩回来。重启房子没有用：新房子连记忆都没有。',
    'fault.dns-outage.explanation':
      'Service 要靠名字找到：答案由地址簿（CoreDNS）的 Pod 给出，它们和别的 Pod 一样住在节点上；查到的地址会记住 30 秒。Pod 没了，还记得的照样能用；一旦忘记，请求还没出门就失败了。',
    'refusal.clusterIpFixed': 'Service {name} 的地址只给一次，不能再改（{field}）',
    'refusal.invalidPortsMissing':
      'Service {name} 至少要有一个端口：只有无头服务（clusterIP: None）和 ExternalName 才可以不写。',
    'refusal.invalidHeadless': 'Service {name} 不能既没有地址（clusterIP: None），又要在每个村口开门：开门得有地址。',
    'refusal.invalidExternalName':
      'Service {name} 只是另一个名字的别名（{field}）：必须写 externalName，而且自己没有地址。',
    'refusal.invalidPortName': 'Service {name} 有好几个端口：每个都要有名字（{field}），才分得清。',
    'refusal.invalidDuplicatePort': 'Service {name}：{field} 重复了，{value}。',
    'refusal.nodePortRange':
      'Service {name}：{value} 不能作村口的端口（nodePort）。范围是 30000 到 32767；不写就会分配一个。',
    'refusal.nodePortTaken':
      'Service {name}：村口的端口（nodePort）{value} 已归另一个 Service。不写就会分配一个空闲的。',
    'refusal.nodePortInside': 'Service {name}：{field} 只用于能从外面访问的 Service。请同时写上 type: NodePort。',
    'fact.dnsName': '地址簿里的名字（DNS）',
    'fact.nodePorts': '开放于',
    'refusal.clusterIpTaken': '{value} 不能作 Service {name} 的地址：已被占用，或不在 10.96.0.0/16 之内',
    'fault.kube-proxy-stale.title': '过时的路牌（kube-proxy 停了）',
    'fault.kube-proxy-stale.symptom':
      '起初什么也看不出来。等 Pod 有进有出，从这个村庄进来的访客仍被领到旧地址；别处一切正常。',
    'fault.kube-proxy-stale.remedy': '在那个节点上重启 kube-proxy（或者重启节点）。',
    'fault.kube-proxy-stale.explanation':
      'kube-proxy 并不领路，它只写规则，由内核照着走。它一停，规则就停在那一刻，慢慢过时。',
    'machine.proxyDown': 'kube-proxy 已停 {seconds} 秒：规则停在那一刻',
    'machine.restartProxy': '重启 kube-proxy',
    'verb.restartProxy': '重启 {node} 的 kube-proxy',
    'verbName.restartProxy': '重启 kube-proxy',
    'refusal.proxyIsUp': '{node} 的 kube-proxy 正在运行',
  },
} as const;
