/** One class session as a Colyseus room: a thin adapter between clients and the session. It decides nothing itself. */
import { CloseCode } from '@colyseus/core';
import { must } from '../../shared/base/assert.ts';
import type { Status } from '../../shared/api/status.ts';
import { CLOSE_REASONS, CLOSED_FOR_GOOD } from '../../shared/protocol/close-codes.ts';
import { COMMAND, commandMessage, type CommandAnswer } from '../../shared/protocol/command-message.ts';
import { CONTROL, controlMessage, type ControlMessage } from '../../shared/protocol/control-message.ts';
import { FOLLOW, followMessage } from '../../shared/protocol/follow-message.ts';
import { HASH } from '../../shared/protocol/hash-message.ts';
import { WELCOME, type JoinOptions, type WelcomeMessage } from '../../shared/protocol/join-options.ts';
import { LOG } from '../../shared/protocol/log-message.ts';
import { REFUSED } from '../../shared/protocol/refused-message.ts';
import { notFound } from '../../shared/api/status.ts';
import type { z } from 'zod';
import type { ServerLog } from '../log.ts';
import type { Archive } from '../recordings/archive.ts';
import type { ClassSession } from '../session/class-session.ts';
import { Refusal } from '../session/refusal.ts';
import type { SessionBook } from '../session/session-book.ts';
import { BaseRoom, JoinRefused } from './base-room.ts';
import { encodeMessage, encodeSnapshotMessage } from './frames.ts';
import { newGuest, sendBytes, type Guest } from './guest.ts';
import { admit, parseJoin } from './join.ts';
import type { LobbyState } from './lobby-state.ts';
import { newLobby, showScores, showSession, showVerdicts } from './lobby-view.ts';
import { badMessage, otherTeams, TEACHER_ONLY, TOO_MANY, unknownMessage, WATCH_ONLY } from './messages.ts';
import { PaceClock } from './pace-clock.ts';

const STEP_MS = 100;
const PATCH_MS = 100;
const SCORES_EVERY_MS = 1000;
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

type Answer = CommandAnswer;

abstract class ClassRoom extends BaseRoom<LobbyState, Guest> {
  protected abstract readonly services: RoomServices;
  override autoDispose = false;
  override patchRate = PATCH_MS;
  override seatReservationTimeout = SEAT_RESERVATION_SECONDS;
  override maxMessagesPerSecond = MAX_MESSAGES_PER_SECOND;
  readonly #pace = new PaceClock();
  #session!: ClassSession;
  #sinceScoresMs = 0;
  #emptyMs = 0;

  /** Before a seat is held: options that make no sense are refused by the matchmaker's own answer. */
  static override async onAuth(_token: string, options: unknown): Promise<JoinOptions> {
    return refusing(() => parseJoin(options));
  }

