/**
 * A client without a screen: the real SDK, and a simulation that follows the log as a browser does. It checks every
 * hash it is sent, comes back by itself with its seat's token, and tells what it saw.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { Client, type Room } from 'colyseus.js';
import type { Status } from '../../shared/api/status.ts';
import type { Command } from '../../shared/commands/table.ts';
import {
  COMMAND,
  CONTROL,
  FOLLOW,
  HASH,
  LOG,
  REFUSED,
  SNAPSHOT,
  WELCOME,
} from '../../shared/protocol/message-names.ts';
import { CLOSED_FOR_GOOD } from '../../shared/protocol/close-codes.ts';
import type { CommandAnswer } from '../../shared/protocol/command-message.ts';
import type { ControlMessage } from '../../shared/protocol/control-message.ts';
import { hashMessage } from '../../shared/protocol/hash-message.ts';
import { welcomeMessage, type WelcomeMessage } from '../../shared/protocol/welcome-message.ts';
import type { JoinOptions } from '../../shared/protocol/join-options.ts';
import { logMessage } from '../../shared/protocol/log-message.ts';
import type { RefusedMessage } from '../../shared/protocol/refused-message.ts';
import { decodeSnapshot, snapshotMessage } from '../../shared/protocol/snapshot-message.ts';
import { PROTOCOL_VERSION } from '../../shared/protocol/version.ts';
import { inputsOf, type LogEntry } from '../../shared/session/log.ts';
import type { Simulation } from '../../shared/session/simulation.ts';

const RETRY_MS = 150;

export interface HostedSession {
  readonly roomId: string;
  readonly code: string;
  readonly hostKey: string;
}

export async function hostSession(url: string, scenario: string, teams = 1): Promise<HostedSession> {
  const response = await fetch(`${url}/api/sessions`, { method: 'POST', body: JSON.stringify({ scenario, teams }) });
  const answer = (await response.json()) as HostedSession;
  if (response.status !== 201) throw new Error(JSON.stringify(answer));
  return answer;
}

/** The refusal inside a failed join, or null where it failed otherwise. */
export function refusalIn(error: unknown): Status | null {
  try {
    return JSON.parse((error as Error).message) as Status;
  } catch {
    return null;
  }
}

type Who = { nickname?: string; token?: string; team?: string } | { hostKey: string } | 'projector';

function optionsFor(who: Who): JoinOptions {
  const protocol = PROTOCOL_VERSION;
  if (who === 'projector') return { as: 'projector', protocol };
  if ('hostKey' in who) return { as: 'teacher', protocol, hostKey: who.hostKey };
  return { as: 'player', protocol, ...who };
}

export class SessionClient {
  readonly #sdk: Client;
  readonly #roomId: string;
  #options: JoinOptions;
  #room: Room | null = null;
  #simulation: Simulation | null = null;
  #welcome: WelcomeMessage | null = null;
  #isClosed = false;
  /** Hashes that were equal, and that were not. */
  hashesEqual = 0;
  readonly parted: string[] = [];
  readonly refused: Status[] = [];
  readonly closeCodes: number[] = [];
  /** Every entry received live, in order, as it came. */
  readonly entries: LogEntry[] = [];
  snapshots = 0;
  bytesReceived = 0;
  joins = 0;

  private constructor(url: string, roomId: string, who: Who) {
    this.#sdk = new Client(url.replace(/^http/, 'ws'));
    this.#roomId = roomId;
    this.#options = optionsFor(who);
  }

