/** This browser's own run of a cluster's log: a snapshot, and the entries after it. It shows; it never predicts. */
import { inputsOf } from '../../shared/session/log.ts';
import type { Simulation } from '../../shared/session/simulation.ts';
import type { LogMessage } from '../../shared/protocol/log-message.ts';
import { decodeSnapshot, type SnapshotMessage } from '../../shared/protocol/snapshot-message.ts';
import { describeDifference } from '../../shared/store/snapshot.ts';
import type { Change } from '../../shared/store/change.ts';
import type { Store } from '../../shared/store/store.ts';
import { gunzipText } from './gunzip.ts';

export class Mirror {
  readonly cluster: string;
  #simulation: Simulation | null = null;
  /** What arrived while the snapshot was being unpacked. */
  #early: LogMessage[] = [];

  constructor(cluster: string) {
    this.cluster = cluster;
  }

  get store(): Store | null {
    return this.#simulation?.store ?? null;
  }

  async load(snapshot: SnapshotMessage): Promise<void> {
    this.#simulation = decodeSnapshot(await gunzipText(snapshot.data));
    const early = this.#early;
    this.#early = [];
    for (const message of early) this.take(message);
  }

  /** What the new entries changed, or `gap` when some are missing before them. What is known already is passed over. */
  take(message: LogMessage): readonly Change[] | 'gap' {
    const simulation = this.#simulation;
    if (!simulation) {
      this.#early.push(message);
      return [];
    }
    let from = message.from;
    for (const entry of message.entries) {
      const { sequence } = simulation.store;
      if (from > sequence) return 'gap';
      const known = sequence - from;
      from += inputsOf(entry);
      if (from <= sequence) continue;
      simulation.apply(typeof entry === 'number' ? entry - known : entry);
    }
    return simulation.drainChanges();
  }

  /** Whether our state is another than the server's at the same point of the log. */
  hasPartedAt(sequence: number, hash: string): boolean {
    return this.#simulation?.store.sequence === sequence && this.#simulation.hash() !== hash;
  }

  /** The first object and field in which this state and another of the same point differ; null where none does. */
  differenceFrom(other: Mirror): string | null {
    const [mine, theirs] = [this.store, other.store];
    if (!mine || !theirs || mine.sequence !== theirs.sequence) return null;
    return describeDifference(mine.frame(), theirs.frame());
  }
}
