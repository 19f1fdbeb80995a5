/** The logs of a session's teams: what is appended to any of them becomes durable together, and only then known. */
import { failure, type Status } from '../../shared/api/status.ts';
import type { HashMessage } from '../../shared/protocol/hash-message.ts';
import type { LogMessage } from '../../shared/protocol/log-message.ts';
import { StorageFailure, type Storage } from '../storage/storage.ts';
import type { TeamCluster } from './team-cluster.ts';

export interface LogListener {
  logged(message: LogMessage): void;
  hashed(message: HashMessage): void;
  /** Phase, pace, lock, players or a cluster's standing are others than before. */
  changed(): void;
  /** A cluster, or all of them, stopped. */
  failed(what: string, cause: unknown): void;
}

export const STOPPED: Status = failure('ServiceUnavailable', 'frozen', 'this cluster has stopped', {});

export class TeamLogs {
  readonly teams: readonly TeamCluster[];
  readonly #storage: Storage;
  #listener: LogListener | null = null;

  constructor(teams: readonly TeamCluster[], storage: Storage) {
    this.teams = teams;
    this.#storage = storage;
  }

  listen(listener: LogListener): void {
    this.#listener = listener;
  }

  changed(): void {
    this.#listener?.changed();
  }

  team(id: string): TeamCluster | undefined {
    return this.teams.find((team) => team.id === id);
  }

  /** Null when all that `work` did is stored and sent; the refusal when the disk did not take it: then all stop. */
  write(work: () => void): Status | null {
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
      return STOPPED;
    }
    for (const team of this.teams) {
      const { log, hash } = team.commit();
      if (log) this.#listener?.logged(log);
      if (hash) this.#listener?.hashed(hash);
    }
    this.#reportFrozen(frozenBefore);
    return null;
  }

  /** Where the disk had stopped clusters: whether it takes `work` now. Then they go on from their logs' ends. */
  tryAgain(work: () => void): void {
    const thawed = this.teams.filter((team) => team.thaw());
    if (thawed.length > 0 && this.write(work) === null) this.changed();
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
