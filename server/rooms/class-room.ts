/** One class session as a Colyseus room: a thin adapter between clients and the session. It decides nothing itself. */
import { CloseCode } from '@colyseus/core';
import type { z } from 'zod';
import { must } from '../../shared/base/assert.ts';
import { notFound, type Status } from '../../shared/api/status.ts';
import { COMMAND, CONTROL, FOLLOW, PARTED, REFUSED } from '../../shared/protocol/message-names.ts';
import { CLOSE_REASONS, CLOSED_FOR_GOOD } from '../../shared/protocol/close-codes.ts';
import { commandMessage, type CommandAnswer } from '../../shared/protocol/command-message.ts';
import { controlMessage } from '../../shared/protocol/control-message.ts';
import { followMessage } from '../../shared/protocol/follow-message.ts';
import type { JoinOptions } from '../../shared/protocol/join-options.ts';
import { partedMessage } from '../../shared/protocol/parted-message.ts';
import type { ServerLog } from '../log.ts';
import type { Archive } from '../recordings/archive.ts';
import type { ClassSession } from '../session/class-session.ts';
import { Refusal } from '../session/refusal.ts';
import type { SessionBook } from '../session/session-book.ts';
import { Audience } from './audience.ts';
import { BaseRoom, JoinRefused } from './base-room.ts';
import { newGuest, type Guest } from './guest.ts';
import { admit, parseJoin } from './join.ts';
import type { LobbyState } from './lobby-state.ts';
import { newLobby, showScores, showSession, showVerdicts } from './lobby-view.ts';
import { badMessage, otherTeams, HOST_ONLY, TOO_MANY, unknownMessage, WATCH_ONLY } from './messages.ts';
import { PaceClock } from './pace-clock.ts';
import { rule } from './teacher-desk.ts';

const STEP_MS = 100;
const PATCH_MS = 100;
const SCORES_EVERY_MS = 1000;
/** How often a session that the disk has stopped asks it again. */
const STORAGE_RETRY_MS = 5000;
/** A whole class on slow machines: the seat is held until its page has loaded. */
const SEAT_RESERVATION_SECONDS = 60;
/** More than this in a second is an attack: the line is cut. Below it, each is refused with its reason. */
const MAX_MESSAGES_PER_SECOND = 300;
/** How long the podium stays open. */
const OVER_AFTER_MS = 60 * 60 * 1000;
/** A session that everybody has left is ended, or forgotten where it never started. */
const ABANDONED_AFTER_MS = 12 * 60 * 60 * 1000;

export interface RoomServices {
  readonly book: SessionBook;
  readonly archive: Archive;
  readonly log: ServerLog;
}

abstract class ClassRoom extends BaseRoom<LobbyState, Guest> {
  protected abstract readonly services: RoomServices;
  override autoDispose = false;
  override patchRate = PATCH_MS;
  override seatReservationTimeout = SEAT_RESERVATION_SECONDS;
  override maxMessagesPerSecond = MAX_MESSAGES_PER_SECOND;
  readonly #pace = new PaceClock();
  #session!: ClassSession;
  #audience!: Audience;
  #sinceScoresMs = 0;
  #sinceRetryMs = 0;
  #emptyMs = 0;

  /** Before a seat is held: options that make no sense are refused by the matchmaker's own answer. */
  static override async onAuth(_token: string, options: unknown): Promise<JoinOptions> {
    return refusing(() => parseJoin(options));
  }

