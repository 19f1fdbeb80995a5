/** What is wrong with the town hall, worst first, and the one verb that helps; without a verb only waiting does. */
import type { EtcdMember } from '../../../shared/api/world/etcd.ts';
import type { PlaneProcess } from '../../../shared/api/world/plane.ts';
import { etcdOf, isFollowing, membersOf, QUORUM } from '../../../shared/cluster/etcd/members.ts';
import { bytesInUse } from '../../../shared/cluster/etcd/size.ts';
import { LED_COMPONENTS, leaderOf } from '../../../shared/cluster/plane/leaders.ts';
import { arePeopleCrowdedOut } from '../../../shared/cluster/plane/seats.ts';
import type { Verb } from '../../../shared/cluster/verbs/table.ts';
import { settingsOf } from '../../../shared/cluster/world.ts';
import type { View } from '../../../shared/store/store.ts';
import type { Values } from '../../i18n/i18n.ts';

export interface Advice {
  /** `plane.advice.<key>` says it. */
  readonly key: string;
  readonly values: Values;
  readonly verb: Verb | null;
}

export function planeAdvice(view: View): Advice | null {
  return hallAdvice(view) ?? ledgerAdvice(view) ?? leaderAdvice(view) ?? crowdAdvice(view);
}

function processesOf(view: View, component: PlaneProcess['component']): readonly PlaneProcess[] {
  return [...view.list('PlaneProcess')].filter((process) => process.component === component);
}

/** A start that is under way needs nobody. */
function broughtBack(key: string, name: string, state: PlaneProcess['state'], values: Values = {}): Advice {
  const verb = state === 'stopped' ? ({ verb: 'restartComponent', component: name } as const) : null;
  return { key: verb === null ? `${key}Starting` : key, values: { ...values, name }, verb };
}

function hallAdvice(view: View): Advice | null {
  const servers = processesOf(view, 'api-server');
  const down = servers.find(({ state }) => state === 'starting') ?? servers[0];
  const isOpen = servers.some(({ state }) => state === 'running');
  return isOpen || !down ? null : broughtBack('apiServerDown', down.key, down.state);
}

function isUnsound({ state, link, disk }: EtcdMember): boolean {
  return state !== 'running' || link === 'cut' || disk === 'slow';
}

function ledgerAdvice(view: View): Advice | null {
  if (etcdOf(view).restore !== null) return { key: 'restoring', values: {}, verb: null };
  const members = membersOf(view);
  const unsound = members.filter(isUnsound);
  // One that comes back by itself is not the one to press for.
  const worst = unsound.find(({ state }) => state !== 'starting') ?? unsound[0];
  const following = members.filter(isFollowing).length;
  if (worst && following < QUORUM) return memberAdvice(worst, following);
  if (etcdOf(view).leader === null) return { key: 'election', values: {}, verb: null };
  if (etcdOf(view).noSpace) return spaceAdvice(view);
  return worst ? memberAdvice(worst, following) : null;
}

function memberAdvice({ key: member, state }: EtcdMember, following: number): Advice {
  const key = following < QUORUM ? 'quorumLost' : 'memberUnsound';
  const values = { member, following, quorum: QUORUM };
  if (state !== 'running') return broughtBack(key, member, state, values);
  return { key, values, verb: { verb: 'repairEtcdMember', member } };
}

/** The real order: forget old history, give the room back, then take the alarm away. */
function spaceAdvice(view: View): Advice {
  const quota = settingsOf(view).plane.etcdQuotaBytes;
  if (bytesInUse(view) >= quota) return { key: 'compact', values: {}, verb: { verb: 'compactEtcd' } };
  if (etcdOf(view).fileBytes >= quota) return { key: 'defrag', values: {}, verb: { verb: 'defragEtcd' } };
  return { key: 'disarm', values: {}, verb: { verb: 'disarmEtcd' } };
}

function leaderAdvice(view: View): Advice | null {
  for (const component of LED_COMPONENTS) {
    const instances = processesOf(view, component);
    const stopped = instances.find(({ state }) => state === 'stopped');
    const starting = instances.find(({ state }) => state === 'starting');
    const values = { component: `kube-${component}` };
    if (!leaderOf(view, component)) {
      if (instances.some(({ state }) => state === 'running')) return { key: 'noLease', values, verb: null };
      const down = stopped ?? starting;
      if (down) return broughtBack('nobodyLeads', down.key, down.state, values);
    } else if (stopped) return broughtBack('noStandby', stopped.key, stopped.state, values);
  }
  return null;
}

function crowdAdvice(view: View): Advice | null {
  const [noisiest] = [...view.list('NoisyClient')].sort((a, b) => b.requestsPerTick - a.requestsPerTick);
  if (!noisiest || !arePeopleCrowdedOut(view)) return null;
  const { key: client, requestsPerTick } = noisiest;
  return { key: 'crowd', values: { client, count: requestsPerTick }, verb: { verb: 'limitClient', client } };
}
