/** A session's room on the server. Follows one cluster's log, and comes back by itself when the line breaks. */
import { signal } from '@preact/signals';
import { Client, type Room } from 'colyseus.js';
import { failure, type Status } from '../../shared/api/status.ts';
import type { Command } from '../../shared/commands/table.ts';
import {
  COMMAND,
  CONTROL,
  FOLLOW,
  HASH,
  LOG,
  PARTED,
  REFUSED,
  SNAPSHOT,
  WELCOME,
} from '../../shared/protocol/message-names.ts';
import { CLOSED_FOR_GOOD } from '../../shared/protocol/close-codes.ts';
import { readAnswer } from '../../shared/protocol/status.ts';
import type { ControlMessage } from '../../shared/protocol/control-message.ts';
import type { FollowMessage } from '../../shared/protocol/follow-message.ts';
import { welcomeMessage, type WelcomeMessage } from '../../shared/protocol/welcome-message.ts';
import type { JoinOptions } from '../../shared/protocol/join-options.ts';
import type { PartedMessage } from '../../shared/protocol/parted-message.ts';
import type { Store } from '../../shared/store/store.ts';
import type { Connection, Identity, LinkState, Lobby, PendingCommand, Update } from './connection.ts';
import { Listeners, RESET } from './listeners.ts';
import { EMPTY_LOBBY, readLobby } from './lobby.ts';
import type { Mirror } from './mirror.ts';
import type * as PlayModule from './play.ts';

type Play = typeof PlayModule;

const RETRY_FIRST_MS = 500;
const RETRY_LAST_MS = 5000;
const PAINT_MS = 250;
/** Colyseus' own code for a line that we closed ourselves. */
const CONSENTED = 4000;

export class ServerConnection implements Connection {
  readonly kind = 'server';
  readonly link = signal<LinkState>('connecting');
  readonly identity = signal<Identity>({ as: 'projector', player: '', nickname: '' });
  readonly lobby = signal<Lobby>(EMPTY_LOBBY);
  readonly cluster = signal('');
  readonly pending = signal<readonly PendingCommand[]>([]);
  readonly #listeners = new Listeners();
  readonly #sdk = new Client(location.origin.replace(/^http/, 'ws'));
  readonly #roomId: string;
  readonly #onWelcome: (welcome: WelcomeMessage) => void;
  #options: JoinOptions;
  #room: Room | null = null;
  #loadedPlay: Promise<Play> | null = null;
  #mirror: Mirror | null = null;
  /** The state that turned out to be wrong, until the right one is here to compare. */
  #parted: Mirror | null = null;
  #nextId = 1;
  #retryMs = RETRY_FIRST_MS;
  #retryTimer = 0;
  #isClosed = false;

  constructor(roomId: string, options: JoinOptions, onWelcome: (welcome: WelcomeMessage) => void) {
    this.#roomId = roomId;
    this.#options = options;
    this.#onWelcome = onWelcome;
  }

  get store(): Store | null {
    return this.#mirror?.store ?? null;
  }

