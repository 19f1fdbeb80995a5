/** All sessions of this process: makes new ones, rebuilds unfinished ones from their logs, finds them by id or code. */
import { must } from '../../shared/base/assert.ts';
import { failure, type Status } from '../../shared/api/status.ts';
import { setupFor } from '../../shared/scenarios/setup-for.ts';
import type { Simulation } from '../../shared/session/simulation.ts';
import type { ServerLog } from '../log.ts';
import { scriptOf, type Catalogue } from '../scenarios/catalogue.ts';
import { hashSecret, newCode, newId, newSecret, randomBelow } from '../secrets.ts';
import type { Storage, StoredCluster, StoredSession } from '../storage/storage.ts';
import { ClassSession } from './class-session.ts';
import { Refusal } from './refusal.ts';
import { Roster } from './roster.ts';
import { TEAMS } from './team-names.ts';
import { TeamCluster } from './team-cluster.ts';
import { createSimulation } from '../../shared/session/create.ts';

const SEEDS = 2 ** 32 - 1;

export interface NewSession {
  readonly session: ClassSession;
  /** The only copy there will ever be. */
  readonly hostKey: string;
}

export class SessionBook {
  readonly #storage: Storage;
  readonly #catalogue: Catalogue;
  readonly #maxSessions: number;
  readonly #sessions = new Map<string, ClassSession>();

  constructor(storage: Storage, catalogue: Catalogue, maxSessions: number) {
    this.#storage = storage;
    this.#catalogue = catalogue;
    this.#maxSessions = maxSessions;
  }

  get size(): number {
    return this.#sessions.size;
  }

  byId(id: string): ClassSession | undefined {
    return this.#sessions.get(id);
  }

  byCode(code: string): ClassSession | undefined {
    return [...this.#sessions.values()].find((session) => session.code === code);
  }

  create(scenarioId: string, teamCount: number): NewSession {
    const scenario = this.#catalogue.get(scenarioId);
    if (!scenario) throw new Refusal(noSuchScenario(scenarioId));
    if (this.#sessions.size >= this.#maxSessions) {
      throw new Refusal(
        failure('ServiceUnavailable', 'tooManySessions', 'this server holds no more sessions', {
          limit: this.#maxSessions,
        }),
      );
    }
    const hostKey = newSecret();
    const stored: StoredSession = {
      id: newId(),
      code: this.#freeCode(),
      hostKeyHash: hashSecret(hostKey),
      scenarioId,
      seed: randomBelow(SEEDS),
      phase: 'lobby',
      pace: scenario.pace,
      locked: false,
      createdAt: Date.now(),
    };
    const seed = randomBelow(SEEDS);
    const clusters = TEAMS.slice(0, teamCount).map(({ id, name }): StoredCluster => {
      return { id, name, setup: setupFor(scenario, { seed, registryNamespace: id }) };
    });
    this.#storage.createSession(stored, clusters);
    return { session: this.#open(stored, clusters), hostKey };
  }

  /** Rebuilds every session that was not closed. One that cannot be is left as it is, and said so. */
  async restore(log: ServerLog): Promise<readonly ClassSession[]> {
    const restored: ClassSession[] = [];
    for (const stored of this.#storage.sessions()) {
      try {
        const session = this.#open(stored, this.#storage.clusters(stored.id));
        if (session.phase !== 'ended') session.members.disconnectAll();
        restored.push(session);
      } catch (error) {
        this.#sessions.delete(stored.id);
        log.error(`session ${stored.id} cannot be rebuilt from its log`, error);
      }
      // The event loop breathes between two sessions: health checks are answered meanwhile.
      await new Promise((next) => setImmediate(next));
    }
    return restored;
  }

  /** Forgets a session that is over. */
  close(id: string): void {
    this.#storage.closeSession(id);
    this.#sessions.delete(id);
  }

  #open(stored: StoredSession, clusters: readonly StoredCluster[]): ClassSession {
    const scenario = must(this.#catalogue.get(stored.scenarioId), `scenario ${stored.scenarioId}`);
    const teams = clusters.map((cluster) => this.#rebuild(stored.id, cluster));
    const roster = new Roster(this.#storage.players(stored.id));
    const session = new ClassSession(stored, teams, roster, this.#storage, scriptOf(scenario, stored.seed));
    this.#sessions.set(session.id, session);
    return session;
  }

  #rebuild(session: string, cluster: StoredCluster): TeamCluster {
    const simulation = createSimulation(cluster.setup);
    for (const entry of this.#storage.log(session, cluster.id)) {
      const refusal = simulation.apply(entry);
      if (refusal) throw new Error(`cluster ${cluster.id}: a stored input was refused: ${refusal.message}`);
    }
    checkHash(simulation, this.#storage.hashes(session, cluster.id), cluster.id);
    simulation.drainChanges();
    return new TeamCluster(cluster, simulation, {
      appendLog: (sequence, entry) => this.#storage.appendLog(session, cluster.id, sequence, entry),
      appendHash: (sequence, hash) => this.#storage.appendHash(session, cluster.id, sequence, hash),
    });
  }

  #freeCode(): string {
    for (;;) {
      const code = newCode();
      if (!this.byCode(code)) return code;
    }
  }
}

export function noSuchScenario(scenario: string): Status {
  return failure('NotFound', 'noSuchScenario', `scenario "${scenario}" not found`, { scenario });
}

/** The log may end right at a stored hash. Others are checked when the recording is verified. */
function checkHash(simulation: Simulation, hashes: readonly (readonly [number, string])[], cluster: string): void {
  const last = hashes.at(-1);
  if (last?.[0] !== simulation.store.sequence) return;
  if (last[1] !== simulation.hash()) throw new Error(`cluster ${cluster}: the rebuilt state is not the one that was`);
}
