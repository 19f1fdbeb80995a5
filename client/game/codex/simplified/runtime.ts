/** What is simplified in this area: its SPEC.md’s marks, in words for players. */
import type { Simplification } from '../entry.ts';

export const runtime: readonly Simplification[] = [
  { rule: 'RUNTIME-10', mark: 'simplified', en: 'Making a container takes a second.', zh: '创建一个容器要一秒。' },
  {
    rule: 'RUNTIME-11',
    mark: "metaphor for an application's start",
    en: 'How long a program warms up is written in its house.',
    zh: '程序预热多久，写在房子里。',
  },
  {
    rule: 'RUNTIME-12',
    mark: 'metaphor',
    en: 'When a program ends by itself is written in its house.',
    zh: '程序什么时候自己结束，写在房子里。',
  },
  {
    rule: 'RUNTIME-14',
    mark: "simplified: the pod's event is named OOMKilled",
    en: 'The event of a container killed for memory is called OOMKilled.',
    zh: '因内存被杀的事件就叫 OOMKilled。',
  },
  {
    rule: 'RUNTIME-15',
    mark: 'simplified',
    en: 'Every program obeys SIGTERM within two seconds.',
    zh: '每个程序收到 SIGTERM 后两秒内结束。',
  },
  {
    rule: 'PULL-2',
    mark: 'exact in kind; simplified: one layer after the other',
    en: 'An image’s layers come one after the other.',
    zh: '镜像的层一层接一层地到。',
  },
  {
    rule: 'PULL-5',
    mark: 'exact; simplified: ErrImagePull shows for two ticks',
    en: 'ErrImagePull shows for two seconds before the back-off.',
    zh: 'ErrImagePull 显示两秒，然后进入退避。',
  },
  {
    rule: 'PULL-6',
    mark: 'simplified: the real kubelet asks for each, and finds the layers there',
    en: 'Containers that wait for the same image share one pull.',
    zh: '等同一张镜像的容器共用一次拉取。',
  },
  {
    rule: 'PROBE-3',
    mark: 'simplified: the real rhythm has its own phase',
    en: 'Probes beat from the container’s start; real ones have a phase of their own.',
    zh: '探针从容器启动时开始打拍子；真实的各有各的节拍。',
  },
  {
    rule: 'PROBE-4',
    mark: 'simplified: the exposed ports are the listening ones; every program knows the health call; what a command looks at is not played',
    en: 'A program listens on the ports that its image exposes and knows gRPC’s health call; a probe’s command works as soon as the program is up.',
    zh: '程序监听的就是镜像声明（EXPOSE）的端口，也都懂 gRPC 健康检查；探针的命令在程序就绪后就算成功。',
  },
  {
    rule: 'PROBE-6',
    mark: 'simplified: the real kubelet counts each',
    en: 'Of failed probes only the first of a run is told.',
    zh: '连续失败的探针只报第一次。',
  },
  {
    rule: 'RUNTIME-42',
    mark: 'simplified',
    en: 'A container runtime is back 5 s after its restart.',
    zh: '容器运行时重启后 5 秒恢复。',
  },
  {
    rule: 'RUNTIME-31',
    mark: "exact in kind (CFS quota); metaphor: what a program needs; simplified: a node's CPU is never short",
    en: 'How much CPU a program needs is written in its house, and a node’s own CPU is never short.',
    zh: '程序需要多少 CPU 写在房子里，节点自己的 CPU 从不紧张。',
  },
  {
    rule: 'RUNTIME-32',
    mark: 'exact for one thread; simplified: a probe does not stand in line behind visitors',
    en: 'A probe does not stand in line behind visitors.',
    zh: '探针不会排在访客后面等。',
  },
  {
    rule: 'RUNTIME-53',
    mark: 'exact in kind; simplified: RunContainerError is not shown before the back-off',
    en: 'A container that cannot begin shows StartError, and RunContainerError at no time.',
    zh: '容器无法启动时显示 StartError，不会先显示 RunContainerError。',
  },
  {
    rule: 'RUNTIME-54',
    mark: 'simplified: it asks every 2 seconds when all else is over, whatever the loop says, and not before something that runs on',
    en: 'A loop that waits for a name asks every two seconds, at the end of its script.',
    zh: '等待域名的循环每两秒问一次，放在脚本的最后。',
  },
  {
    rule: 'RUNTIME-55',
    mark: 'simplified: a loop says each line once, and what `$(...)` would say is `...`',
    en: 'Of what a loop echoes the log shows each line once.',
    zh: '循环里 echo 的每一行，日志只显示一次。',
  },
  {
    rule: 'RUNTIME-56',
    mark: "exact in kind; simplified: PATH, HOME and the variables of Services are not there, and of printf's formats only %s and %d",
    en: 'A container’s environment has neither PATH and HOME nor the variables of Services.',
    zh: '容器的环境变量里没有 PATH、HOME，也没有 Service 的那些变量。',
  },
];
