/** A recording as a connection: the same town and panels, with a time slider in place of the server. */
import { signal } from '@preact/signals';
import { failure } from '../../shared/api/status.ts';
import type { Status } from '../../shared/api/status.ts';
import type { RecordingPlayer } from '../../shared/recording/player.ts';
import type { Store } from '../../shared/store/store.ts';
import type { Connection, Identity, LinkState, Lobby, PendingCommand, Update } from './connection.ts';
import { Listeners, RESET } from './listeners.ts';

/** Ticks per real second at speed 1: the pace of a lesson. */
const BASE_PACE = 1;
/** So that one frame of a slow machine never plays for longer than it lasts. */
const MAX_TICKS_A_FRAME = 256;
export const SPEEDS = [1, 2, 4, 8, 16, 32, 64] as const;
export type Speed = (typeof SPEEDS)[number];

export class ReplayConnection implements Connection {
  readonly kind = 'replay';
  readonly link = signal<LinkState>('online');
  readonly identity = signal<Identity>({ as: 'projector', player: '', nickname: '' });
  readonly lobby;
  readonly cluster;
  readonly pending = signal<readonly PendingCommand[]>([]);
  readonly player: RecordingPlayer;
  readonly tick = signal(0);
  readonly isPlaying = signal(false);
  readonly speed = signal<Speed>(8);
  readonly #listeners = new Listeners();
  #frame = 0;
  #lastTime = 0;
  #owed = 0;

  constructor(player: RecordingPlayer) {
    this.player = player;
    const { head } = player.recording;
    this.cluster = signal(head.clusterId);
    this.lobby = signal<Lobby>({
      code: '',
      scenarioId: head.scenarioId,
      phase: 'running',
      pace: 0,
      locked: true,
      teams: [{ id: head.clusterId, name: head.teamName, uptimePpm: undefined, frozen: false }],
      players: [],
    });
  }

  get store(): Store {
    return this.player.simulation.store;
  }

  listen(listener: (update: Update) => void): () => void {
    return this.#listeners.add(listener);
  }

  play(): void {
    if (this.isPlaying.value) return;
    if (this.player.atEnd) this.seek(0);
    this.isPlaying.value = true;
    this.#lastTime = performance.now();
    this.#frame = requestAnimationFrame((time) => this.#advance(time));
  }

  pause(): void {
    this.isPlaying.value = false;
    cancelAnimationFrame(this.#frame);
  }

  seek(tick: number): void {
    this.player.seek(Math.max(0, Math.min(tick, this.player.lastTick)));
    this.#owed = 0;
    this.tick.value = this.player.tick;
    this.#listeners.tell(RESET);
  }

  #advance(time: number): void {
    this.#owed += ((time - this.#lastTime) / 1000) * BASE_PACE * this.speed.value;
    this.#lastTime = time;
    const ticks = Math.min(Math.floor(this.#owed), MAX_TICKS_A_FRAME);
    if (ticks > 0) {
      this.#owed = Math.min(this.#owed - ticks, MAX_TICKS_A_FRAME);
      const changes = this.player.playTo(this.player.tick + ticks);
      this.tick.value = this.player.tick;
      this.#listeners.tell({ changes, reset: false });
    }
    if (this.player.atEnd) this.pause();
    else if (this.isPlaying.value) this.#frame = requestAnimationFrame((next) => this.#advance(next));
  }

  command(): Promise<Status | null> {
    return Promise.resolve(failure('Forbidden', 'replayOnly', 'a recording cannot be changed', {}));
  }

  control(): Promise<Status | null> {
    return this.command();
  }

  follow(): void {
    // A recording holds one cluster.
  }

  close(): void {
    this.pause();
  }
}
