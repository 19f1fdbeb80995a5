/**
 * One team's cluster on the server: the authority over its log, what is not sent yet, and a base to go back to. A
 * command that makes the simulation throw is undone and refused; a tick that does so stops this cluster alone.
 */
import { gzipSync } from 'node:zlib';
import { failure, type Status } from '../../shared/api/status.ts';
import type { EnvironmentEvent } from '../../shared/commands/environment/table.ts';
import type { Command } from '../../shared/commands/table.ts';
import { HASH_EVERY_TICKS, type HashMessage } from '../../shared/protocol/hash-message.ts';
import type { LogMessage } from '../../shared/protocol/log-message.ts';
import { encodeSnapshot, type SnapshotMessage } from '../../shared/protocol/snapshot-message.ts';
import { Authority, type Accepted } from '../../shared/session/authority.ts';
import { appendEntry, type LogEntry } from '../../shared/session/log.ts';
import { Simulation } from '../../shared/session/simulation.ts';
import type { Frame, Store, View } from '../../shared/store/store.ts';
import { StorageFailure, type StoredCluster } from '../storage/storage.ts';
import { publicationsIn } from './publications.ts';

/** A joiner gets the last snapshot and at most this much log after it, so that a class joining at once shares one. */
const BASE_EVERY_TICKS = 60;
/** Fast snapshots over small ones: they are made between two ticks. */
const GZIP = { level: 1 } as const;

export interface ClusterStorage {
  appendLog(sequence: number, entry: LogEntry): void;
  appendHash(sequence: number, hash: string): void;
}

/** Where a cluster can be opened again: a frame, and what was appended and stored after it. */
interface Base {
  readonly frame: Frame;
  readonly sequence: number;
  readonly tail: LogEntry[];
  /** Made when first asked for. */
  snapshot: SnapshotMessage | null;
}

export class TeamCluster {
  readonly id: string;
  readonly name: string;
  readonly setup: StoredCluster['setup'];
  readonly #storage: ClusterStorage;
  #authority: Authority;
  #base: Base;
  /** Appended in the transaction that is open now. */
  #pending: LogEntry[] = [];
  #pendingFrom = 0;
  #pendingHash: HashMessage | null = null;
  #publications: EnvironmentEvent[] = [];
  #frozenBy: unknown = null;

  constructor({ id, name, setup }: StoredCluster, simulation: Simulation, storage: ClusterStorage) {
    this.id = id;
    this.name = name;
    this.setup = setup;
    this.#storage = storage;
    this.#authority = this.#authorityOver(simulation);
    this.#base = this.#newBase();
  }

  /** Never write to it. */
  get store(): Store {
    return this.#authority.simulation.store;
  }

  get isFrozen(): boolean {
    return this.#frozenBy !== null;
  }

  hash(): string {
    return this.#authority.simulation.hash();
  }

  submit(author: string, command: Command): Status | null {
    if (this.isFrozen) return failure('ServiceUnavailable', 'frozen', 'this cluster has stopped', {});
    try {
      return this.#authority.submit(author, command);
    } catch (error) {
      if (error instanceof StorageFailure) throw error;
      this.#reopen();
      return failure('InternalError', 'brokenCommand', `the command failed inside: ${describe(error)}`, {});
    }
  }

  /** Whether it is in the log. A frozen cluster takes nothing. */
  happen(event: EnvironmentEvent): boolean {
    return this.#guarded(() => this.#authority.happen(event));
  }

  tick(eventsBefore: (view: View) => readonly EnvironmentEvent[]): boolean {
    return this.#guarded(() => {
      for (const event of eventsBefore(this.store)) this.#authority.happen(event);
      this.#authority.tick();
      if (this.store.tick % HASH_EVERY_TICKS === 0) this.#takeHash();
    });
  }

  /** What our own pushes put on the shelves since this was last asked: for all other clusters. */
  takePublications(): readonly EnvironmentEvent[] {
    const publications = this.#publications;
    this.#publications = [];
    return publications;
  }

  /** The transaction is durable: what it appended may be known. */
  commit(): { readonly log: LogMessage | null; readonly hash: HashMessage | null } {
    const entries = this.#pending;
    const hash = this.#pendingHash;
    const log = entries.length === 0 ? null : { cluster: this.id, from: this.#pendingFrom, entries };
    for (const entry of entries) appendEntry(this.#base.tail, entry);
    this.#forgetPending();
    if (!this.isFrozen && this.store.tick >= this.#base.frame.tick + BASE_EVERY_TICKS) this.#base = this.#newBase();
    return { log, hash };
  }

  /** The transaction was not stored: go back to what is. */
  rollback(): void {
    this.#forgetPending();
    this.#reopen();
  }

  freeze(cause: unknown): void {
    this.#frozenBy ??= cause;
  }

  /** Goes on where the log ends, if it was only the disk that stopped it. */
  thaw(): boolean {
    if (!(this.#frozenBy instanceof StorageFailure)) return false;
    this.#frozenBy = null;
    return true;
  }

  /** What somebody needs who comes in now: a snapshot, and the log after it. */
  snapshot(): { readonly snapshot: SnapshotMessage; readonly log: LogMessage | null } {
    if (this.#base.snapshot === null) {
      this.#base = this.#newBase();
      this.#base.snapshot = this.#encode();
    }
    const { snapshot, sequence, tail } = this.#base;
    return { snapshot, log: tail.length === 0 ? null : { cluster: this.id, from: sequence, entries: [...tail] } };
  }

  #encode(): SnapshotMessage {
    const { simulation } = this.#authority;
    const data = gzipSync(encodeSnapshot(simulation), GZIP);
    return { cluster: this.id, sequence: simulation.store.sequence, hash: simulation.hash(), data };
  }

  #authorityOver(simulation: Simulation): Authority {
    const store = (sequence: number, entry: LogEntry) => this.#storage.appendLog(sequence, entry);
    return new Authority(simulation, store, (accepted) => this.#accepted(accepted));
  }

  #accepted({ sequence, entry, changes }: Accepted): void {
    if (this.#pending.length === 0) this.#pendingFrom = sequence;
    appendEntry(this.#pending, entry);
    this.#publications.push(...publicationsIn(this.store, changes));
  }

  #takeHash(): void {
    const { sequence } = this.store;
    this.#pendingHash = { cluster: this.id, sequence, hash: this.hash() };
    this.#storage.appendHash(sequence, this.#pendingHash.hash);
  }

  #guarded(work: () => void): boolean {
    if (this.isFrozen) return false;
    try {
      work();
      return true;
    } catch (error) {
      if (error instanceof StorageFailure) throw error;
      this.#frozenBy = error;
      this.#reopen();
      return false;
    }
  }

  /** The state as the log says it is, without whatever half of an input an exception left behind. */
  #reopen(): void {
    const simulation = Simulation.open(this.#base.frame);
    for (const entry of [...this.#base.tail, ...this.#pending]) simulation.apply(entry);
    this.#authority = this.#authorityOver(simulation);
  }

  #newBase(): Base {
    const { simulation } = this.#authority;
    return { frame: simulation.frame(), sequence: simulation.store.sequence, tail: [], snapshot: null };
  }

  #forgetPending(): void {
    this.#pending = [];
    this.#pendingHash = null;
    this.#publications = [];
  }

  /** Why it stopped, for the server's own log. */
  get frozenBy(): unknown {
    return this.#frozenBy;
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
