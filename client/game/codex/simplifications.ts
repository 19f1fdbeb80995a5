/** Everything that is not wholly as in reality, by area. A test holds it to the marks of the SPEC.md files. */
import { belongings } from './simplified/belongings.ts';
import { build } from './simplified/build.ts';
import { causes } from './simplified/causes.ts';
import { controllers } from './simplified/controllers.ts';
import { etcd } from './simplified/etcd.ts';
import { faults } from './simplified/faults.ts';
import { hosts } from './simplified/hosts.ts';
import { kubelet } from './simplified/kubelet.ts';
import { logging } from './simplified/logging.ts';
import { manifests } from './simplified/manifests.ts';
import { network } from './simplified/network.ts';
import { plane } from './simplified/plane.ts';
import { registry } from './simplified/registry.ts';
import { runtime } from './simplified/runtime.ts';
import { scheduler } from './simplified/scheduler.ts';
import { sight } from './simplified/sight.ts';
import { town } from './simplified/town.ts';
import { traffic } from './simplified/traffic.ts';

export const SIMPLIFIED = [
  { area: { en: 'Building images', zh: '构建镜像' }, rules: build },
  { area: { en: 'Registry', zh: '镜像仓库' }, rules: registry },
  { area: { en: 'Manifests', zh: '清单（YAML）' }, rules: manifests },
  { area: { en: 'Scheduler', zh: '调度器' }, rules: scheduler },
  { area: { en: 'Controllers', zh: '控制器' }, rules: controllers },
  { area: { en: 'Business hall, leaders', zh: '营业厅与各处的主持者' }, rules: plane },
  { area: { en: 'Ledger (etcd)', zh: '账本（etcd）' }, rules: etcd },
  { area: { en: 'Who sees what, and when', zh: '谁在什么时候看到什么' }, rules: sight },
  { area: { en: 'Kubelet', zh: '村长（kubelet）' }, rules: kubelet },
  { area: { en: 'Runtime, pulls and probes', zh: '运行时、拉取与探针' }, rules: runtime },
  { area: { en: 'Virtual machines and containers', zh: '虚拟机与容器' }, rules: hosts },
  { area: { en: 'Network and DNS', zh: '网络与 DNS' }, rules: network },
  { area: { en: 'Visitors', zh: '访客' }, rules: traffic },
  { area: { en: 'Belongings and volumes', zh: '访客留下的东西与卷' }, rules: belongings },
  { area: { en: 'Logs', zh: '日志' }, rules: logging },
  { area: { en: 'Faults', zh: '故障' }, rules: faults },
  { area: { en: 'Causes', zh: '原因' }, rules: causes },
  { area: { en: 'The picture of the town', zh: '小镇的画面' }, rules: town },
] as const;
