/** Players coming, going, coming back and being moved: each step is in their team's log before anybody hears of it. */
import { failure, notFound, type Status } from '../../shared/api/status.ts';
import type { Storage } from '../storage/storage.ts';
import { Refusal } from './refusal.ts';
import { newMember, type Member, type Roster } from './roster.ts';
import { firstFreeSeat } from './seats.ts';
import type { TeamCluster } from './team-cluster.ts';
import { STOPPED, type TeamLogs } from './team-logs.ts';

/** A class of 60 in one session, and room for a large lecture. */
export const MAX_PLAYERS = 200;

export class Membership {
  readonly roster: Roster;
  readonly #session: string;
  readonly #logs: TeamLogs;
  readonly #storage: Storage;

  constructor(session: string, roster: Roster, logs: TeamLogs, storage: Storage) {
    this.#session = session;
    this.roster = roster;
    this.#logs = logs;
    this.#storage = storage;
  }

  /** A new player: in the team asked for, else the smallest, on the first free useful seat. */
  join(nickname: string, wanted: string | undefined): { readonly member: Member; readonly token: string } {
    if (this.roster.size >= MAX_PLAYERS) {
      throw new Refusal(
        failure('Forbidden', 'sessionFull', `no more than ${MAX_PLAYERS} players`, { limit: MAX_PLAYERS }),
      );
    }
    if (this.roster.hasNickname(nickname)) {
      throw new Refusal(failure('Conflict', 'nicknameTaken', `"${nickname}" is taken`, { nickname }));
    }
    const team = this.#teamFor(wanted);
    const { member, token } = newMember(nickname, team.id);
    const refusal = this.#logs.write(() => {
      this.#storage.savePlayer(this.#session, member);
      sitDown(team, member);
    });
    if (refusal) throw new Refusal(refusal);
    this.#put(member);
    return { member, token };
  }

  /** A line broke, or is back. The autopilot plays meanwhile: the log says from when to when. */
  setConnected(id: string, connected: boolean, isLogOpen: boolean): void {
    const member = this.roster.get(id);
    if (!member || member.connected === connected) return;
    const team = this.#logs.team(member.cluster);
    if (isLogOpen) this.#logs.write(() => void team?.happen({ type: 'playerConnection', player: id, connected }));
    this.#put({ ...member, connected });
  }

  assignSeat(cluster: string, seat: string, player: string | null): Status | null {
    const team = this.#logs.team(cluster);
    if (!team) return notFound('cluster', cluster);
    if (!team.store.get('Seat', seat)) return notFound('seat', seat);
    if (player !== null && this.roster.get(player)?.cluster !== cluster) return notFound('player', player);
    return this.#logs.write(() => void team.happen({ type: 'seatAssigned', seat, player }));
  }

  move(id: string, cluster: string): Status | null {
    const member = this.roster.get(id);
    const team = this.#logs.team(cluster);
    if (!member) return notFound('player', id);
    if (!team) return notFound('cluster', cluster);
    if (member.cluster === cluster) return null;
    const moved = { ...member, cluster };
    const refusal = this.#logs.write(() => {
      this.#storage.savePlayer(this.#session, moved);
      this.#logs.team(member.cluster)?.happen({ type: 'playerLeft', player: id });
      sitDown(team, moved);
    });
    if (refusal === null) this.#put(moved);
    return refusal;
  }

  remove(id: string): Status | null {
    const member = this.roster.get(id);
    if (!member) return notFound('player', id);
    const refusal = this.#logs.write(() => {
      this.#storage.removePlayer(this.#session, id);
      this.#logs.team(member.cluster)?.happen({ type: 'playerLeft', player: id });
    });
    if (refusal !== null) return refusal;
    this.roster.remove(id);
    this.#logs.changed();
    return null;
  }

  /** Nobody is here after a restart: the log says so, until they come back. */
  disconnectAll(): void {
    this.#logs.write(() => {
      for (const team of this.#logs.teams) {
        for (const player of team.store.keys('Player')) {
          if (!team.store.get('Player', player)?.connected) continue;
          team.happen({ type: 'playerConnection', player, connected: false });
        }
      }
    });
  }

  #put(member: Member): void {
    this.roster.put(member);
    this.#logs.changed();
  }

  #teamFor(wanted: string | undefined): TeamCluster {
    const open = this.#logs.teams.filter((team) => !team.isFrozen);
    const asked = open.find((team) => team.id === wanted);
    if (asked) return asked;
    const [first, ...others] = open;
    if (!first) throw new Refusal(STOPPED);
    const size = (team: TeamCluster) => this.roster.countIn(team.id);
    return others.reduce((best, team) => (size(team) < size(best) ? team : best), first);
  }
}

function sitDown(team: TeamCluster, { id, nickname, connected }: Member): void {
  team.happen({ type: 'playerJoined', player: id, nickname });
  if (!connected) team.happen({ type: 'playerConnection', player: id, connected });
  const seat = firstFreeSeat(team.store);
  if (seat !== null) team.happen({ type: 'seatAssigned', seat, player: id });
}