  override onCreate({ sessionId }: { sessionId: string }): void {
    this.#session = must(this.services.book.byId(sessionId), `session ${sessionId}`);
    this.roomId = this.#session.id;
    this.state = newLobby(this.#session);
    this.#session.listen({
      logged: (message) => this.#toFollowers(message.cluster, encodeMessage(LOG, message)),
      hashed: (message) => this.#toFollowers(message.cluster, encodeMessage(HASH, message)),
      changed: () => showSession(this.state, this.#session),
      ended: () => void this.#putAway(),
      failed: (what, cause) => this.log.error(`session ${this.roomId}: ${what} stopped`, cause),
    });
    this.onMessage(COMMAND, (guest, message: unknown) => this.#answer(guest, () => this.#command(guest, message)));
    this.onMessage(CONTROL, (guest, message: unknown) => this.#answer(guest, () => this.#control(guest, message)));
    this.onMessage(FOLLOW, (guest, message: unknown) => this.#answer(guest, () => this.#follow(guest, message)));
    this.onMessage('*', (guest, type) => this.#refuse(guest, this.#mayTalk(guest) ? unknownMessage(type) : TOO_MANY));
    this.setTimestep((elapsedMs) => this.#step(elapsedMs), STEP_MS);
    if (this.#session.phase === 'ended') void this.#putAway();
  }

  protected override get log(): ServerLog {
    return this.services.log;
  }

  override onJoin(guest: Guest, _options: unknown, options: JoinOptions): void {
    const welcome = refusing(() => admit(this.#session, options));
    if (welcome.player !== '') this.#replace(welcome.player);
    guest.userData = newGuest(welcome, Date.now());
    this.#welcome(guest, welcome);
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
    this.#emptyMs = this.clients.length === 0 ? this.#emptyMs + elapsedMs : 0;
    if (this.#emptyMs > ABANDONED_AFTER_MS) this.#abandon();
  }

  #abandon(): void {
    this.#emptyMs = 0;
    if (this.#session.phase === 'running') this.#session.end();
    else if (this.#session.phase === 'lobby') this.#close();
  }

  /** Each message is answered: with what came of it, or with why not. */
  #answer(guest: Guest, work: () => Status | null): Answer {
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
      return guest.userData?.as === 'teacher' ? this.#rule(control) : TEACHER_ONLY;
    });
  }

  #rule(control: ControlMessage): Status | null {
    const session = this.#session;
    switch (control.action) {
      case 'start':
        return session.start();
      case 'setPace':
        return session.setPace(control.pace);
      case 'end':
        return session.end();
      case 'lockLobby':
        return session.setLocked(control.locked);
      case 'assignSeat':
        return session.assignSeat(control.cluster, control.seat, control.player);
      case 'movePlayer':
        return this.#move(control.player, control.cluster);
      case 'removePlayer':
        return this.#remove(control.player);
    }
  }

  #move(player: string, cluster: string): Status | null {
    const refusal = this.#session.movePlayer(player, cluster);
    const guest = this.#guestOf(player);
    const member = this.#session.roster.get(player);
    if (refusal === null && guest?.userData && member) {
      this.#welcome(guest, { as: 'player', player, nickname: member.nickname, token: guest.userData.token, cluster });
    }
    return refusal;
  }

  #remove(player: string): Status | null {
    const refusal = this.#session.removePlayer(player);
    if (refusal === null) this.#guestOf(player)?.leave(CLOSED_FOR_GOOD, CLOSE_REASONS.removed);
    return refusal;
  }

  #follow(guest: Guest, message: unknown): Status | null {
    return parsed(FOLLOW, followMessage, message, ({ cluster, parted }) => {
      if (!this.#session.team(cluster)) return notFound('cluster', cluster);
      const { as, player } = must(guest.userData, 'guest');
      if (as === 'player' && this.#session.roster.get(player)?.cluster !== cluster) return otherTeams(cluster);
      if (parted)
        this.log.error(`session ${this.roomId}: a client parted from cluster ${cluster} at input ${parted.sequence}`);
      this.#show(guest, cluster);
      return null;
    });
  }

  #welcome(guest: Guest, welcome: WelcomeMessage): void {
    guest.send(WELCOME, welcome);
    this.#show(guest, welcome.cluster);
  }

  #show(guest: Guest, cluster: string): void {
    const { snapshot, log } = must(this.#session.team(cluster), `cluster ${cluster}`).snapshot();
    must(guest.userData, 'guest').following = cluster;
    sendBytes(guest, encodeSnapshotMessage(snapshot));
    if (log) sendBytes(guest, encodeMessage(LOG, log));
  }

  #toFollowers(cluster: string, bytes: Buffer): void {
    for (const guest of this.clients) if (guest.userData?.following === cluster) sendBytes(guest, bytes);
  }

  #guestOf(player: string): Guest | undefined {
    return this.clients.find((guest) => guest.userData?.player === player && !guest.userData.isReplaced);
  }

  /** A seat is open in one window only: the last one. */
  #replace(player: string): void {
    const guest = this.#guestOf(player);
    if (!guest?.userData) return;
    guest.userData.isReplaced = true;
    guest.userData.following = '';
    guest.leave(CLOSED_FOR_GOOD, CLOSE_REASONS.replaced);
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
