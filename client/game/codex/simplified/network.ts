/** What is simplified in this area: its SPEC.md’s marks, in words for players. */
import type { Simplification } from '../entry.ts';

export const network: readonly Simplification[] = [
  {
    rule: 'NET-2',
    mark: 'simplified: minSyncPeriod 1 s; real proxies sync each in its own second',
    en: 'All proxies that are in touch change their rules in the same second.',
    zh: '连得上的代理都在同一秒更新规则。',
  },
  {
    rule: 'NET-8',
    mark: 'exact; simplified: visitors and callers use the first port, and a program listens on the ports that its image exposes',
    en: 'Visitors and callers use a Service’s first port.',
    zh: '访客和调用者只用 Service 的第一个端口。',
  },
  {
    rule: 'NET-5',
    mark: "metaphor: a load balancer's health check",
    en: 'A load balancer in front of the town shares visitors out evenly and checks the machines.',
    zh: '镇外有个负载均衡器，平均分配访客，并检查机器。',
  },
  {
    rule: 'NET-6',
    mark: 'simplified',
    en: 'A cut road to the town hall does not stop visitors.',
    zh: '通往镇政府的路断了，访客照样能来。',
  },
  {
    rule: 'NET-12',
    mark: 'exact; simplified: nobody writes endpoints by hand',
    en: 'A Service without a selector finds nobody: nobody writes its address list by hand.',
    zh: '没有选择器的 Service 找不到任何小院：没有人手写它的地址表。',
  },
  {
    rule: 'DNS-9',
    mark: 'exact; simplified: a client knows at once which pods come and go',
    en: 'Who calls a headless Service knows at once which pods come and go.',
    zh: '调用无头服务的程序马上就知道哪些小院来了、走了。',
  },
  {
    rule: 'DNS-10',
    mark: 'exact; simplified: the world outside never fails',
    en: 'Whoever an ExternalName stands for outside of the town always answers.',
    zh: 'ExternalName 指向的镇外服务总会应答。',
  },
  {
    rule: 'DNS-2',
    mark: 'simplified: when it asks follows from the clock; what it could not find it looks for again at once',
    en: 'When a program asks for an address again follows from the clock.',
    zh: '程序什么时候再查地址，由时钟决定。',
  },
  {
    rule: 'DNS-5',
    mark: 'exact; simplified: its image lies on the first nodes, and its Corefile is not modelled',
    en: 'The name server is one machine of its own, without pods.',
    zh: '名字服务器是单独一台机器，没有 Pod。',
  },
  {
    rule: 'DNS-6',
    mark: 'exact in kind; simplified: without the 5 s of waiting',
    en: 'Who gets no answer from one name server asks the next at once, not after 5 s.',
    zh: '一台名字服务器不应答，就马上问下一台，不用等 5 秒。',
  },
  {
    rule: 'DNS-8',
    mark: "simplified: so that hands are for the town's own houses",
    en: 'The loops look after kube-system by themselves, also where seats are played by hand.',
    zh: '就算席位由人手动，kube-system 也由循环自己照看。',
  },
  {
    rule: 'NET-9',
    mark: 'exact; simplified: they stand in its status; a LoadBalancer is a NodePort, and has no address of its own',
    en: 'A LoadBalancer Service is a NodePort Service, with no address of its own.',
    zh: 'LoadBalancer 类型的 Service 就是 NodePort，没有自己的外部地址。',
  },
  {
    rule: 'NET-11',
    mark: 'exact; simplified: the front road asks no healthCheckNodePort',
    en: 'The front road leads visitors also to villages without a pod of a Local Service.',
    zh: '大路也会把访客带到没有 Local 服务小院的村庄。',
  },
];
