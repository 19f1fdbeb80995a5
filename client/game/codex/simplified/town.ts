/** What is simplified in this area: its SPEC.md’s marks, in words for players. */
import type { Simplification } from '../entry.ts';

export const town: readonly Simplification[] = [
  { rule: 'TOWN-2', mark: 'metaphor', en: 'A house looks like its image.', zh: '房子的样子随镜像。' },
  {
    rule: 'TOWN-3',
    mark: 'metaphor',
    en: 'A machine without power is dark at once, before the town hall knows.',
    zh: '断电的机器立刻变暗，镇政府还不知道。',
  },
  { rule: 'TOWN-4', mark: 'metaphor', en: 'A house keeps its place on the plot.', zh: '房子在地上的位置不变。' },
  { rule: 'TOWN-5', mark: 'metaphor', en: 'Pods have moods.', zh: 'Pod 有心情。' },
  {
    rule: 'TOWN-6',
    mark: 'metaphor',
    en: 'A pod without a node waits as a blueprint outside the dispatch room.',
    zh: '没有节点的 Pod 是调度室外的一张蓝图。',
  },
  { rule: 'TOWN-7', mark: 'metaphor', en: 'The ground shows how the node is.', zh: '地面显示节点的状况。' },
  {
    rule: 'TOWN-10',
    mark: 'metaphor',
    en: 'Where things stand in the town means nothing.',
    zh: '东西在镇上的位置没有含义。',
  },
  {
    rule: 'TOWN-11',
    mark: 'simplified',
    en: 'Couriers, carts, ships and walkers stand for bindings, layers, pushes and requests.',
    zh: '信使、马车、船和行人代表绑定、镜像层、推送和请求。',
  },
  {
    rule: 'TOWN-13',
    mark: 'simplified: the first six houses and rows',
    en: 'The steward’s board draws at most six houses of a workload, and six workloads.',
    zh: '大总管的看板上，每个工作负载最多画六座房子，最多六行。',
  },
  {
    rule: 'TOWN-26',
    mark: 'metaphor',
    en: 'A virtual machine is a walled town on a foundation of its own; containers are houses on one common deck.',
    zh: '虚拟机是自带地基、有围墙的小镇；容器是同一平台上的房子。',
  },
  {
    rule: 'TOWN-28',
    mark: 'simplified: people’s share of the seats is what is compared',
    en: 'The crowd at the door is compared with the seats that people share; the town hall’s own seats are apart.',
    zh: '门前的人潮只和留给人的座位比较，镇政府自己的座位另算。',
  },
];
