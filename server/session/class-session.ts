/**
 * A class session: its teams' clusters, its players, its phase and pace. It knows no network: the room tells it what
 * clients want, and is told what to send. Whatever it says has been stored before.
 */
import { failure, notFound, type Status } from '../../shared/api/status.ts';
import type { EnvironmentEvent } from '../../shared/commands/environment/table.ts';
import type { Pace } from '../../shared/commands/pace.ts';
import type { Command } from '../../shared/commands/table.ts';
import type { View } from '../../shared/store/store.ts';
import { matchesHash } from '../secrets.ts';
import type { Storage, StoredSession } from '../storage/storage.ts';
import { Membership } from './membership.ts';
import type { Member, Roster } from './roster.ts';
import { Refusal } from './refusal.ts';
import type { TeamCluster } from './team-cluster.ts';
import { TeamLogs, type LogListener } from './team-logs.ts';

/** What the world does, tick by tick: by the same seed for every team, so that they can be compared. */
export interface Script {
  readonly durationTicks: number;
  /** What happens before a cluster's next tick. */
  eventsBefore(view: View): readonly EnvironmentEvent[];
}

export interface SessionListener extends LogListener {
  /** The log is complete: no input will follow. */
  ended(): void;
}

type Standing = Pick<StoredSession, 'phase' | 'pace' | 'locked'>;

const ENDED = failure('Conflict', 'sessionEnded', 'the session has ended', {});

export class ClassSession {
  readonly id: string;
  readonly code: string;
  readonly scenarioId: string;
  readonly hostKeyHash: string;
  readonly members: Membership;
  readonly #logs: TeamLogs;
  readonly #storage: Storage;
  readonly #script: Script;
  #standing: Standing;
  #tellEnded: () => void = () => undefined;

  constructor(stored: StoredSession, teams: readonly TeamCluster[], roster: Roster, storage: Storage, script: Script) {
    const { id, code, scenarioId, hostKeyHash, phase, pace, locked } = stored;
    this.id = id;
    this.code = code;
    this.scenarioId = scenarioId;
    this.hostKeyHash = hostKeyHash;
    this.#standing = { phase, pace, locked };
    this.#logs = new TeamLogs(teams, storage);
    this.members = new Membership(id, roster, this.#logs, storage);
    this.#storage = storage;
    this.#script = script;
  }

  get phase(): StoredSession['phase'] {
    return this.#standing.phase;
  }

  get pace(): Pace {
    return this.#standing.pace;
  }

  get locked(): boolean {
    return this.#standing.locked;
  }

  get teams(): readonly TeamCluster[] {
    return this.#logs.teams;
  }

  get roster(): Roster {
    return this.members.roster;
  }

  /** Ticks played; a frozen cluster stays behind. */
  get tick(): number {
    return Math.max(...this.teams.map((team) => team.store.tick));
  }

  listen(listener: SessionListener): void {
    this.#logs.listen(listener);
    this.#tellEnded = () => listener.ended();
  }

  team(id: string): TeamCluster | undefined {
    return this.#logs.team(id);
  }

  isHostKey(key: string): boolean {
    return matchesHash(key, this.hostKeyHash);
  }

  join(nickname: string, wanted: string | undefined): { readonly member: Member; readonly token: string } {
    if (this.phase === 'ended') throw new Refusal(ENDED);
    if (this.locked) throw new Refusal(failure('Forbidden', 'lobbyLocked', 'the teacher has locked the session', {}));
    return this.members.join(nickname, wanted);
  }

  setConnected(player: string, connected: boolean): void {
    this.members.setConnected(player, connected, this.phase !== 'ended');
  }

  command(author: string, cluster: string, command: Command): Status | null {
    const team = this.team(cluster);
    if (!team) return notFound('cluster', cluster);
    if (this.phase === 'ended') return ENDED;
    let refusal: Status | null = null;
    const stopped = this.#logs.write(() => {
      refusal = team.submit(author, command);
    });
    return stopped ?? refusal;
  }

  start(): Status | null {
    if (this.phase !== 'lobby') return failure('Conflict', 'alreadyStarted', 'the session has been started', {});
    return this.#set({ phase: 'running' }, [
      { type: 'phaseChanged', phase: 'running' },
      { type: 'paceChanged', pace: this.pace },
    ]);
  }

  setPace(pace: Pace): Status | null {
    if (this.phase === 'ended') return ENDED;
    return pace === this.pace ? null : this.#set({ pace }, [{ type: 'paceChanged', pace }]);
  }

  setLocked(locked: boolean): Status | null {
    return this.#set({ locked }, []);
  }

  end(): Status | null {
    if (this.phase !== 'running') return failure('Conflict', 'nothingToEnd', 'the session is not running', {});
    const refusal = this.#set({ phase: 'ended' }, [{ type: 'phaseChanged', phase: 'ended' }]);
    if (refusal === null) this.#tellEnded();
    return refusal;
  }

  /** Plays ticks while the session runs; ends by itself when the scenario's time is over. */
  advance(ticks: number): void {
    for (let played = 0; played < ticks; played += 1) {
      if (this.phase !== 'running' || this.teams.every((team) => team.isFrozen)) return;
      if (this.#logs.write(() => this.#tickAll()) !== null) return;
      if (this.tick >= this.#script.durationTicks) this.end();
    }
  }

  /** A disk that was full may have room again: a marker that changes nothing tells. */
  tryStorageAgain(): void {
    if (this.phase === 'ended') return;
    this.#logs.tryAgain(() => {
      for (const team of this.teams) team.happen({ type: 'paceChanged', pace: this.pace });
    });
  }

  #tickAll(): void {
    for (const team of this.teams) team.tick((view) => this.#script.eventsBefore(view));
  }

  /** Stores the change together with what the clusters are told of it. */
  #set(change: Partial<Standing>, events: readonly EnvironmentEvent[]): Status | null {
    const next = { ...this.#standing, ...change };
    const refusal = this.#logs.write(() => {
      this.#storage.updateSession(this.id, next);
      for (const team of this.teams) for (const event of events) team.happen(event);
    });
    if (refusal !== null) return refusal;
    this.#standing = next;
    this.#logs.changed();
    return null;
  }
}
