/**
 * A class session: its teams' clusters, its players, its phase and pace. It knows no network: the room tells it what
 * clients want, and is told what to send. Whatever it says has been stored before.
 */
import { failure, notFound, type Status } from '../../shared/api/status.ts';
import type { EnvironmentEvent } from '../../shared/commands/environment/table.ts';
import type { Pace } from '../../shared/commands/environment/pace-changed.ts';
import type { Command } from '../../shared/commands/table.ts';
import type { HashMessage } from '../../shared/protocol/hash-message.ts';
import type { LogMessage } from '../../shared/protocol/log-message.ts';
import type { View } from '../../shared/store/store.ts';
import { matchesHash } from '../secrets.ts';
import { StorageFailure, type Storage, type StoredSession } from '../storage/storage.ts';
import { newMember, type Member, type Roster } from './roster.ts';
import { Refusal } from './refusal.ts';
import { firstFreeSeat } from './seats.ts';
import type { TeamCluster } from './team-cluster.ts';

/** A class of 60 in one session, and room for a large lecture. */
export const MAX_PLAYERS = 200;

/** What the world does, tick by tick: by the same seed for every team, so that they can be compared. */
export interface Script {
  readonly durationTicks: number;
  /** What happens before a cluster's next tick. */
  eventsBefore(view: View): readonly EnvironmentEvent[];
}

export interface SessionListener {
  logged(message: LogMessage): void;
  hashed(message: HashMessage): void;
  /** Phase, pace, lock, players or a cluster's standing are others than before. */
  changed(): void;
  /** The log is complete: no input will follow. */
  ended(): void;
  /** A cluster, or all of them, stopped. */
  failed(what: string, cause: unknown): void;
}

export class ClassSession {
  readonly id: string;
  readonly code: string;
  readonly scenarioId: string;
  readonly createdAt: number;
  readonly hostKeyHash: string;
  readonly teams: readonly TeamCluster[];
  readonly roster: Roster;
  readonly #storage: Storage;
  readonly #script: Script;
  #listener: SessionListener | null = null;
  #phase: StoredSession['phase'];
  #pace: Pace;
  #locked: boolean;

  constructor(stored: StoredSession, teams: readonly TeamCluster[], roster: Roster, storage: Storage, script: Script) {
    this.id = stored.id;
    this.code = stored.code;
    this.scenarioId = stored.scenarioId;
    this.createdAt = stored.createdAt;
    this.hostKeyHash = stored.hostKeyHash;
    this.#phase = stored.phase;
    this.#pace = stored.pace;
    this.#locked = stored.locked;
    this.teams = teams;
    this.roster = roster;
    this.#storage = storage;
    this.#script = script;
  }

  get phase(): StoredSession['phase'] {
    return this.#phase;
  }

  get pace(): Pace {
    return this.#pace;
  }

  get locked(): boolean {
    return this.#locked;
  }

  /** Ticks played; a frozen cluster stays behind. */
  get tick(): number {
    return Math.max(...this.teams.map((team) => team.store.tick));
  }

  listen(listener: SessionListener): void {
    this.#listener = listener;
  }

  team(id: string): TeamCluster | undefined {
    return this.teams.find((team) => team.id === id);
  }

  isHostKey(key: string): boolean {
    return matchesHash(key, this.hostKeyHash);
  }

  /** A new player: in the team asked for, else the smallest, on the first free useful seat. */
  join(nickname: string, wanted: string | undefined): { readonly member: Member; readonly token: string } {
    if (this.#phase === 'ended') throw new Refusal(failure('Conflict', 'sessionEnded', 'the session has ended', {}));
    if (this.#locked) throw new Refusal(failure('Forbidden', 'lobbyLocked', 'the teacher has locked the session', {}));
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
    const isStored = this.#write(() => {
      this.#storage.savePlayer(this.id, member);
      this.#sitDown(team, member);
    });
    if (!isStored) throw new Refusal(stopped());
    this.roster.put(member);
    this.#listener?.changed();
    return { member, token };
  }

  /** A player's line broke, or is back. The autopilot plays meanwhile: the log says from when to when. */
  setConnected(id: string, connected: boolean): void {
    const member = this.roster.get(id);
    if (!member || member.connected === connected) return;
    const team = this.team(member.cluster);
    if (this.#phase !== 'ended') {
      this.#write(() => team?.happen({ type: 'playerConnection', player: id, connected }));
    }
    this.roster.put({ ...member, connected });
    this.#listener?.changed();
  }