  /** Joins; rejects with the server's refusal when the first attempt is refused. */
  async open(): Promise<void> {
    const room = await this.#sdk.joinById(this.#roomId, this.#options);
    // Our own seat token brings us back, also after a server restart, where Colyseus' own tokens end.
    room.reconnection.enabled = false;
    this.#room = room;
    this.#retryMs = RETRY_FIRST_MS;
    room.onMessage(WELCOME, (message) => this.#welcome(welcomeMessage.parse(message)));
    room.onMessage(SNAPSHOT, (message) => this.#play((play) => void this.#takeSnapshot(play, message)));
    room.onMessage(LOG, (message) => this.#play((play) => this.#takeLog(play, message)));
    room.onMessage(HASH, (message) => this.#play((play) => this.#checkHash(play, message)));
    room.onMessage(REFUSED, () => undefined);
    room.onStateChange((state) => {
      this.lobby.value = readLobby(state);
    });
    room.onError(() => undefined);
    room.onLeave((code) => this.#left(code));
    this.link.value = 'online';
  }

  /** Messages keep their order: each waits for the same promise. */
  #play(take: (play: Play) => void): void {
    this.#loadedPlay ??= afterPaint().then(() => import('./play.ts'));
    void this.#loadedPlay.then(take);
  }

  #welcome(welcome: WelcomeMessage): void {
    this.identity.value = { as: welcome.as, player: welcome.player, nickname: welcome.nickname };
    if (this.#options.as === 'player')
      this.#options = { as: 'player', protocol: this.#options.protocol, token: welcome.token };
    // A player sees the own team, also after being moved to another one. Who may look at all teams keeps looking.
    if (welcome.as === 'player' || this.cluster.value === '') this.cluster.value = welcome.cluster;
    this.#onWelcome(welcome);
    if (this.cluster.value !== welcome.cluster) this.follow(this.cluster.value);
  }

  async #takeSnapshot({ Mirror: MirrorClass, snapshotMessage }: Play, message: unknown): Promise<void> {
    const snapshot = snapshotMessage.parse(message);
    if (snapshot.cluster !== this.cluster.value) return;
    const mirror = new MirrorClass(snapshot.cluster);
    this.#mirror = mirror;
    await mirror.load(snapshot);
    if (this.#mirror !== mirror) return;
    this.#reportParting(mirror);
    this.#listeners.tell(RESET);
  }

  #takeLog({ logMessage }: Play, message: unknown): void {
    const log = logMessage.parse(message);
    if (log.cluster !== this.#mirror?.cluster) return;
    const changes = this.#mirror.take(log);
    if (changes === 'gap') this.#send(FOLLOW, { cluster: log.cluster });
    else if (changes.length > 0) this.#listeners.tell({ changes, reset: false });
  }

  #checkHash({ hashMessage }: Play, message: unknown): void {
    const { cluster, sequence, hash } = hashMessage.parse(message);
    if (cluster !== this.#mirror?.cluster) return;
    if (!this.#mirror.hasPartedAt(sequence, hash)) return;
    this.#parted = this.#mirror;
    this.#send(FOLLOW, { cluster });
  }

  /** The state that had parted took every input up to the new snapshot, so the two can be compared. */
  #reportParting(mirror: Mirror): void {
    const parted = this.#parted;
    this.#parted = null;
    if (parted?.cluster !== mirror.cluster) return;
    const difference = parted.differenceFrom(mirror)?.slice(0, 1000);
    const { cluster, store } = mirror;
    if (difference && store) this.#send(PARTED, { cluster, sequence: store.sequence, difference });
  }

  #send(type: typeof FOLLOW, message: FollowMessage): void;
  #send(type: typeof PARTED, message: PartedMessage): void;
  #send(type: string, message: unknown): void {
    this.#room?.send(type, message);
  }

  #left(code: number): void {
    this.#room = null;
    if (this.#isClosed || code === CONSENTED || code === CLOSED_FOR_GOOD) {
      this.link.value = 'lost';
      return;
    }
    this.link.value = 'reconnecting';
    this.#retry();
  }

  #retry(): void {
    clearTimeout(this.#retryTimer);
    this.#retryTimer = window.setTimeout(() => {
      this.open().catch(() => {
        this.#retryMs = Math.min(this.#retryMs * 2, RETRY_LAST_MS);
        if (!this.#isClosed) this.#retry();
      });
    }, this.#retryMs);
  }

  listen(listener: (update: Update) => void): () => void {
    return this.#listeners.add(listener);
  }

  async command(command: Command): Promise<Status | null> {
    const id = this.#nextId;
    this.#nextId += 1;
    this.pending.value = [...this.pending.value, { id, command }];
    try {
      return await this.#ask(COMMAND, { cluster: this.cluster.value, command });
    } finally {
      this.pending.value = this.pending.value.filter((pending) => pending.id !== id);
    }
  }

  control(message: ControlMessage): Promise<Status | null> {
    return this.#ask(CONTROL, message);
  }

  async #ask(type: string, message: unknown): Promise<Status | null> {
    if (!this.#room) return failure('ServiceUnavailable', 'offline', 'no connection to the server', {});
    try {
      return readAnswer(await this.#room.request(type, message)).refusal;
    } catch {
      return failure('ServiceUnavailable', 'offline', 'the server did not answer', {});
    }
  }

  follow(cluster: string): void {
    this.cluster.value = cluster;
    this.#mirror = null;
    this.#send(FOLLOW, { cluster });
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#retryTimer);
    void this.#room?.leave();
  }
}

/** What is on the way to the screen goes first. A page in the background is not painted, so time counts too. */
function afterPaint(): Promise<void> {
  return new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, PAINT_MS);
  });
}