  /** Joined, welcomed, and standing where the server stands. */
  static async join(url: string, roomId: string, who: Who): Promise<SessionClient> {
    const client = new SessionClient(url, roomId, who);
    await client.#open();
    await client.until(() => client.#simulation !== null && client.#welcome !== null);
    // The log since the snapshot follows it as a message of its own; an answer comes after all that was sent before it.
    await client.ask(COMMAND, undefined);
    return client;
  }

  get room(): Room {
    if (!this.#room) throw new Error('not connected');
    return this.#room;
  }

  get isOnline(): boolean {
    return this.#room !== null;
  }

  get welcome(): WelcomeMessage {
    if (!this.#welcome) throw new Error('not welcomed yet');
    return this.#welcome;
  }

  get simulation(): Simulation {
    if (!this.#simulation) throw new Error('no snapshot yet');
    return this.#simulation;
  }

  /** The room's Schema state as plain data. */
  get lobby(): {
    phase: string;
    pace: number;
    teams: { id: string; frozen: boolean; uptimePpm: number; verdict: string; recordingId: string }[];
    players: { id: string; nickname: string; team: string; connected: boolean }[];
  } {
    return (this.room.state as { toJSON: () => unknown }).toJSON() as SessionClient['lobby'];
  }

  async until(condition: () => boolean, timeoutMs = 10_000): Promise<void> {
    const deadline = Date.now() + timeoutMs;
    while (!condition()) {
      if (Date.now() > deadline) throw new Error(`waited ${timeoutMs} ms in vain for ${condition}`);
      await pause(10);
    }
  }

  command(command: Command, cluster = this.welcome.cluster): Promise<Status | null> {
    return this.ask(COMMAND, { cluster, command });
  }

  control(message: ControlMessage): Promise<Status | null> {
    return this.ask(CONTROL, message);
  }

  follow(cluster: string): Promise<Status | null> {
    return this.ask(FOLLOW, { cluster });
  }

  async ask(type: string, message: unknown): Promise<Status | null> {
    const answer = (await this.room.request(type, message)) as CommandAnswer;
    return answer.refusal;
  }

  /** Leaves on purpose and stays away. */
  async leave(): Promise<void> {
    this.#isClosed = true;
    await this.#room?.leave();
  }

  /** The line breaks without a goodbye. */
  drop(): void {
    this.#isClosed = true;
    this.#room?.connection.close();
  }

  async #open(): Promise<void> {
    const room = await this.#sdk.joinById(this.#roomId, this.#options);
    room.reconnection.enabled = false;
    this.#room = room;
    this.joins += 1;
    const count = room.connection.events.onmessage;
    // The SDK's own hook, not a DOM event.
    // oxlint-disable-next-line unicorn/prefer-add-event-listener
    room.connection.events.onmessage = (event: MessageEvent) => {
      this.bytesReceived += (event.data as ArrayBuffer).byteLength;
      count?.(event);
    };
    room.onMessage(WELCOME, (message) => this.#takeWelcome(welcomeMessage.parse(message)));
    room.onMessage(SNAPSHOT, (message) => this.#takeSnapshot(message));
    room.onMessage(LOG, (message) => this.#takeLog(message));
    room.onMessage(HASH, (message) => this.#takeHash(message));
    room.onMessage(REFUSED, ({ refusal }: RefusedMessage) => this.refused.push(refusal));
    room.onError(() => undefined);
    room.onLeave((code) => this.#left(code));
  }

  #takeWelcome(welcome: WelcomeMessage): void {
    this.#welcome = welcome;
    if (welcome.as === 'player') this.#options = optionsFor({ token: welcome.token });
  }

  #takeSnapshot(message: unknown): void {
    const { data, hash } = snapshotMessage.parse(message);
    this.snapshots += 1;
    this.#simulation = decodeSnapshot(gunzipSync(data).toString('utf8'));
    if (this.#simulation.hash() !== hash) this.parted.push('snapshot');
  }

  #takeLog(message: unknown): void {
    const { from, entries } = logMessage.parse(message);
    const { store } = this.simulation;
    if (from !== store.sequence)
      throw new Error(`a gap: the log goes on at ${from}, the mirror stands at ${store.sequence}`);
    for (const entry of entries) {
      if (this.simulation.apply(entry) !== null)
        throw new Error(`an input of the log was refused: ${JSON.stringify(entry)}`);
      this.entries.push(entry);
    }
    this.simulation.drainChanges();
    const expected = entries.map(inputsOf).reduce((sum, inputs) => sum + inputs, from);
    if (store.sequence !== expected) throw new Error('the mirror lost count');
  }

  #takeHash(message: unknown): void {
    const { sequence, hash } = hashMessage.parse(message);
    if (sequence !== this.simulation.store.sequence) return;
    if (this.simulation.hash() === hash) this.hashesEqual += 1;
    else this.parted.push(`${sequence}`);
  }

  #left(code: number): void {
    this.#room = null;
    this.closeCodes.push(code);
    if (!this.#isClosed && code !== CLOSED_FOR_GOOD && code !== 4000) void this.#comeBack();
  }

  async #comeBack(): Promise<void> {
    while (!this.#isClosed) {
      await pause(RETRY_MS);
      const isBack = await this.#open().then(
        () => true,
        () => false,
      );
      if (isBack) return;
    }
  }
}
