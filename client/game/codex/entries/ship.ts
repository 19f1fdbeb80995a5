/** How plans are named, kept and carried. */
import type { Entry } from '../entry.ts';

export const SHIP = [
  {
    id: 'tag',
    label: 'exact',
    town: { en: 'sign', zh: '牌子' },
    real: { en: 'tag', zh: '标签（tag）' },
    does: { en: 'Points from a readable name to a digest.', zh: '从一个好读的名字指向一个摘要。' },
    fact: {
      en: 'A tag may be moved at any time. “latest” is nothing but the name that is used when none is given.',
      zh: '标签随时可以改指别处。latest 只不过是没写标签时用的默认名字，不等于最新。',
    },
  },
  {
    id: 'digest',
    label: 'exact',
    town: { en: 'fingerprint', zh: '指纹' },
    real: { en: 'digest', zh: '摘要（digest）' },
    does: { en: 'Names content by what it is, not by what it is called.', zh: '按内容本身命名，而不是按叫法命名。' },
    fact: {
      en: 'The same digest means the same bytes, wherever they come from.',
      zh: '摘要相同，字节就相同，不管从哪里取来。',
    },
  },
  {
    id: 'pullpolicy',
    label: 'exact',
    town: { en: 'fetch again?', zh: '要不要再取一次？' },
    real: { en: 'imagePullPolicy', zh: '拉取策略（imagePullPolicy）' },
    does: {
      en: 'Decides whether the village head asks the warehouse although the plan is in the backpack.',
      zh: '背包里已有图纸时，决定村长还要不要去问仓库。',
    },
    fact: {
      en: 'Without a tag, or with latest, the default is Always; with any other tag it is IfNotPresent.',
      zh: '没写标签或写了 latest，默认是 Always；其他标签默认是 IfNotPresent。',
    },
  },
  {
    id: 'repository',
    label: 'metaphor',
    town: { en: 'backpack', zh: '背包' },
    real: { en: 'repository, local image store', zh: '镜像仓库名（repository）、本地镜像库' },
    does: {
      en: 'Keeps named plans together: on a shelf of the registry, or in a builder’s or a village’s own store.',
      zh: '把有名字的图纸放在一起：可以是仓库的一格货架，也可以是建筑师或村庄自己的存货。',
    },
    fact: {
      en: 'A repository is one name with many tags in a registry. The images that lie on a machine are its local store: another thing, for which the game uses the same word.',
      zh: 'repository 是 registry 里一个名字和它的许多标签。机器上存着的镜像叫本地镜像库，是另一回事；游戏里两者共用“背包”一词。',
    },
  },
  {
    id: 'registry',
    label: 'simplified',
    town: { en: 'warehouse and its keeper', zh: '公共仓库和管理员' },
    real: { en: 'registry', zh: '镜像仓库（registry）' },
    does: { en: 'Takes plans in (push) and hands them out (pull).', zh: '收图纸（push），发图纸（pull）。' },
    fact: {
      en: 'What it checks by itself is narrow: do the digests fit, is no layer missing? The article calls the keeper very strict, but scanning and signing are policies that somebody adds, and a public account takes what its owner pushes.',
      zh: '它自己只查两样：摘要对不对，层齐不齐。文章说管理员“非常严格”，其实扫描和签名是另加的策略，公共账号里主人推什么就收什么。',
    },
  },
  {
    id: 'hub',
    label: 'exact',
    town: { en: 'the great warehouse', zh: '最大的公共仓库' },
    real: { en: 'Docker Hub', zh: 'Docker Hub' },
    does: {
      en: 'Is asked when a name does not say which registry is meant.',
      zh: '名字里没写是哪家仓库时，就去问它。',
    },
    fact: {
      en: 'The short name nginx means docker.io/library/nginx:latest. Official images live under library/.',
      zh: '只写 nginx，就是 docker.io/library/nginx:latest。官方镜像都在 library/ 下面。',
    },
  },
  {
    id: 'hublimit',
    label: 'exact',
    town: { en: 'shelf limit', zh: '取货限额' },
    real: { en: 'pull rate limit', zh: '拉取限额' },
    does: { en: 'Refuses those who fetch too often.', zh: '取得太勤的人会被挡回去。' },
    fact: {
      en: 'For years Docker Hub allowed 100 pulls in six hours without and 200 with a free account; in 2025 it announced 10 and 100 an hour. Beyond it comes 429. When the article was written there was no such limit. Here it is a setting.',
      zh: '多年来 Docker Hub 六小时内匿名限 100 次、免费账号限 200 次；2025 年又宣布改为每小时 10 次和 100 次。超出就回 429。文章写作时还没有限额。这里可以设置。',
    },
  },
  {
    id: 'oci',
    label: 'exact',
    town: { en: 'one norm for all plans', zh: '图纸的统一规格' },
    real: { en: 'Open Container Initiative', zh: '开放容器标准（OCI）' },
    does: {
      en: 'Fixes how an image is laid out and how a runtime starts it.',
      zh: '规定镜像怎么摆放、运行时怎么启动它。',
    },
    fact: {
      en: 'Since June 2015 both formats are open standards: what Docker builds runs under containerd or CRI-O as well.',
      zh: '2015 年 6 月起，两种格式都是开放标准：Docker 造的镜像，containerd、CRI-O 一样能跑。',
    },
  },
  {
    id: 'compose',
    label: 'simplified',
    town: { en: 'the witch alone', zh: '单枪匹马的老巫婆' },
    real: { en: 'Docker on one machine', zh: '单机 Docker' },
    does: { en: 'Runs houses on one plot, on command.', zh: '在一块地上，按命令立房子。' },
    fact: {
      en: 'Docker by itself looks after one machine. When the machine dies nothing puts the houses up elsewhere: that is what a cluster is for.',
      zh: 'Docker 本身只管一台机器。机器坏了，没有谁会在别处把房子重新立起来——这正是集群的用处。',
    },
  },
] as const satisfies readonly Entry[];
