/** What is simplified in this area: its SPEC.md’s marks, in words for players. */
import type { Simplification } from '../entry.ts';

export const build: readonly Simplification[] = [
  {
    rule: 'BUILD-1',
    mark: 'simplified',
    en: 'Network, security and chown are read and do nothing.',
    zh: 'network、security、chown 会读，但不起作用。',
  },
  { rule: 'BUILD-28', mark: 'simplified', en: 'Stages are built one after the other.', zh: '各阶段一个接一个地构建。' },
  {
    rule: 'BUILD-8',
    mark: 'simplified',
    en: 'A base is fetched whole, not by layers.',
    zh: '基础镜像整张取来，不分层。',
  },
  {
    rule: 'BUILD-9',
    mark: 'metaphor',
    en: 'What RUN makes and costs is stone, wood and plans.',
    zh: 'RUN 造的、花的都是石头、木头和图纸。',
  },
  {
    rule: 'BUILD-31',
    mark: 'simplified',
    en: 'A failing RUN tells at once, not half way.',
    zh: '会失败的 RUN 一开始就报错，不是跑到一半。',
  },
  {
    rule: 'BUILD-39',
    mark: 'exact; simplified: nothing goes that is not named',
    en: 'Only packages that are named are removed, not what they brought along.',
    zh: '只卸载点了名的软件包，顺带装上的依赖不会跟着卸载。',
  },
  {
    rule: 'BUILD-35',
    mark: 'exact in kind; simplified: functions are none, and `cd` finds any directory',
    en: 'In a RUN, cd finds any directory, and a shell cannot define functions.',
    zh: 'RUN 里 cd 到哪个目录都行，也不能定义 shell 函数。',
  },
  {
    rule: 'BUILD-42',
    mark: "exact in kind; simplified: of other commands' words (`$(...)`) only the machine's kind is known, files that a command without known work would make are not there, `while` goes round once, and the steps are ours",
    en: 'A shell in RUN does not know what $(...) would say, nor the files that an unknown command would make; while goes round once, and one RUN has 2,000 steps.',
    zh: 'RUN 里的 shell 不知道 $(...) 会输出什么，也看不到未知命令会生成的文件；while 只转一圈；一条 RUN 最多 2000 步。',
  },
  {
    rule: 'BUILD-43',
    mark: 'exact; simplified: a cache is empty in each step',
    en: 'A cache mount of a RUN keeps its weight out of the layer, but is empty again in the next step.',
    zh: 'RUN 的 cache 挂载不会算进层里，但到下一步又是空的。',
  },
  { rule: 'BUILD-10', mark: 'simplified', en: 'The build context is fixed.', zh: '构建上下文是固定的。' },
  {
    rule: 'BUILD-36',
    mark: 'exact; simplified: of empty directories an image remembers its working directory and volumes',
    en: 'Of empty directories an image remembers only its working directory and volumes.',
    zh: '空目录里，镜像只记得工作目录和卷。',
  },
  {
    rule: 'BUILD-11',
    mark: 'simplified',
    en: 'Commands are found by name, without a search path.',
    zh: '命令按名字找，没有搜索路径。',
  },
  {
    rule: 'BUILD-40',
    mark: "exact in kind; simplified: no scripts of a package.json but npm's own default, and tools end well",
    en: 'npm start always runs node server.js, and a tool that is run by itself ends well.',
    zh: 'npm start 总是运行 node server.js；单独运行的工具一律正常退出。',
  },
  {
    rule: 'BUILD-44',
    mark: 'exact in kind; simplified: those before it go well and take no time',
    en: 'Of several commands in a CMD for a shell, all but the last go well and take no time.',
    zh: '交给 shell 的 CMD 里若有几条命令，除最后一条外都算成功，也不花时间。',
  },
  { rule: 'BUILD-12', mark: 'metaphor', en: 'A house looks as its label says.', zh: '房子的样子由标签决定。' },
  { rule: 'BUILD-15', mark: 'simplified', en: 'WORKDIR makes no layer.', zh: 'WORKDIR 不产生层。' },
  {
    rule: 'BUILD-16',
    mark: 'simplified',
    en: 'The same blueprint gives the same digest; real builds differ by timestamps.',
    zh: '同样的蓝图得出同样的摘要；真实构建会因时间戳而不同。',
  },
  { rule: 'BUILD-17', mark: 'simplified', en: 'Every COPY behaves as with --link.', zh: '每个 COPY 都像加了 --link。' },
  {
    rule: 'BUILD-18',
    mark: 'metaphor',
    en: 'Building takes as many seconds as its steps are given.',
    zh: '构建花的秒数，就是各步标的秒数。',
  },
  {
    rule: 'BUILD-22',
    mark: 'simplified',
    en: 'A pipeline builds, pushes and applies what was ordered.',
    zh: '流水线按订单构建、推送、部署。',
  },
  {
    rule: 'BUILD-25',
    mark: 'simplified',
    en: 'The pipeline brings back what is gone after two minutes.',
    zh: '东西没了，流水线两分钟后补回来。',
  },
  {
    rule: 'BUILD-34',
    mark: "exact in kind: BuildKit's garbage collection, `docker image prune`; simplified: counted in pieces, not in bytes, and unused images go by themselves",
    en: 'The build cache is bounded by its number of steps, not by bytes, and images that nobody holds go by themselves.',
    zh: '构建缓存按步骤数而不是字节数设限；没人用的镜像会自动清掉。',
  },
  {
    rule: 'BUILD-33',
    mark: 'exact (docker stop); simplified: shells that step aside by themselves for a lone command do not',
    en: 'A shell never steps aside for a lone command by itself.',
    zh: 'shell 不会自动让位给单独的一条命令。',
  },
];
