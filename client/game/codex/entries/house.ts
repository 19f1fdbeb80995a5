/** Houses and what they are made of. */
import type { Entry } from '../entry.ts';

export const HOUSE = [
  {
    id: 'container',
    label: 'simplified',
    town: { en: 'house', zh: '房子' },
    real: { en: 'container', zh: '容器（container）' },
    does: {
      en: 'Runs one program from an image, behind a fence of its own.',
      zh: '从一张镜像启动一个程序，四周有自己的围栏。',
    },
    fact: {
      en: 'It lives exactly as long as its main process. When that ends, the house is gone, and with it whatever was put inside and not into a volume.',
      zh: '主进程在，容器就在；主进程一结束，房子就没了，没放进卷里的东西也跟着没了。',
    },
  },
  {
    id: 'image',
    label: 'exact',
    town: { en: 'house plan', zh: '房屋图纸' },
    real: { en: 'image', zh: '镜像（image）' },
    does: {
      en: 'Says everything that is needed to put up a house: files, settings, the command to start.',
      zh: '写明立起一座房子需要的一切：文件、设置、启动命令。',
    },
    fact: {
      en: 'It is a manifest, a configuration and layers, each named by its sha256 digest. It never changes; a change makes another image.',
      zh: '由清单、配置和若干层组成，每一份都以 sha256 摘要命名。镜像从不改变，改了就是另一张镜像。',
    },
  },
  {
    id: 'layer',
    label: 'exact',
    town: { en: 'floor', zh: '楼层' },
    real: { en: 'image layer', zh: '镜像层（layer）' },
    does: {
      en: 'Holds what one instruction added or changed; equal floors are stored and carried once.',
      zh: '记录一条指令增加或改动的文件；相同的层只存一份、只搬一次。',
    },
    fact: {
      en: 'Removing a file in a later layer only hides it: the earlier layer stays as large as it was.',
      zh: '在后面的层里删文件，只是把它遮住：前面那一层一个字节也不会少。',
    },
  },
  {
    id: 'cache',
    label: 'exact',
    town: { en: 'the witch’s memory', zh: '老巫婆的记性' },
    real: { en: 'build cache', zh: '构建缓存（build cache）' },
    does: {
      en: 'Takes a step from memory when nothing that it depends on has changed.',
      zh: '只要一步所依赖的都没变，就直接从记忆里取出来。',
    },
    fact: {
      en: 'The first miss makes every later step of its stage a miss. RUN is compared by its text, COPY by the content that it copies.',
      zh: '第一步没命中，同一阶段后面的步骤就全都没命中。RUN 比的是文字，COPY 比的是所拷贝的内容。',
    },
  },
  {
    id: 'anywhere',
    label: 'exact',
    town: { en: 'same house on any plot', zh: '哪块地都能立' },
    real: { en: 'build once, run anywhere', zh: '一次构建，到处运行' },
    does: {
      en: 'Makes the same house stand in every village without building it again.',
      zh: '不用重造，同一座房子就能立在任何村庄。',
    },
    fact: {
      en: 'Anywhere means: the same processor architecture and kernel family, or an image that holds one variant for each platform.',
      zh: '“到处”是有条件的：同样的处理器架构和内核家族，或者镜像里为每种平台各备一份。',
    },
  },
  {
    id: 'config',
    label: 'exact',
    town: { en: 'own furniture', zh: '自带家具' },
    real: { en: 'ConfigMap, Secret, environment', zh: '配置：ConfigMap、Secret、环境变量' },
    does: {
      en: 'Brings what differs from place to place when the house is moved into.',
      zh: '房子立起来时才搬进来、因地而异的东西。',
    },
    fact: {
      en: 'Configuration, secrets and volumes come at the start of a container. They are no part of the plan, so one image serves all places.',
      zh: '配置、密钥和卷都在容器启动时才到，不属于图纸，所以同一张镜像到处可用。',
    },
  },
  {
    id: 'volume',
    label: 'simplified',
    town: { en: 'cellar', zh: '地窖' },
    real: { en: 'volume', zh: '卷（volume）' },
    does: { en: 'Keeps what must outlive a container.', zh: '存放要比容器活得更久的东西。' },
    fact: {
      en: 'Every volume outlives its containers. Whether it outlives the pod depends on its kind: an emptyDir does not, a persistent claim does.',
      zh: '每种卷都比容器活得久；能不能比 Pod 活得久要看种类：emptyDir 不能，持久卷声明可以。',
    },
  },
  {
    id: 'size',
    label: 'exact',
    town: { en: 'how large is a plan?', zh: '图纸有多大？' },
    real: { en: 'image size', zh: '镜像大小' },
    does: {
      en: 'Decides how long a village waits for its first house of a kind.',
      zh: '决定一个村庄头一回要等多久才能立起这种房子。',
    },
    fact: {
      en: 'Real images weigh from a few megabytes to several gigabytes. The few kilobytes that the article mentions are a rare case.',
      zh: '真实镜像从几 MB 到好几 GB 都有。文章里说的 KB 级很少见。',
    },
  },
  {
    id: 'namespaces',
    label: 'simplified',
    town: { en: 'fences', zh: '围栏' },
    real: { en: 'namespaces and cgroups', zh: '命名空间与 cgroups' },
    does: {
      en: 'Let a process see only its own yard, and use only its own share.',
      zh: '让进程只看见自己的院子，只用自己的那一份。',
    },
    fact: {
      en: 'A container is ordinary processes that see the system through namespaces and are limited by cgroups. The kernel belongs to all of them together.',
      zh: '容器就是普通进程：透过命名空间看系统，由 cgroups 限量。内核是大家共用的。',
    },
  },
  {
    id: 'vm',
    label: 'simplified',
    town: { en: 'a whole town inside a plot', zh: '地里再建一座城（子电脑）' },
    real: { en: 'virtual machine', zh: '虚拟机（VM）' },
    does: { en: 'Stands on a host with an operating system of its own.', zh: '在主机上带着自己的一整套操作系统。' },
    fact: {
      en: 'Its own kernel isolates it well, and costs gigabytes and a boot that here takes a minute and a half. Containers share the host’s kernel and start in seconds.',
      zh: '自带内核，隔离好，代价是几 GB 空间和一次开机（这里约一分半）。容器共用主机内核，几秒就起来。',
    },
  },
  {
    id: 'thousands',
    label: 'exact',
    town: { en: 'thousands on one plot?', zh: '一块地上几千座？' },
    real: { en: 'containers per host', zh: '每台主机多少容器' },
    does: { en: 'Tells how many houses a village may hold.', zh: '说明一个村庄最多能立多少座房子。' },
    fact: {
      en: 'Thousands are possible when the processes are tiny. A Kubernetes node takes 110 pods unless it is told otherwise.',
      zh: '进程很小时，几千个是可能的。Kubernetes 的节点默认最多 110 个 Pod。',
    },
  },
] as const satisfies readonly Entry[];
