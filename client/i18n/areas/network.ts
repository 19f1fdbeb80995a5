/** Words of the network, the visitors and the faults. */
export const networkTexts = {
  en: {
    'loss.NoGate': 'No village (node) is open to visitors: every machine is down.',
    'loss.NoEndpoints': 'The street sign (Service) points to no house: it has no ready endpoints.',
    'loss.ConnectionRefused': 'Visitors stood before a house where nothing runs: connection refused.',
    'loss.NoRouteToHost': 'Visitors were sent to a village whose machine is dead: no route to host.',
    'loss.Overloaded': 'More visitors than the house can serve: overloaded.',
    'loss.ServerError': 'The house is open but does not answer yet, or is broken inside: server error (5xx).',

    'outage.title': 'Outage of {service}',

    'refusal.faultCannotStrike': 'The fault “{fault}” cannot strike “{target}” now: there is nothing there to break.',
    'refusal.noImageToSpoil':
      'The image “{image}” is not in the warehouse (registry), so nobody can push a bad version of it.',

    'fault.node-crash.title': 'A village goes dark (node crash)',
    'fault.node-crash.symptom':
      'All houses of one village stop at once. Its heartbeat (lease) stands still; after 50 s the node is NotReady.',
    'fault.node-crash.remedy':
      'Start the machine again (reboot). Meanwhile the control plane moves the pods to other nodes, once they no longer tolerate the dead one.',
    'fault.node-crash.explanation':
      'A node is a machine, and machines lose power. Nobody is told: the control plane only notices missing heartbeats. Until then the street signs still point there, and visitors are lost.',

    'fault.node-partition.title': 'A road is cut (network partition)',
    'fault.node-partition.symptom':
      'The node turns NotReady although its houses are open. Its street signs (kube-proxy rules) no longer change.',
    'fault.node-partition.remedy': 'Repair the road between the village and the town hall (repair link).',
    'fault.node-partition.explanation':
      'The kubelet cannot reach the API server, so it neither reports nor hears anything. Containers go on running. The control plane cannot tell a cut road from a dead machine: both are silence.',

    'fault.bad-house.title': 'A bad house (crashing image)',
    'fault.bad-house.symptom':
      'A new version was rolled out, and its pods restart again and again: CrashLoopBackOff, with longer and longer waits.',
    'fault.bad-house.remedy': 'Undo the roll-out, or set a good image. Restarting alone repairs nothing.',
    'fault.bad-house.explanation':
      'The image starts, looks well for a moment and then exits. Without a readiness probe, running counts as ready: the Deployment believes it and replaces every good pod.',

    'fault.leaking-house.title': 'A leaking house (memory leak)',
    'fault.leaking-house.symptom':
      'After a while the pods of a new version are killed: reason OOMKilled, exit code 137. They come back, fill up, and are killed again.',
    'fault.leaking-house.remedy':
      'Undo the roll-out, or set a good image. A higher limit only makes the next kill later.',
    'fault.leaking-house.explanation':
      'The program takes more memory every second. The limit is a promise to the neighbours: the kernel kills the container that breaks it, so that the whole village does not run dry.',

    'fault.registry-outage.title': 'The warehouse is shut (registry outage)',
    'fault.registry-outage.symptom':
      'Running houses stay open, but nothing new can be pulled or pushed: ErrImagePull, then ImagePullBackOff.',
    'fault.registry-outage.remedy': 'Restart the registry. Pods whose image is in the node’s cache start without it.',
    'fault.registry-outage.explanation':
      'An image is fetched once per node. Who has it in the cache does not need the registry; who must start on a fresh node does. That is why an outage here hurts most during another failure.',

    'fault.traffic-surge.title': 'A festival (traffic surge)',
    'fault.traffic-surge.symptom':
      'Several times the usual visitors. Houses are well, but full: requests are lost as Overloaded.',
    'fault.traffic-surge.remedy': 'Scale the Deployment up while it lasts, and down again afterwards.',
    'fault.traffic-surge.explanation':
      'Nothing is broken. Each pod serves only so many requests per second; more pods serve more, as long as the nodes have room. The festival ends by itself.',

    'fault.lost-furniture.title': 'The furniture is gone (missing ConfigMap)',
    'fault.lost-furniture.symptom':
      'A pod that was moved cannot start: CreateContainerConfigError, configmap not found. Those already furnished stay open, until they restart.',
    'fault.lost-furniture.remedy': 'Apply a ConfigMap of that name again.',
    'fault.lost-furniture.explanation':
      'An image brings no furniture. Environment from a ConfigMap is read when a container starts: running containers keep what they read, new ones find nothing.',
  },
  zh: {
    'loss.NoGate': '没有一个村庄（Node）能让访客进来：机器全停了。',
    'loss.NoEndpoints': '路牌（Service）没有指向任何房子：没有就绪的端点（Endpoints）。',
    'loss.ConnectionRefused': '访客到了门口，屋里什么都没在运行：连接被拒绝（connection refused）。',
    'loss.NoRouteToHost': '访客被领到一个机器已停的村庄：无法到达主机（no route to host）。',
    'loss.Overloaded': '访客太多，房子接待不过来：过载（Overloaded）。',
    'loss.ServerError': '房子开着门，但还没准备好，或里面坏了：服务器错误（5xx）。',

    'outage.title': '{service} 出现故障时段',

    'refusal.faultCannotStrike': '故障“{fault}”现在无法发生在“{target}”上：那里没有可以弄坏的东西。',
    'refusal.noImageToSpoil': '仓库（registry）里没有镜像“{image}”，所以没人能推送它的坏版本。',

    'fault.node-crash.title': '村庄停电（节点崩溃）',
    'fault.node-crash.symptom': '一个村庄的房子一下子全停了。它的心跳（Lease）不再更新；50 秒后节点变为 NotReady。',
    'fault.node-crash.remedy':
      '重新启动那台机器（reboot）。在此期间，等小院（Pod）不再容忍死掉的节点，控制平面会把它们挪到别的村庄。',
    'fault.node-crash.explanation':
      '节点就是一台机器，机器会断电。没有人来通知：控制平面只能发现心跳没了。在那之前路牌仍然指向那里，访客就流失了。',

    'fault.node-partition.title': '道路中断（网络分区）',
    'fault.node-partition.symptom': '节点变成 NotReady，可它的房子还开着。它的路牌（kube-proxy 规则）不再更新。',
    'fault.node-partition.remedy': '修好村庄与镇政府之间的路（repair link）。',
    'fault.node-partition.explanation':
      'kubelet 连不上 API server，既报告不了，也听不到消息；容器照常运行。控制平面分不清是路断了还是机器死了：两者都是沉默。',

    'fault.bad-house.title': '坏房子（一启动就崩溃的镜像）',
    'fault.bad-house.symptom': '新版本发布后，小院（Pod）一次次重启：CrashLoopBackOff，等待的时间越来越长。',
    'fault.bad-house.remedy': '撤销发布（undo rollout），或换回好的镜像。光重启什么也修不好。',
    'fault.bad-house.explanation':
      '这个镜像能启动，看上去正常了一会儿，然后就退出。没有就绪探针时，“在运行”就被当作“已就绪”：Deployment 信以为真，把好的小院全换掉了。',

    'fault.leaking-house.title': '漏水的房子（内存泄漏）',
    'fault.leaking-house.symptom':
      '新版本的小院（Pod）过一阵就被杀掉：原因 OOMKilled，退出码 137。重启后又慢慢占满，再被杀掉。',
    'fault.leaking-house.remedy': '撤销发布（undo rollout），或换回好的镜像。调高上限只会让下一次来得晚一点。',
    'fault.leaking-house.explanation':
      '程序每秒都在多占内存。上限（limit）是对邻居的承诺：谁超过，内核就杀掉谁的容器，免得整个村庄的内存被用光。',

    'fault.registry-outage.title': '仓库关门（registry 故障）',
    'fault.registry-outage.symptom':
      '开着的房子照常营业，但什么都拉不下来、推不上去：先是 ErrImagePull，再是 ImagePullBackOff。',
    'fault.registry-outage.remedy': '重启仓库（registry）。镜像已经在节点缓存里的小院（Pod）不需要它也能启动。',
    'fault.registry-outage.explanation':
      '每个节点只取一次镜像。缓存里有的就不需要仓库；要在新节点上启动的就需要。所以仓库故障碰上别的故障时最要命。',

    'fault.traffic-surge.title': '庙会（流量激增）',
    'fault.traffic-surge.symptom': '访客是平时的好几倍。房子都好好的，只是满了：请求因过载（Overloaded）而丢失。',
    'fault.traffic-surge.remedy': '期间把 Deployment 扩容，之后再缩回来。',
    'fault.traffic-surge.explanation':
      '什么都没坏。每个小院（Pod）每秒只能接待这么多请求；只要村庄还有地方，多盖几座就能多接待。庙会自己会结束。',

    'fault.lost-furniture.title': '家具不见了（ConfigMap 丢失）',
    'fault.lost-furniture.symptom':
      '被搬迁的小院（Pod）起不来：CreateContainerConfigError，找不到 ConfigMap。已经有家具的还开着，直到它们重启。',
    'fault.lost-furniture.remedy': '重新提交（apply）一个同名的 ConfigMap。',
    'fault.lost-furniture.explanation':
      '镜像不带家具。来自 ConfigMap 的环境变量在容器启动时读取：运行中的容器留着读到的内容，新的什么也找不到。',
  },
} as const;
