/** What stands in a village, and who finds it. */
import type { Entry } from '../entry.ts';

export const YARD = [
  {
    id: 'pod',
    label: 'simplified',
    town: { en: 'walled yard', zh: '小院' },
    real: { en: 'pod', zh: 'Pod' },
    does: {
      en: 'Holds one or more houses that share an address and a fate.',
      zh: '里面一座或几座房子，同一个地址，同一个命运。',
    },
    fact: {
      en: 'A pod is one or more containers. The article’s “one process” is too narrow: helpers may live in the same yard.',
      zh: '一个 Pod 里可以有一个或多个容器。文章说“一个进程”太窄了：帮手可以住在同一个院子里。',
    },
  },
  {
    id: 'service',
    label: 'exact',
    town: { en: 'gate and street sign', zh: '大门与路牌' },
    real: { en: 'Service', zh: 'Service' },
    does: { en: 'Gives changing pods one lasting name and address.', zh: '给来来去去的 Pod 一个不变的名字和地址。' },
    fact: {
      en: 'It leads to the pods that its selector matches and that are ready. It is an entry in the ledger, not a process.',
      zh: '它把人领到选择器选中、而且就绪的 Pod。它只是账本里的一条记录，不是进程。',
    },
  },
  {
    id: 'probes',
    label: 'exact',
    town: { en: 'three knocks', zh: '三种敲门' },
    real: { en: 'startup, liveness, readiness probes', zh: '启动、存活、就绪探针' },
    does: {
      en: 'Ask a container whether it has started, still lives, and may have visitors.',
      zh: '问容器：起来了吗？还活着吗？能接客吗？',
    },
    fact: {
      en: 'A failed liveness probe restarts the container; a failed readiness probe only takes it off the address list; until the startup probe has passed, both wait.',
      zh: '存活探针失败会重启容器；就绪探针失败只是从地址表上拿掉；启动探针没过之前，两者都等着。',
    },
  },
  {
    id: 'requests',
    label: 'exact',
    town: { en: 'promise and fence', zh: '承诺与围栏' },
    real: { en: 'requests and limits', zh: 'requests 与 limits' },
    does: {
      en: 'Say how much room a container is promised, and how much it may take.',
      zh: '说明给容器留多少地方，以及它最多能占多少。',
    },
    fact: {
      en: 'Requests decide where a pod fits and its share of the processor. A limit is a ceiling: memory above it ends in exit code 137, processor time above it only makes it slower.',
      zh: 'requests 决定放得下放不下，也决定 CPU 份额。limits 是上限：内存超了会被杀（退出码 137），CPU 超了只是变慢。',
    },
  },
] as const satisfies readonly Entry[];
