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
  /** Whose state it follows from: `EtcdMember/etcd-1`. */
  readonly about: string;
}

const LEDGER = 'Etcd/etcd';

export function planeAdvice(view: View): Advice | null {
  return hallAdvice(view) ?? ledgerAdvice(view) ?? leaderAdvice(view) ?? crowdAdvice(view);
}

function processesOf(view: View, component: PlaneProcess['component']): readonly PlaneProcess[] {
  return [...view.list('PlaneProcess')].filter((process) => process.component === component);
}

/** A start that is under way needs nobody. */
function broughtBack(
  key: string,
  { kind, key: name, state }: Pick<PlaneProcess | EtcdMember, 'kind' | 'key' | 'state'>,
  values: Values = {},
): Advice {
  const verb = state === 'stopped' ? ({ verb: 'restartComponent', component: name } as const) : null;
  return { key: verb === null ? `${key}Starting` : key, values: { ...values, name }, verb, about: `${kind}/${name}` };
}

function hallAdvice(view: View): Advice | null {
  const servers = processesOf(view, 'api-server');
  const down = servers.find(({ state }) => state === 'starting') ?? servers[0];
  const isOpen = servers.some(({ state }) => state === 'running');
  return isOpen || !down ? null : broughtBack('apiServerDown', down);
}

function isUnsound({ state, link, disk }: EtcdMember): boolean {
  return state !== 'running' || link === 'cut' || disk === 'slow';
}

function ledgerAdvice(view: View): Advice | null {
  if (etcdOf(view).restore !== null) return { key: 'restoring', values: {}, verb: null, about: LEDGER };
  const members = membersOf(view);
  const unsound = members.filter(isUnsound);
  // One that comes back by itself is not the one to press for.
  const worst = unsound.find(({ state }) => state !== 'starting') ?? unsound[0];
  const following = members.filter(isFollowing).length;
  if (worst && following < QUORUM) return memberAdvice(worst, following);
  if (etcdOf(view).leader === null) return { key: 'election', values: {}, verb: null, about: LEDGER };
  if (etcdOf(view).noSpace) return spaceAdvice(view);
  return worst ? memberAdvice(worst, following) : null;
}

function memberAdvice(unsound: EtcdMember, following: number): Advice {
  const { kind, key: member, state } = unsound;
  const key = following < QUORUM ? 'quorumLost' : 'memberUnsound';
  const values = { member, following, quorum: QUORUM };
  if (state !== 'running') return broughtBack(key, unsound, values);
  return { key, values, verb: { verb: 'repairEtcdMember', member }, about: `${kind}/${member}` };
}

/** The real order: forget old history, give the room back, then take the alarm away. */
function spaceAdvice(view: View): Advice {
  const quota = settingsOf(view).plane.etcdQuotaBytes;
  const advise = (key: string, verb: Verb): Advice => ({ key, values: {}, verb, about: LEDGER });
  if (bytesInUse(view) >= quota) return advise('compact', { verb: 'compactEtcd' });
  if (etcdOf(view).fileBytes >= quota) return advise('defrag', { verb: 'defragEtcd' });
  return advise('disarm', { verb: 'disarmEtcd' });
}

function leaderAdvice(view: View): Advice | null {
  for (const component of LED_COMPONENTS) {
    const instances = processesOf(view, component);
    const stopped = instances.find(({ state }) => state === 'stopped');
    const starting = instances.find(({ state }) => state === 'starting');
    const values = { component: `kube-${component}` };
    if (!leaderOf(view, component)) {
      const isAwaited = instances.some(({ state }) => state === 'running');
      if (isAwaited) return { key: 'noLease', values, verb: null, about: `Lease/kube-system/kube-${component}` };
      const down = stopped ?? starting;
      if (down) return broughtBack('nobodyLeads', down, values);
    } else if (stopped) return broughtBack('noStandby', stopped, values);
  }
  return null;
}

function crowdAdvice(view: View): Advice | null {
  const [noisiest] = [...view.list('NoisyClient')].sort((a, b) => b.requestsPerTick - a.requestsPerTick);
  if (!noisiest || !arePeopleCrowdedOut(view)) return null;
  const { kind, key: client, requestsPerTick } = noisiest;
  const values = { client, count: requestsPerTick };
  return { key: 'crowd', values, verb: { verb: 'limitClient', client }, about: `${kind}/${client}` };
}
