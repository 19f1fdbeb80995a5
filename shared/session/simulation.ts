/** The simulation: a pure function of its log. Feeds inputs to the store and runs the loops, tick by tick. */
import { formatHash } from '../base/hash.ts';
import type { Status } from '../api/status.ts';
import { TEACHER, type Actor } from '../cluster/actor.ts';
import { Chronicle } from '../cluster/causes/chronicle.ts';
import type { OutageStory } from '../cluster/causes/outage-story.ts';
import { LOOPS } from '../cluster/loops.ts';
import { applyEnvironment } from '../commands/environment/table.ts';
import { applyCommand } from '../commands/table.ts';
import type { CauseLog } from '../store/cause-log.ts';
import type { Change } from '../store/change.ts';
import { Store, type Frame } from '../store/store.ts';
import { Driver } from './driver.ts';
import type { LogEntry } from './log.ts';
import { roleOfLoop } from './role-of-loop.ts';

export class Simulation {
  readonly store: Store;
  /** Explains outages; null in a simulation that nobody asks. */
  readonly chronicle: Chronicle | null;
  readonly #driver: Driver;
  #changes: Change[] = [];

  /** Over a state that nothing else changes. See `createSimulation` for the first one. */
  constructor(store: Store, stories: readonly OutageStory[] | null) {
    this.store = store;
    this.chronicle = stories && new Chronicle(store, roleOfLoop, stories);
    this.#driver = new Driver(store, LOOPS);
    store.listen((change) => this.#changes.push(change));
  }

  /** Goes on from a frame: of this run, of a snapshot, of a recording's key-frame. The frame itself never changes. */
  static open(frame: Frame, causes?: CauseLog, stories: readonly OutageStory[] = []): Simulation {
    return new Simulation(new Store(frame, causes), stories);
  }

  /**
   * Applies one entry of the log. A command may be refused: then nothing has changed, it does not belong in the log,
   * and the refusal is returned.
   */
  apply(entry: LogEntry): Status | null {
    if (typeof entry === 'number') {
      for (let count = 0; count < entry; count += 1) this.#tick();
      return null;
    }
    const { store } = this;
    store.cause = store.causes.open(store.tick, 'input', describe(entry), 0, store.sequence);
    let refusal: Status | null = null;
    if (entry[0] === 'c') refusal = applyCommand(store, entry[2], actorOf(entry[1]));
    else applyEnvironment(store, entry[1]);
    store.cause = 0;
    if (refusal === null) store.sequence += 1;
    return refusal;
  }

  #tick(): void {
    this.store.tick += 1;
    this.store.sequence += 1;
    this.#driver.run();
    this.chronicle?.look();
  }

  /** What changed since this was last asked. */
  drainChanges(): readonly Change[] {
    const changes = this.#changes;
    this.#changes = [];
    return changes;
  }

  frame(): Frame {
    return this.store.frame();
  }

  /** Sixteen hexadecimal digits over the whole state. */
  hash(): string {
    return formatHash(this.store.hash());
  }
}

export function actorOf(author: string): Actor {
  return author === 'teacher' ? TEACHER : { type: 'player', id: author };
}

function describe(entry: Exclude<LogEntry, number>): string {
  if (entry[0] === 'e') return entry[1].type;
  const command = entry[2];
  return `${entry[1]}: ${command.type === 'verb' ? command.verb.verb : command.type}`;
}