  override onCreate({ sessionId }: { sessionId: string }): void {
    this.#session = must(this.services.book.byId(sessionId), `session ${sessionId}`);
    this.roomId = this.#session.id;
    this.#audience = new Audience(this.#session, () => this.clients);
    this.state = newLobby(this.#session);
    this.#session.listen({
      logged: (message) => this.#audience.logged(message),
      hashed: (message) => this.#audience.hashed(message),
      changed: () => showSession(this.state, this.#session),
      ended: () => void this.#putAway(),
      failed: (what, cause) => this.log.error(`session ${this.roomId}: ${what} stopped`, cause),
    });
    this.onMessage(COMMAND, (guest, message: unknown) => this.#answer(guest, () => this.#command(guest, message)));
    this.onMessage(CONTROL, (guest, message: unknown) => this.#answer(guest, () => this.#control(guest, message)));
    this.onMessage(FOLLOW, (guest, message: unknown) => this.#answer(guest, () => this.#follow(guest, message)));
    this.onMessage(PARTED, (guest, message: unknown) => this.#answer(guest, () => this.#parted(message)));
    this.onMessage('*', (guest, type) => this.#refuse(guest, this.#mayTalk(guest) ? unknownMessage(type) : TOO_MANY));
    this.setTimestep((elapsedMs) => this.#step(elapsedMs), STEP_MS);
    if (this.#session.phase === 'ended') void this.#putAway();
  }

  protected override get log(): ServerLog {
    return this.services.log;
  }

  override onJoin(guest: Guest, _options: unknown, options: JoinOptions): void {
    const welcome = refusing(() => admit(this.#session, options));
    if (welcome.player !== '') this.#audience.replace(welcome.player);
    guest.userData = newGuest(welcome, Date.now());
    this.#audience.welcome(guest, welcome);
  }

  override onLeave(guest: Guest): void {
    const data = guest.userData;
    if (data && data.player !== '' && !data.isReplaced) this.#session.setConnected(data.player, false);
  }

  /** The process goes: everybody is told to come back. */
  override onBeforeShutdown(): void {
    void this.disconnect(CloseCode.MAY_TRY_RECONNECT).catch(() => undefined);
  }

  #step(elapsedMs: number): void {
    const session = this.#session;
    if (session.phase === 'running') session.advance(this.#pace.advance(elapsedMs, session.pace));
    this.#sinceScoresMs += elapsedMs;
    if (this.#sinceScoresMs >= SCORES_EVERY_MS) {
      this.#sinceScoresMs = 0;
      showScores(this.state, session);
    }
    this.#sinceRetryMs += elapsedMs;
    if (this.#sinceRetryMs >= STORAGE_RETRY_MS) {
      this.#sinceRetryMs = 0;
      session.tryStorageAgain();
    }
    this.#emptyMs = this.clients.length === 0 ? this.#emptyMs + elapsedMs : 0;
    if (this.#emptyMs > ABANDONED_AFTER_MS) this.#abandon();
  }

  #abandon(): void {
    this.#emptyMs = 0;
    if (this.#session.phase === 'running') this.#session.end();
    else if (this.#session.phase === 'lobby') this.#close();
  }

  /** Each message is answered: with what came of it, or with why not. */
  #answer(guest: Guest, work: () => Status | null): CommandAnswer {
    return { refusal: this.#mayTalk(guest) ? work() : TOO_MANY };
  }

  #mayTalk(guest: Guest): boolean {
    return guest.userData?.bucket.take(Date.now()) === true;
  }

  #refuse(guest: Guest, refusal: Status): void {
    guest.send(REFUSED, { refusal });
  }

  #command(guest: Guest, message: unknown): Status | null {
    return parsed(COMMAND, commandMessage, message, ({ cluster, command }) => {
      const { as, player } = must(guest.userData, 'guest');
      if (as === 'projector') return WATCH_ONLY;
      if (as === 'player' && this.#session.roster.get(player)?.cluster !== cluster) return otherTeams(cluster);
      return this.#session.command(as === 'teacher' ? 'teacher' : player, cluster, command);
    });
  }

  #control(guest: Guest, message: unknown): Status | null {
    return parsed(CONTROL, controlMessage, message, (control) => {
      return guest.userData?.as === 'teacher' ? rule(this.#session, this.#audience, control) : HOST_ONLY;
    });
  }

  #follow(guest: Guest, message: unknown): Status | null {
    return parsed(FOLLOW, followMessage, message, ({ cluster }) => {
      if (!this.#session.team(cluster)) return notFound('cluster', cluster);
      const { as, player } = must(guest.userData, 'guest');
      if (as === 'player' && this.#session.roster.get(player)?.cluster !== cluster) return otherTeams(cluster);
      this.#audience.show(guest, cluster);
      return null;
    });
  }

  /** A client's state was another than ours. Which object and field is what an engineer needs to find out why. */
  #parted(message: unknown): Status | null {
    return parsed(PARTED, partedMessage, message, ({ cluster, sequence, difference }) => {
      this.log.error(`session ${this.roomId}: a client of ${cluster} had parted at input ${sequence}: ${difference}`);
      return null;
    });
  }

  async #putAway(): Promise<void> {
    showScores(this.state, this.#session);
    showVerdicts(this.state, 'checking');
    try {
      showVerdicts(this.state, await this.services.archive.put(this.#session));
    } catch (error) {
      // The session stays stored: the next start tries again.
      this.log.error(`session ${this.roomId} could not be put away`, error);
      return;
    }
    this.clock.setTimeout(() => this.#close(), OVER_AFTER_MS);
  }

  #close(): void {
    this.services.book.close(this.#session.id);
    for (const guest of this.clients) guest.leave(CLOSED_FOR_GOOD, CLOSE_REASONS.over);
    void this.disconnect(CLOSED_FOR_GOOD).catch(() => undefined);
  }
}

/** The room class of this process, with what it works on. */
export function classRoomFor(services: RoomServices): new () => ClassRoom {
  return class extends ClassRoom {
    protected override readonly services = services;
  };
}

function parsed<Schema extends z.ZodType>(
  type: string,
  schema: Schema,
  message: unknown,
  work: (message: z.infer<Schema>) => Status | null,
): Status | null {
  const result = schema.safeParse(message);
  return result.success ? work(result.data) : badMessage(type, result.error);
}

function refusing<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof Refusal ? new JoinRefused(error.status) : error;
  }
}
