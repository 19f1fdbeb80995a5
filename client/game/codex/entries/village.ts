/** The village: who makes it real. */
import type { Entry } from '../entry.ts';

export const VILLAGE = [
  {
    id: 'node',
    label: 'exact',
    town: { en: 'village', zh: '村庄' },
    real: { en: 'node', zh: '节点（Node）' },
    does: { en: 'A machine on which pods run.', zh: '跑 Pod 的机器。' },
    fact: {
      en: 'A node is called NotReady after 50 s without a heartbeat (40 s before 1.32). Its pods are evicted after 300 s more.',
      zh: '50 秒没有心跳（1.32 之前是 40 秒）就算 NotReady，再过 300 秒才驱逐上面的 Pod。',
    },
  },
  {
    id: 'kubelet',
    label: 'exact',
    town: { en: 'village head', zh: '村长' },
    real: { en: 'kubelet', zh: 'kubelet' },
    does: {
      en: 'Pulls, starts, probes, restarts and reports, for one node.',
      zh: '管一个节点：拉取、启动、探测、重启、上报。',
    },
    fact: {
      en: 'It acts only for pods that are bound to its node, and restarts containers right there, with a back-off from 10 to 300 s. It never moves a pod.',
      zh: '只管绑定到本节点的 Pod，容器也就地重启，退避时间从 10 秒到 300 秒。它从不把 Pod 搬走。',
    },
  },
  {
    id: 'runtime',
    label: 'exact',
    town: { en: 'builders of the village', zh: '村里的施工队' },
    real: { en: 'container runtime', zh: '容器运行时' },
    does: {
      en: 'Does what the kubelet asks for: fetches images, makes containers.',
      zh: '照 kubelet 的吩咐办：取镜像，起容器。',
    },
    fact: {
      en: 'The kubelet speaks CRI with it. The adapter for Docker was deprecated in 1.20 and removed in 1.24 (2022); cri-dockerd carries it on, and images built by Docker run as ever.',
      zh: 'kubelet 用 CRI 与它对话。内置的 Docker 适配（dockershim）1.20 弃用、1.24（2022 年）移除，cri-dockerd 接着维护；Docker 造的镜像照跑不误。',
    },
  },
  {
    id: 'kubeproxy',
    label: 'exact',
    town: { en: 'rules on the street signs', zh: '路牌上的规矩' },
    real: { en: 'kube-proxy', zh: 'kube-proxy' },
    does: {
      en: 'Writes on each node where visitors to a Service are to be led.',
      zh: '在每个节点上写明：来找某个 Service 的访客该往哪儿走。',
    },
    fact: {
      en: 'It writes packet rules and then stands aside: traffic normally does not flow through it. The article calls it the proxy of the pods.',
      zh: '它写好转发规则就退到一边，流量通常不经过它。文章说它是“Pod 的代理”，容易误会。',
    },
  },
  {
    id: 'dns',
    label: 'exact',
    town: { en: 'address book', zh: '地址簿' },
    real: { en: 'cluster DNS (CoreDNS)', zh: '集群 DNS（CoreDNS）' },
    does: { en: 'Answers which address a Service’s name has.', zh: '回答某个 Service 的名字是什么地址。' },
    fact: {
      en: 'kube-dns gave way to CoreDNS: default in kubeadm since 1.11, gone from it in 1.21. It is a Deployment like others, not a part of each node.',
      zh: 'kube-dns 早已让位给 CoreDNS：kubeadm 从 1.11 起默认用它，1.21 起不再支持 kube-dns。它是个普通的 Deployment，并非每个节点都有。',
    },
  },
  {
    id: 'fluentd',
    label: 'simplified',
    town: { en: 'chronicler', zh: '史官' },
    real: { en: 'Fluentd (log collector)', zh: 'Fluentd（日志收集）' },
    does: { en: 'Reads what containers say on its node and sends it on.', zh: '读下本节点容器说的话，送往别处。' },
    fact: {
      en: 'It is an add-on that collects and forwards. Storing and searching are other programs’ work; the article gives it all three.',
      zh: '它是附加组件，只管收集和转发。存储和查询是别的程序的活；文章把三样都算给了它。',
    },
  },
] as const satisfies readonly Entry[];
