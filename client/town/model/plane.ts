/** The town hall itself: who works, who leads and who stands by, the crowd before its door, and how the ledger is kept. */
import type { Crowd, LedgerState, MemberState, Rank, Room } from '../../../assets/art/names.ts';
import type { EtcdMember } from '../../../shared/api/world/etcd.ts';
import type { PlaneComponent, PlaneProcess } from '../../../shared/api/world/plane.ts';
import { etcdOf, etcdTrouble, isFollowing, membersOf } from '../../../shared/cluster/etcd/members.ts';
import { placesFor } from '../../../shared/cluster/plane/seats.ts';
import type { View } from '../../../shared/store/store.ts';
import { mapOf } from './map-of.ts';

export interface Official {
  /** `kube-scheduler-1` */
  readonly key: string;
  readonly rank: Rank;
}

export interface Office {
  readonly officials: readonly Official[];
  /** An API server runs; or somebody leads: a standby alone decides nothing. */
  readonly isOpen: boolean;
}

export interface Keeper {
  /** `etcd-1` */
  readonly key: string;
  readonly state: MemberState;
}

/** So long a crowd takes to gather, and to become a throng. */
const GATHERS_TICKS = 10;
const THRONGS_TICKS = 30;

/** A crowd asks so much in a second; the door takes so much of it. */
export interface Rush {
  readonly asking: number;
  readonly places: number;
  /** For how many ticks. */
  readonly lasts: number;
}

export interface Plane {
  readonly offices: Readonly<Record<Room, Office>>;
  readonly keepers: readonly Keeper[];
  readonly ledger: LedgerState;
  /** Null where nobody crowds. */
  readonly rush: Rush | null;
}

export const ROOM_COMPONENTS: Readonly<Record<Room, PlaneComponent>> = {
  hall: 'api-server',
  dispatch: 'scheduler',
  lodge: 'controller-manager',
};

export function planeOf(view: View): Plane {
  const processes = [...view.list('PlaneProcess')];
  const { leader, restore } = etcdOf(view);
  const trouble = etcdTrouble(view);
  return {
    offices: mapOf(['hall', 'dispatch', 'lodge'], (room: Room) => officeOf(processes, ROOM_COMPONENTS[room])),
    keepers: membersOf(view).map((member) => ({ key: member.key, state: stateOfMember(member, leader) })),
    ledger:
      restore === null
        ? trouble === 'noLeader' || trouble === 'timedOut'
          ? 'shut'
          : trouble === 'noSpace'
            ? 'full'
            : 'open'
        : 'restoring',
    rush: rushOf(view),
  };
}

function officeOf(processes: readonly PlaneProcess[], component: PlaneComponent): Office {
  const officials = processes
    .filter((one) => one.component === component)
    .map((one): Official => ({ key: one.key, rank: rankOf(one) }));
  // Who leads sits in front.
  const inOrder = officials.toSorted((a, b) => Number(b.rank === 'leads') - Number(a.rank === 'leads'));
  return { officials: inOrder, isOpen: officials.some(({ rank }) => rank === 'leads' || rank === 'works') };
}

function rankOf({ component, state, leadingSinceTick }: PlaneProcess): Rank {
  if (state !== 'running') return state === 'starting' ? 'starting' : 'down';
  if (component === 'api-server') return 'works';
  return leadingSinceTick === null ? 'standby' : 'leads';
}

function stateOfMember(member: EtcdMember, leader: string | null): MemberState {
  if (member.state !== 'running') return member.state === 'starting' ? 'starting' : 'down';
  if (member.link === 'cut') return 'cut';
  if (member.disk === 'slow') return 'slow';
  if (!isFollowing(member)) return 'behind';
  return member.key === leader ? 'leader' : 'follower';
}

function rushOf(view: View): Rush | null {
  if (view.count('NoisyClient') === 0) return null;
  const clients = [...view.list('NoisyClient')];
  const asking = clients.reduce((sum, { requestsPerTick }) => sum + requestsPerTick, 0);
  const since = Math.min(...clients.map(({ sinceTick }) => sinceTick));
  return { asking, places: placesFor(view, 'people'), lasts: view.tick - since };
}

/** From all of what the door takes on, some are turned away. */
export const isRefused = ({ asking, places }: Rush): boolean => asking >= places;

/** It grows while nobody limits it. */
export const crowdOf = ({ lasts }: Rush): Crowd => (lasts < GATHERS_TICKS ? 1 : lasts < THRONGS_TICKS ? 2 : 3);
