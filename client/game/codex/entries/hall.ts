/** The town hall: who decides. */
import type { Entry } from '../entry.ts';

export const HALL = [
  {
    id: 'k8s',
    label: 'exact',
    town: { en: 'helmsman', zh: '舵手' },
    real: { en: 'Kubernetes', zh: 'Kubernetes（K8s）' },
    does: {
      en: 'Steers a whole fleet of containers towards what was asked for.',
      zh: '把一整队容器驶向人们想要的样子。',
    },
    fact: {
      en: 'The name is Greek for helmsman. K8s stands for K, eight letters, s.',
      zh: '名字来自希腊语的“舵手”。K8s 就是 K、八个字母、s。',
    },
  },
  {
    id: 'borg',
    label: 'exact',
    town: { en: 'the elder cousin', zh: '前辈' },
    real: { en: 'Borg', zh: 'Borg' },
    does: {
      en: 'Google’s own cluster system, the school of those who began Kubernetes.',
      zh: 'Google 内部的集群系统，Kubernetes 的创始人就是从那里出来的。',
    },
    fact: {
      en: 'Borg has run inside Google since about 2003. Kubernetes is new code that took its lessons along, not Borg with its source opened.',
      zh: 'Borg 大约 2003 年起在 Google 内部运行。Kubernetes 吸取了它的教训，代码却是新写的，并不是把 Borg 开源。',
    },
  },
  {
    id: 'master',
    label: 'exact',
    town: { en: 'town hall', zh: '镇政府' },
    real: { en: 'control plane', zh: '控制平面（control plane）' },
    does: {
      en: 'Decides what shall stand where. No visitor ever passes through it.',
      zh: '决定什么立在哪里。访客从不经过这里。',
    },
    fact: {
      en: 'The article says master. Today one says control plane: kubeadm gave up the label master in 1.24 and the taint in 1.25. There are usually three of them.',
      zh: '文章叫 Master，如今叫控制平面：kubeadm 在 1.24 去掉了 master 标签，1.25 去掉了同名污点。通常有三台。',
    },
  },
  {
    id: 'apiserver',
    label: 'exact',
    town: { en: 'business hall', zh: '营业厅' },
    real: { en: 'API server', zh: 'API server' },
    does: { en: 'Takes every request, checks it, and writes it down.', zh: '接下每个请求，查验，然后记账。' },
    fact: {
      en: 'It is the only door to the ledger. Who writes on the basis of an old revision is refused with 409 and must read again.',
      zh: '它是通往账本的唯一一扇门。拿着旧版本来写，会得到 409，必须先重新读。',
    },
  },
  {
    id: 'etcd',
    label: 'exact',
    town: { en: 'ledger', zh: '账本' },
    real: { en: 'etcd', zh: 'etcd' },
    does: { en: 'Keeps everything that the cluster knows, with revisions.', zh: '记下集群知道的一切，并带修订号。' },
    fact: {
      en: 'A write counts once a majority of its members has it. Three survive the loss of one; four also survive only one. The article lists it without a word.',
      zh: '多数成员写下才算数。三个成员能坏一个，四个也只能坏一个。文章只列了名字，没有解释。',
    },
  },
  {
    id: 'scheduler',
    label: 'exact',
    town: { en: 'dispatch room', zh: '调度室' },
    real: { en: 'scheduler', zh: '调度器（kube-scheduler）' },
    does: { en: 'Gives each waiting pod a node.', zh: '给每个等着的 Pod 找一个节点。' },
    fact: {
      en: 'It filters, scores and binds, once. It counts what was requested, not what is used, and moves nothing later.',
      zh: '先过滤，再打分，然后绑定，只做一次。它看的是申请量，不是实际用量，之后也不会再挪动。',
    },
  },
  {
    id: 'cm',
    label: 'exact',
    town: { en: 'chief steward', zh: '大总管' },
    real: { en: 'controller manager', zh: 'controller manager' },
    does: {
      en: 'Runs many loops; each compares wanted with observed and repairs the difference.',
      zh: '跑着许多循环，每个都拿“想要的”对照“看到的”，再补上差别。',
    },
    fact: {
      en: 'No loop remembers orders: each looks again at the whole and does what is missing. So it does not matter how a difference came about.',
      zh: '循环不记命令：每次都重新看全貌，缺什么补什么。所以差别是怎么来的并不重要。',
    },
  },
  {
    id: 'version',
    label: 'exact',
    town: { en: 'which Kubernetes?', zh: '是哪个版本？' },
    real: { en: '“V1.13” and 1.36', zh: '“V1.13”与 1.36' },
    does: { en: 'Says which rules this town follows.', zh: '说明小镇遵照哪一版规则。' },
    fact: {
      en: 'The article’s V1.13 was right around December 2018. This simulation follows 1.36. Solomon Hykes left Docker in 2018, the article’s “this year”.',
      zh: '文章里的 V1.13 在 2018 年 12 月前后是对的，本模拟遵照 1.36。Solomon Hykes 离开 Docker 是在 2018 年，也就是文章说的“今年”。',
    },
  },
] as const satisfies readonly Entry[];
