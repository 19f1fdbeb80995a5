/** How the town hall stands on its first day: the vault's members, the API servers, one leader of each kind. */
import type { PlaneComponent } from '../../api/world/plane.ts';
import { COMPACTION_TICKS } from '../etcd/compaction.ts';
import { ETCD_MEMBERS } from '../etcd/members.ts';
import { settingsOf, type World } from '../world.ts';
import { firstLease } from './leader-election.ts';
import { LED_COMPONENTS } from './leaders.ts';

const PROCESS_NAMES: Readonly<Record<PlaneComponent, string>> = {
  'api-server': 'kube-apiserver',
  scheduler: 'kube-scheduler',
  'controller-manager': 'kube-controller-manager',
};

export function foundPlane(world: World): void {
  const { plane } = settingsOf(world);
  for (const key of ETCD_MEMBERS) {
    world.put({
      kind: 'EtcdMember',
      key,
      state: 'running',
      sinceTick: 0,
      startDoneTick: null,
      link: 'up',
      disk: 'sound',
      heldRevision: null,
      catchUpTick: null,
    });
  }
  world.put({
    kind: 'Etcd',
    key: 'etcd',
    leader: ETCD_MEMBERS[0],
    term: 1,
    electionTick: null,
    fileBytes: 0,
    measureTick: 1,
    compactedRevision: 0,
    compactMark: 0,
    compactTick: COMPACTION_TICKS,
    junk: null,
    noSpace: false,
    nextBackupTick: plane.etcdBackupEveryTicks,
    restore: null,
  });
  addProcesses(world, 'api-server', plane.apiServers);
  addProcesses(world, 'scheduler', plane.schedulers);
  addProcesses(world, 'controller-manager', plane.controllerManagers);
  for (const component of LED_COMPONENTS) firstLease(world, component);
}

function addProcesses(world: World, component: PlaneComponent, count: number): void {
  for (let number = 1; number <= count; number += 1) {
    world.put({
      kind: 'PlaneProcess',
      key: `${PROCESS_NAMES[component]}-${number}`,
      component,
      state: 'running',
      sinceTick: 0,
      startDoneTick: null,
      leadingSinceTick: null,
      seenTick: 0,
    });
  }
}
