/**
 * The authority over one cluster: it alone appends to the log. It runs in the server's room, in the browser when
 * somebody practises alone, and in tests; only where the log is kept differs.
 */
import { failure, type Status } from '../api/status.ts';
import type { EnvironmentEvent } from '../commands/environment/table.ts';
import type { Command } from '../commands/table.ts';
import type { Change } from '../store/change.ts';
import type { LogEntry } from './log.ts';
import type { Simulation } from './simulation.ts';

/** Where inputs are kept. Returning means durable; throwing freezes the cluster. */
export type LogSink = (sequence: number, entry: LogEntry) => void;

/** An input that has been applied and is durable: now everybody may know it. */
export interface Accepted {
  /** Sequence number of the entry's first input. */
  readonly sequence: number;
  readonly entry: LogEntry;
  readonly changes: readonly Change[];
}

export class Authority {
  readonly simulation: Simulation;
  readonly #sink: LogSink;
  readonly #publish: (accepted: Accepted) => void;
  #frozen: unknown = null;

  constructor(simulation: Simulation, sink: LogSink, publish: (accepted: Accepted) => void) {
    this.simulation = simulation;
    this.#sink = sink;
    this.#publish = publish;
    simulation.drainChanges();
  }

  /** The exception that stopped this cluster, or null. Its log is whole up to there: it can be opened again from it. */
  get frozen(): unknown {
    return this.#frozen;
  }

  /** A player's or the teacher's command. A refusal changes nothing and leaves no trace in the log. */
  submit(author: string, command: Command): Status | null {
    if (this.#frozen !== null) return failure('ServiceUnavailable', 'frozen', 'this cluster has stopped', {});
    return this.#append(['c', author, command]);
  }

  happen(event: EnvironmentEvent): void {
    if (this.#frozen === null) this.#append(['e', event]);
  }

  tick(): void {
    if (this.#frozen === null) this.#append(1);
  }

  #append(entry: LogEntry): Status | null {
    const { sequence } = this.simulation.store;
    try {
      const refusal = this.simulation.apply(entry);
      if (refusal) {
        this.simulation.drainChanges();
        return refusal;
      }
      this.#sink(sequence, entry);
    } catch (error) {
      this.#frozen = error;
      throw error;
    }
    this.#publish({ sequence, entry, changes: this.simulation.drainChanges() });
    return null;
  }
}
