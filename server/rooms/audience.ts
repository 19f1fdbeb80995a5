/** Who is on the line of one session, and which cluster's log goes to whom. */
import { must } from '../../shared/base/assert.ts';
import { HASH, LOG, WELCOME } from '../../shared/protocol/message-names.ts';
import { CLOSE_REASONS, CLOSED_FOR_GOOD } from '../../shared/protocol/close-codes.ts';
import type { HashMessage } from '../../shared/protocol/hash-message.ts';
import type { WelcomeMessage } from '../../shared/protocol/welcome-message.ts';
import type { LogMessage } from '../../shared/protocol/log-message.ts';
import type { ClassSession } from '../session/class-session.ts';
import { encodeMessage, encodeSnapshotMessage } from './frames.ts';
import { sendBytes, type Guest } from './guest.ts';

export class Audience {
  readonly #session: ClassSession;
  readonly #guests: () => Iterable<Guest>;

  constructor(session: ClassSession, guests: () => Iterable<Guest>) {
    this.#session = session;
    this.#guests = guests;
  }

  /** Who you are, and the state of the cluster you play in. */
  welcome(guest: Guest, welcome: WelcomeMessage): void {
    guest.send(WELCOME, welcome);
    this.show(guest, welcome.cluster);
  }

  /** From here on this guest follows this cluster. */
  show(guest: Guest, cluster: string): void {
    const { snapshot, log } = must(this.#session.team(cluster), `cluster ${cluster}`).snapshot();
    must(guest.userData, 'guest').following = cluster;
    sendBytes(guest, encodeSnapshotMessage(snapshot));
    if (log) sendBytes(guest, encodeMessage(LOG, log));
  }

  logged(message: LogMessage): void {
    this.#toFollowers(message.cluster, encodeMessage(LOG, message));
  }

  hashed(message: HashMessage): void {
    this.#toFollowers(message.cluster, encodeMessage(HASH, message));
  }

  playing(player: string): Guest | undefined {
    for (const guest of this.#guests()) {
      if (guest.userData?.player === player && !guest.userData.isReplaced) return guest;
    }
    return undefined;
  }

  /** A seat is open in one window only: the last one. */
  replace(player: string): void {
    const guest = this.playing(player);
    if (!guest?.userData) return;
    guest.userData.isReplaced = true;
    guest.userData.following = '';
    guest.leave(CLOSED_FOR_GOOD, CLOSE_REASONS.replaced);
  }

  #toFollowers(cluster: string, bytes: Buffer): void {
    for (const guest of this.#guests()) if (guest.userData?.following === cluster) sendBytes(guest, bytes);
  }
}
