/** Practice: the authority runs in this browser, and its log is kept for the replay and the leaderboard. */
import { signal } from '@preact/signals';
import { failure, type Status } from '../../shared/api/status.ts';
import type { Command } from '../../shared/commands/table.ts';
import type { ControlMessage } from '../../shared/protocol/control-message.ts';
import { HASH_EVERY_TICKS } from '../../shared/protocol/hash-message.ts';
import { RULES_VERSION } from '../../shared/protocol/version.ts';
import type { Recording } from '../../shared/recording/recording.ts';
import { resultOf } from '../../shared/recording/result.ts';
import { createDirector, type Director } from '../../shared/scenarios/director.ts';
import type { Scenario } from '../../shared/scenarios/scenario.ts';
import { setupFor } from '../../shared/scenarios/setup-for.ts';
import { Authority } from '../../shared/session/authority.ts';
import { appendEntry, type LogEntry } from '../../shared/session/log.ts';
import type { Store } from '../../shared/store/store.ts';
import type { Connection, Identity, LinkState, Lobby, PendingCommand, Update } from './connection.ts';
import { Listeners } from './listeners.ts';
import { createSimulation } from '../../shared/session/create.ts';

const CLUSTER = 'practice';
const TEAM = 'solo';

export class LocalConnection implements Connection {
  readonly kind = 'local';
  readonly link = signal<LinkState>('online');
  readonly identity;
  readonly lobby;
  readonly cluster = signal(CLUSTER);
  readonly pending = signal<readonly PendingCommand[]>([]);
  readonly scenario: Scenario;
  readonly #listeners = new Listeners();
  readonly #setup;
  readonly #authority: Authority;
  readonly #director: Director;
  readonly #log: LogEntry[] = [];
  readonly #hashes: [number, string][] = [];
  #timer = 0;
  #lastTime = 0;
  #owed = 0;

  constructor(scenario: Scenario, player: string, nickname: string, seed: number) {
    this.scenario = scenario;
    this.identity = signal<Identity>({ as: 'player', player, nickname });
    this.lobby = signal<Lobby>({
      code: '',
      scenarioId: scenario.id,
      phase: 'lobby',
      pace: 0,
      locked: true,
      teams: [{ id: CLUSTER, name: TEAM, uptimePpm: undefined, frozen: false }],
      players: [{ id: player, nickname, team: CLUSTER, connected: true }],
    });
    this.#setup = setupFor(scenario, { seed, registryNamespace: TEAM });
    this.#director = createDirector(scenario, seed);
    this.#authority = new Authority(
      createSimulation(this.#setup),
      (_, entry) => appendEntry(this.#log, entry),
      ({ changes }) => this.#listeners.tell({ changes, reset: false }),
    );
    this.#authority.happen({ type: 'playerJoined', player, nickname });
  }

  get store(): Store {
    return this.#authority.simulation.store;
  }

  listen(listener: (update: Update) => void): () => void {
    return this.#listeners.add(listener);
  }

  async command(command: Command): Promise<Status | null> {
    // Alone, one is also the teacher: injecting a fault is practice too.
    const author = command.type === 'injectFault' ? 'teacher' : this.identity.value.player;
    return this.#authority.submit(author, command);
  }

  async control(message: ControlMessage): Promise<Status | null> {
    switch (message.action) {
      case 'start':
        this.#authority.happen({ type: 'phaseChanged', phase: 'running' });
        this.lobby.value = { ...this.lobby.value, phase: 'running' };
        return this.control({ action: 'setPace', pace: this.scenario.pace });
      case 'setPace':
        this.#authority.happen({ type: 'paceChanged', pace: message.pace });
        this.lobby.value = { ...this.lobby.value, pace: message.pace };
        this.#wind();
        return null;
      case 'end':
        this.#end();
        return null;
      default:
        return failure('Forbidden', 'practiceOnly', 'not in a practice session', {});
    }
  }

  /** Real time is counted, not timer calls: a throttled page catches up, within reason. */
  #wind(): void {
    window.clearInterval(this.#timer);
    const { pace, phase } = this.lobby.value;
    if (pace === 0 || phase !== 'running') return;
    this.#lastTime = performance.now();
    this.#owed = 0;
    this.#timer = window.setInterval(() => {
      const now = performance.now();
      this.#owed = Math.min(this.#owed + ((now - this.#lastTime) / 1000) * pace, pace);
      this.#lastTime = now;
      for (; this.#owed >= 1; this.#owed -= 1) this.#tick();
    }, 1000 / pace);
  }

  #tick(): void {
    if (this.lobby.value.phase !== 'running') return;
    for (const event of this.#director.eventsAt(this.store.tick, this.store)) this.#authority.happen(event);
    this.#authority.tick();
    if (this.store.tick % HASH_EVERY_TICKS === 0)
      this.#hashes.push([this.store.sequence, this.#authority.simulation.hash()]);
    if (this.store.tick >= this.scenario.durationTicks) this.#end();
  }

  #end(): void {
    window.clearInterval(this.#timer);
    if (this.lobby.value.phase === 'ended') return;
    this.#authority.happen({ type: 'phaseChanged', phase: 'ended' });
    this.#hashes.push([this.store.sequence, this.#authority.simulation.hash()]);
    this.lobby.value = { ...this.lobby.value, phase: 'ended', pace: 0 };
  }

  /** The recording so far, as the server would have made it. */
  recording(): Recording {
    return {
      head: {
        format: 'podville-recording',
        version: 1,
        rules: RULES_VERSION,
        sessionId: CLUSTER,
        clusterId: CLUSTER,
        scenarioId: this.scenario.id,
        teamName: TEAM,
        setup: this.#setup,
      },
      log: [...this.#log],
      hashes: [...this.#hashes],
      result: resultOf(this.store),
    };
  }

  follow(): void {
    // Practice has one cluster.
  }

  close(): void {
    window.clearInterval(this.#timer);
  }
}
