/** What is simplified in this area: its SPEC.md’s marks, in words for players. */
import type { Simplification } from '../entry.ts';

export const registry: readonly Simplification[] = [
  {
    rule: 'REG-6',
    mark: 'metaphor',
    en: 'The official images are houses: hut, courtyard and villa.',
    zh: '官方镜像就是房子：茅草屋、四合院、别墅。',
  },
  {
    rule: 'REG-34',
    mark: 'exact in kind; simplified: few tags, rounded sizes, `latest` is the newest that stands here, and a database asks for its password at every start, also where its data lies already',
    en: 'Of Docker Hub’s images there are few tags, in rounded sizes; latest is the newest of them here. A database asks for its password at every start.',
    zh: 'Docker Hub 的镜像只有少数几个标签，大小取整；latest 就是这里最新的那个。数据库每次启动都要密码。',
  },
  {
    rule: 'REG-8',
    mark: 'simplified',
    en: 'A digest is taken over our own form of the manifest.',
    zh: '摘要按我们自己的清单格式计算。',
  },
  {
    rule: 'REG-9',
    mark: 'simplified',
    en: 'All teams share one catalogue, and each cluster has a door and a disk of its own to it: an outage shuts one door.',
    zh: '所有队共用一份目录，但每个集群进仓库走自己的门、用自己的磁盘：一次停机只关上一扇门。',
  },
  {
    rule: 'REG-11',
    mark: 'simplified',
    en: 'Layers are pushed one after the other; Docker sends five at a time.',
    zh: '层一层接一层地推；Docker 同时推五层。',
  },
  {
    rule: 'REG-15',
    mark: 'simplified',
    en: 'A reference is pushed once at a time.',
    zh: '同一个名字同时只能有一次推送。',
  },
  { rule: 'REG-17', mark: 'metaphor', en: 'A restarted registry is up again after 5 s.', zh: '仓库重启后 5 秒恢复。' },
  {
    rule: 'REG-18',
    mark: 'metaphor',
    en: 'The weaknesses that a scan finds are invented.',
    zh: '扫描出来的漏洞是编的。',
  },
  { rule: 'REG-19', mark: 'simplified', en: 'Signatures are given without keys.', zh: '签名不用密钥。' },
  {
    rule: 'REG-22',
    mark: 'simplified',
    en: 'Each team’s cluster sweeps its own copy of the shelves.',
    zh: '各队的集群清扫自己那份货架。',
  },
  {
    rule: 'REG-24',
    mark: 'simplified',
    en: 'All pulls share the registry’s road in equal parts.',
    zh: '所有拉取平分仓库的带宽。',
  },
  {
    rule: 'REG-30',
    mark: 'simplified',
    en: 'What chokes the registry’s road ends with its restart.',
    zh: '堵住仓库道路的东西，重启一次就没了。',
  },
];
