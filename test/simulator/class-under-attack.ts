/** A whole class on the real server's parts: sessions, teams, logs, storage; and a way to kill and restart it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { must } from '../../shared/base/assert.ts';
import type { Scenario } from '../../shared/scenarios/scenario.ts';
import { setupFor } from '../../shared/scenarios/setup-for.ts';
import type { ClassSession } from '../../server/session/class-session.ts';
import { SessionBook } from '../../server/session/session-book.ts';
import { TEAMS } from '../../server/session/team-names.ts';
import { SqliteStorage } from '../../server/storage/sqlite-storage.ts';
import { StorageFailure } from '../../server/storage/storage.ts';

/** A disk that refuses the next transaction when it is told to. */
class Disk extends SqliteStorage {
  isFull = false;

  override transact<T>(work: () => T): T {
    return super.transact(() => {
      const result = work();
      if (this.isFull) throw new StorageFailure(new Error('no space left on device'));
      return result;
    });
  }
}

const folder = mkdtempSync(join(tmpdir(), 'podville-attack-'));
const disk = new Disk(folder, 'normal');
process.on('exit', () => {
  disk.close();
  rmSync(folder, { recursive: true, force: true });
});

const silent = { info: () => undefined, error: () => undefined };

export class ClassUnderAttack {
  readonly storage = disk;
  readonly players: readonly string[];
  readonly #scenario: Scenario;
  #session: ClassSession | null = null;

  constructor(seed: number, scenario: Scenario, teams: number, players: number) {
    this.#scenario = scenario;
    const id = `attack-${seed}`;
    const standing = { phase: 'lobby', pace: scenario.pace, locked: false } as const;
    disk.createSession(
      { id, code: 'ABCDE', hostKeyHash: '', scenarioId: scenario.id, seed, createdAt: seed, ...standing },
      TEAMS.slice(0, teams).map((team) => ({
        ...team,
        setup: setupFor(scenario, { seed, registryNamespace: team.id }),
      })),
    );
    this.players = Array.from({ length: players }, (_, index) => `player${String(index + 1).padStart(4, '0')}`);
    // They come from nowhere, with ids that a seed gives again: joining is being moved into a team.
    for (const player of this.players)
      disk.savePlayer(id, { id: player, nickname: player, tokenHash: player, cluster: '' });
  }

  get session(): ClassSession {
    return must(this.#session, 'an open session');
  }

  /** As a server does that was killed: all it has is the storage. */
  async open(): Promise<void> {
    const book = new SessionBook(disk, new Map([[this.#scenario.id, this.#scenario]]), 2);
    const [session] = await book.restore(silent);
    this.#session = must(session, 'the session, rebuilt from its log');
  }

  close(): void {
    disk.isFull = false;
    disk.closeSession(this.session.id);
  }
}
