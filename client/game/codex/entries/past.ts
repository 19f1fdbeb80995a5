/** How it came about. */
import type { Entry } from '../entry.ts';

export const PAST = [
  {
    id: 'dotcloud',
    label: 'exact',
    town: { en: 'where it began', zh: '故事的开头' },
    real: { en: 'dotCloud, 2010', zh: 'dotCloud，2010 年' },
    does: { en: 'The company in which Docker grew up.', zh: 'Docker 就是在这家公司里长大的。' },
    fact: {
      en: 'It was founded in 2010 to host other people’s programs, took the name Docker Inc. in October 2013, and sold the hosting business in 2014.',
      zh: '2010 年成立，替别人托管程序；2013 年 10 月改名 Docker 公司；2014 年卖掉了托管业务。',
    },
  },
  {
    id: 'docker-birth',
    label: 'exact',
    town: { en: 'the spell is given away', zh: '魔法公开' },
    real: { en: 'Docker is opened, 2013', zh: 'Docker 开源，2013 年' },
    does: { en: 'Made building and sharing images easy for everybody.', zh: '让谁都能轻松地造镜像、传镜像。' },
    fact: {
      en: 'Solomon Hykes showed it at PyCon in March 2013, and it was opened that month. Version 1.0 followed on 9 June 2014.',
      zh: '2013 年 3 月 Solomon Hykes 在 PyCon 上演示，当月开源；1.0 版发布于 2014 年 6 月 9 日。',
    },
  },
  {
    id: 'lxc',
    label: 'exact',
    town: { en: 'the older fence', zh: '更早的围栏' },
    real: { en: 'LXC', zh: 'LXC' },
    does: { en: 'Made containers on Linux before there was Docker.', zh: '在 Docker 之前就能在 Linux 上做容器。' },
    fact: {
      en: 'It was Docker’s first engine. Since 0.9 (March 2014) Docker’s own libcontainer has been the default, so the article’s “LXC technology” is history.',
      zh: '它是 Docker 最早的引擎。从 0.9（2014 年 3 月）起默认换成自家的 libcontainer，所以文章里的“LXC 技术”已是历史。',
    },
  },
  {
    id: 'openstack',
    label: 'exact',
    town: { en: 'landlords of virtual towns', zh: '虚拟小镇的房东' },
    real: { en: 'VMware, OpenStack', zh: 'VMware、OpenStack' },
    does: {
      en: 'Offer virtual machines: one as a product, one as a platform.',
      zh: '都提供虚拟机：一个是产品，一个是平台。',
    },
    fact: {
      en: 'OpenStack manages virtual machines by means of a hypervisor and is none itself. The article lists it among the VM technologies.',
      zh: 'OpenStack 借助虚拟机管理程序来管理虚拟机，自己并不是。文章把它列在虚拟机技术里。',
    },
  },
  {
    id: 'k8s-birth',
    label: 'exact',
    town: { en: 'the helmsman is born', zh: '舵手出世' },
    real: { en: 'Kubernetes, June 2014', zh: 'Kubernetes，2014 年 6 月' },
    does: {
      en: 'Brought cluster management of Google’s kind to everybody.',
      zh: '让人人都用得上 Google 式的集群管理。',
    },
    fact: {
      en: 'The first commit is of 6 June 2014, the announcement of 10 June. Microsoft, Red Hat, IBM, Docker and others joined in July.',
      zh: '第一次提交在 2014 年 6 月 6 日，6 月 10 日宣布；微软、红帽、IBM、Docker 等 7 月加入。',
    },
  },
  {
    id: 'v1',
    label: 'exact',
    town: { en: 'the helmsman comes of age', zh: '舵手成年' },
    real: { en: 'Kubernetes 1.0, July 2015', zh: 'Kubernetes 1.0，2015 年 7 月' },
    does: { en: 'Was the first version meant for serious use.', zh: '第一个可以正式使用的版本。' },
    fact: {
      en: 'It came on 21 July 2015, together with the CNCF, the foundation that holds it since. The article names only that Google joined OpenStack in the same month.',
      zh: '2015 年 7 月 21 日发布，同时成立 CNCF 基金会来托管它。文章只提到同月 Google 加入 OpenStack。',
    },
  },
] as const satisfies readonly Entry[];
