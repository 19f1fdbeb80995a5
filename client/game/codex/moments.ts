/** The history strip. */
import type { Moment } from './entry.ts';

export const MOMENTS: readonly Moment[] = [
  { date: '2003', en: 'Borg at Google', zh: 'Google 内部的 Borg' },
  { date: '2008', en: 'LXC', zh: 'LXC' },
  { date: '2010', en: 'dotCloud is founded', zh: 'dotCloud 成立' },
  { date: '2013-03', en: 'Docker is opened', zh: 'Docker 开源' },
  { date: '2013-10', en: 'dotCloud becomes Docker Inc.', zh: 'dotCloud 改名 Docker 公司' },
  { date: '2014-03', en: 'libcontainer takes over from LXC', zh: 'libcontainer 取代 LXC' },
  { date: '2014-06-06', en: 'first commit of Kubernetes', zh: 'Kubernetes 第一次提交' },
  { date: '2014-06-09', en: 'Docker 1.0', zh: 'Docker 1.0' },
  { date: '2014-06-10', en: 'Kubernetes is announced', zh: 'Kubernetes 宣布' },
  { date: '2015-06', en: 'OCI: open formats', zh: 'OCI：开放格式' },
  { date: '2015-07-21', en: 'Kubernetes 1.0 and the CNCF', zh: 'Kubernetes 1.0 与 CNCF' },
  { date: '2018-12', en: 'v1.13, when the article was written', zh: 'v1.13，文章写作之时' },
  { date: '2020-11', en: 'Docker Hub limits pulls', zh: 'Docker Hub 开始限额' },
  { date: '2022', en: 'v1.24, without dockershim', zh: 'v1.24，移除 dockershim' },
  { date: '→', en: 'today: this town follows 1.36', zh: '今天：小镇遵照 1.36' },
];
