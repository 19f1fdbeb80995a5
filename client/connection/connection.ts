/** What a view knows of where its cluster comes from: a server, this browser (practice), or a recording. */
import type { ReadonlySignal } from '@preact/signals';
import type { Status } from '../../shared/api/status.ts';
import type { Command } from '../../shared/commands/table.ts';
import type { Pace } from '../../shared/commands/pace.ts';
import type { ControlMessage } from '../../shared/protocol/control-message.ts';
import type { Change } from '../../shared/store/change.ts';
import type { Store } from '../../shared/store/store.ts';

export type LinkState = 'connecting' | 'online' | 'reconnecting' | 'lost';

export interface Identity {
  readonly as: 'player' | 'teacher' | 'projector';
  /** Player id; empty for the others. */
  readonly player: string;
  readonly nickname: string;
}

export interface Team {
  readonly id: string;
  readonly name: string;
  /** Undefined: nobody has wanted to visit yet. */
  readonly uptimePpm: number | undefined;
  readonly frozen: boolean;
}

export interface Classmate {
  readonly id: string;
  readonly nickname: string;
  readonly team: string;
  readonly connected: boolean;
}

/** What is small and social. */
export interface Lobby {
  readonly code: string;
  readonly scenarioId: string;
  readonly phase: 'lobby' | 'running' | 'ended';
  readonly pace: Pace;
  readonly locked: boolean;
  readonly teams: readonly Team[];
  readonly players: readonly Classmate[];
}

export interface Update {
  readonly changes: readonly Change[];
  /** The store is another one than before: a snapshot arrived, or a replay was sought. Draw everything anew. */
  readonly reset: boolean;
}

/** A command of ours that the authority has not answered yet. It is shown as pending; its outcome is not guessed. */
export interface PendingCommand {
  readonly id: number;
  readonly command: Command;
}

export interface Connection {
  readonly kind: 'server' | 'local' | 'replay';
  readonly link: ReadonlySignal<LinkState>;
  readonly identity: ReadonlySignal<Identity>;
  readonly lobby: ReadonlySignal<Lobby>;
  /** Id of the cluster that is followed. */
  readonly cluster: ReadonlySignal<string>;
  readonly pending: ReadonlySignal<readonly PendingCommand[]>;
  /** The state as the log says it is. Null until the first snapshot. Never write to it. */
  readonly store: Store | null;
  /** Called after each input has been applied. Returns how to stop listening. */
  listen(listener: (update: Update) => void): () => void;
  /** Null: done, and in the log. Otherwise why not. A replay refuses everything. */
  command(command: Command): Promise<Status | null>;
  /** What only the teacher may do. */
  control(message: ControlMessage): Promise<Status | null>;
  follow(cluster: string): void;
  close(): void;
}