  command(author: string, cluster: string, command: Command): Status | null {
    const team = this.team(cluster);
    if (!team) return notFound('cluster', cluster);
    if (this.#phase === 'ended') return failure('Conflict', 'sessionEnded', 'the session has ended', {});
    let refusal: Status | null = null;
    const isStored = this.#write(() => {
      refusal = team.submit(author, command);
    });
    return isStored ? refusal : stopped();
  }

  start(): Status | null {
    if (this.#phase !== 'lobby') return failure('Conflict', 'alreadyStarted', 'the session has been started', {});
    return this.#setSession({ phase: 'running' }, (team) => {
      team.happen({ type: 'phaseChanged', phase: 'running' });
      team.happen({ type: 'paceChanged', pace: this.#pace });
    });
  }

  setPace(pace: Pace): Status | null {
    if (this.#phase === 'ended') return failure('Conflict', 'sessionEnded', 'the session has ended', {});
    if (pace === this.#pace) return null;
    return this.#setSession({ pace }, (team) => void team.happen({ type: 'paceChanged', pace }));
  }

  setLocked(locked: boolean): Status | null {
    return this.#setSession({ locked }, () => undefined);
  }

  end(): Status | null {
    if (this.#phase !== 'running') return failure('Conflict', 'notRunning', 'the session is not running', {});
    const refusal = this.#setSession(
      { phase: 'ended' },
      (team) => void team.happen({ type: 'phaseChanged', phase: 'ended' }),
    );
    if (refusal === null) this.#listener?.ended();
    return refusal;
  }

  assignSeat(cluster: string, seat: string, player: string | null): Status | null {
    const team = this.team(cluster);
    if (!team) return notFound('cluster', cluster);
    if (!team.store.get('Seat', seat)) return notFound('seat', seat);
    if (player !== null && this.roster.get(player)?.cluster !== cluster) return notFound('player', player);
    return this.#writeOr(() => void team.happen({ type: 'seatAssigned', seat, player }));
  }

  movePlayer(id: string, cluster: string): Status | null {
    const member = this.roster.get(id);
    const team = this.team(cluster);
    if (!member) return notFound('player', id);
    if (!team) return notFound('cluster', cluster);
    if (member.cluster === cluster) return null;
    const moved = { ...member, cluster };
    const refusal = this.#writeOr(() => {
      this.#storage.savePlayer(this.id, moved);
      this.team(member.cluster)?.happen({ type: 'playerLeft', player: id });
      this.#sitDown(team, moved);
    });
    if (refusal === null) this.roster.put(moved);
    this.#listener?.changed();
    return refusal;
  }

  removePlayer(id: string): Status | null {
    const member = this.roster.get(id);
    if (!member) return notFound('player', id);
    const refusal = this.#writeOr(() => {
      this.#storage.removePlayer(this.id, id);
      this.team(member.cluster)?.happen({ type: 'playerLeft', player: id });
    });
    if (refusal === null) this.roster.remove(id);
    this.#listener?.changed();
    return refusal;
  }

  /** Plays ticks; ends by itself when the scenario's time is over. Returns how many were played. */
  advance(ticks: number): number {
    for (let played = 0; played < ticks; played += 1) {
      if (this.#phase !== 'running' || this.teams.every((team) => team.isFrozen)) return played;
      if (!this.#write(() => this.#tickAll())) return played;
      if (this.tick >= this.#script.durationTicks) this.end();
    }
    return ticks;
  }

  /** Nobody is here after a restart: the log says so, until they come back. */
  disconnectAll(): void {
    if (this.#phase === 'ended') return;
    this.#write(() => {
      for (const team of this.teams) {
        for (const player of team.store.keys('Player')) {
          if (team.store.get('Player', player)?.connected)
            team.happen({ type: 'playerConnection', player, connected: false });
        }
      }
    });
  }

  #tickAll(): void {
    for (const team of this.teams) team.tick((view) => this.#script.eventsBefore(view));
  }

  #teamFor(wanted: string | undefined): TeamCluster {
    const open = this.teams.filter((team) => !team.isFrozen);
    const asked = open.find((team) => team.id === wanted);
    if (asked) return asked;
    const [first, ...others] = open;
    if (!first) throw new Refusal(stopped());
    return others.reduce(
      (best, team) => (this.roster.countIn(team.id) < this.roster.countIn(best.id) ? team : best),
      first,
    );
  }

  #sitDown(team: TeamCluster, { id, nickname, connected }: Member): void {
    team.happen({ type: 'playerJoined', player: id, nickname });
    if (!connected) team.happen({ type: 'playerConnection', player: id, connected });
    const seat = firstFreeSeat(team.store);
    if (seat !== null) team.happen({ type: 'seatAssigned', seat, player: id });
  }

  #setSession(
    change: Partial<Pick<StoredSession, 'phase' | 'pace' | 'locked'>>,
    tell: (team: TeamCluster) => void,
  ): Status | null {
    const next = { phase: this.#phase, pace: this.#pace, locked: this.#locked, ...change };
    const refusal = this.#writeOr(() => {
      this.#storage.updateSession(this.id, next);
      for (const team of this.teams) tell(team);
    });
    if (refusal !== null) return refusal;
    this.#phase = next.phase;
    this.#pace = next.pace;
    this.#locked = next.locked;
    this.#listener?.changed();
    return null;
  }

  #writeOr(work: () => void): Status | null {
    return this.#write(work) ? null : stopped();
  }

  /** Everything `work` appends to any cluster becomes durable together, and only then known. */
  #write(work: () => void): boolean {
    const frozenBefore = this.teams.filter((team) => team.isFrozen).length;
    try {
      this.#storage.transact(() => {
        work();
        this.#share();
      });
    } catch (error) {
      for (const team of this.teams) team.rollback();
      if (!(error instanceof StorageFailure)) throw error;
      this.#stopAll(error);
      return false;
    }
    for (const team of this.teams) {
      const { log, hash } = team.commit();
      if (log) this.#listener?.logged(log);
      if (hash) this.#listener?.hashed(hash);
    }
    this.#reportFrozen(frozenBefore);
    return true;
  }

  /** One registry for all teams. A publication never brings forth another one. */
  #share(): void {
    for (const team of this.teams) {
      for (const publication of team.takePublications()) {
        for (const other of this.teams) if (other !== team) other.happen(publication);
      }
    }
  }

  #stopAll(error: StorageFailure): void {
    for (const team of this.teams) team.freeze(error);
    this.#listener?.failed('all clusters: their inputs could not be stored', error);
    this.#listener?.changed();
  }

  #reportFrozen(before: number): void {
    const frozen = this.teams.filter((team) => team.isFrozen);
    if (frozen.length === before) return;
    for (const team of frozen) this.#listener?.failed(`cluster ${team.id}`, team.frozenBy);
    this.#listener?.changed();
  }
}

function stopped(): Status {
  return failure('ServiceUnavailable', 'frozen', 'this cluster has stopped', {});
}
