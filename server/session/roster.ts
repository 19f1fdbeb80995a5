/** The players of a session: who they are, which team they are in, and the secret that brings them back. */
import { hashSecret, newId, newSecret } from '../secrets.ts';
import type { StoredPlayer } from '../storage/storage.ts';

export interface Member extends StoredPlayer {
  readonly connected: boolean;
}

export class Roster {
  readonly #members = new Map<string, Member>();
  readonly #byToken = new Map<string, string>();

  constructor(players: readonly StoredPlayer[]) {
    for (const player of players) this.put({ ...player, connected: false });
  }

  get size(): number {
    return this.#members.size;
  }

  list(): readonly Member[] {
    return [...this.#members.values()];
  }

  get(id: string): Member | undefined {
    return this.#members.get(id);
  }

  withToken(token: string): Member | undefined {
    const id = this.#byToken.get(hashSecret(token));
    return id === undefined ? undefined : this.#members.get(id);
  }

  hasNickname(nickname: string): boolean {
    return this.list().some((member) => member.nickname === nickname);
  }

  countIn(cluster: string): number {
    return this.list().filter((member) => member.cluster === cluster).length;
  }

  put(member: Member): void {
    this.#members.set(member.id, member);
    this.#byToken.set(member.tokenHash, member.id);
  }

  remove(id: string): void {
    const member = this.#members.get(id);
    if (!member) return;
    this.#members.delete(id);
    this.#byToken.delete(member.tokenHash);
  }
}

/** A new player with the only copy of the token there will ever be. */
export function newMember(nickname: string, cluster: string): { readonly member: Member; readonly token: string } {
  const token = newSecret();
  return { token, member: { id: newId(), nickname, tokenHash: hashSecret(token), cluster, connected: true } };
}
