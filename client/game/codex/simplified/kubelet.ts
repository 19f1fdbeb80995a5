/** What is simplified in this area: its SPEC.md’s marks, in words for players. */
import type { Simplification } from '../entry.ts';

export const kubelet: readonly Simplification[] = [
  {
    rule: 'KUBELET-2',
    mark: 'simplified: real kubelets keep a few',
    en: 'What a kubelet would have told while it was cut off is lost.',
    zh: 'kubelet 断线期间本该上报的事件都丢了。',
  },
  {
    rule: 'KUBELET-11',
    mark: 'simplified: real ones go round-robin',
    en: 'A pod gets the lowest free address.',
    zh: 'Pod 得到最小的空闲地址。',
  },
  {
    rule: 'KUBELET-24',
    mark: 'exact; simplified: a hand may try again as soon as it is back',
    en: 'A hand may try again as soon as the missing furniture is there.',
    zh: '缺的家具一到，手动就能马上再试。',
  },
  {
    rule: 'KUBELET-33',
    mark: 'exact; simplified: no condition PodReadyToStartContainers',
    en: 'A pod has no condition PodReadyToStartContainers.',
    zh: 'Pod 没有 PodReadyToStartContainers 这一条件。',
  },
  {
    rule: 'KUBELET-53',
    mark: 'exact; simplified: the address stays',
    en: 'A pod whose yard is made anew keeps its address.',
    zh: '小院重建后，Pod 的地址不变。',
  },
  {
    rule: 'KUBELET-61',
    mark: 'simplified: only calls fail, where nobody answers yet; a command is over after `sleep N`, else at once',
    en: 'Of hooks, only calls can fail; a command is over at once or after its sleep.',
    zh: '钩子里只有网络调用会失败；命令要么立刻结束，要么睡完就结束。',
  },
  {
    rule: 'KUBELET-64',
    mark: 'exact in kind; simplified: found when a container is started',
    en: 'A missing volume is found when a container is started.',
    zh: '启动容器时才发现缺卷。',
  },
  {
    rule: 'KUBELET-80',
    mark: 'exact; simplified: a kubelet that is started again reaches the API server before it begins them',
    en: 'A restarted kubelet begins its static pods only once it has reached the API server.',
    zh: 'kubelet 重启后要先连上 API server，才会启动静态 Pod。',
  },
  {
    rule: 'KUBELET-84',
    mark: 'exact in kind; simplified: seen at once (the real one looks each 20 s), refused when it is put there, and of the namespace default alone',
    en: 'A static pod’s file is seen and judged the moment it is put there, and its namespace is always default.',
    zh: '静态 Pod 的文件一放进去就会被看到并检查，而且命名空间只能是 default。',
  },
  {
    rule: 'KUBELET-82',
    mark: 'exact; simplified: what a probe would have concluded meanwhile it concludes at its return',
    en: 'A kubelet that returns knows at once what its probes would have found meanwhile.',
    zh: 'kubelet 一回来，就知道探针这期间本会得出什么结论。',
  },
  {
    rule: 'KUBELET-41',
    mark: 'simplified: at once, the real one within 10 s; a real kubelet lists full names only, so that its scheduler misses the short ones of Docker Hub',
    en: 'A kubelet that is back in touch reports at once. It lists its images by their short names, too.',
    zh: '重新连上的 kubelet 马上上报；它列出的镜像也带短名称。',
  },
  {
    rule: 'KUBELET-70',
    mark: 'exact for `memory.available`, `nodefs.available`, `imagefs.available`, `pid.available`; simplified: one disk for all, inodes without end, no allocatableMemory',
    en: 'A node has one disk for everything, and inodes without end.',
    zh: '节点只有一块盘，索引节点用不完。',
  },
  {
    rule: 'KUBELET-76',
    mark: 'metaphor',
    en: 'How many processes a program makes is written in its house.',
    zh: '程序会生出多少进程，写在房子里。',
  },
  {
    rule: 'KUBELET-77',
    mark: 'exact; vectors kubelet-image-gc; simplified: use counts until a pod leaves its node',
    en: 'An image counts as used until the pod has left its node.',
    zh: 'Pod 离开节点之前，镜像都算在用。',
  },
  {
    rule: 'KUBELET-79',
    mark: 'exact; simplified: a wrong file is refused, and not found out at the next start',
    en: 'A wrong kubelet configuration is refused at once, not found out at the next start.',
    zh: '写错的 kubelet 配置当场被拒绝，不会等到下次启动才发现。',
  },
];
