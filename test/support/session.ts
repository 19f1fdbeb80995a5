/** A whole session without a network: simulation, log, and a director for those who want one. */
import { setFreezing } from '../../shared/base/freeze.ts';
import type { Status } from '../../shared/api/status.ts';
import type { Verb } from '../../shared/cluster/verbs/table.ts';
import type { EnvironmentEvent } from '../../shared/commands/environment/table.ts';
import type { Command } from '../../shared/commands/table.ts';
import { createDirector, type Director } from '../../shared/scenarios/director.ts';
import type { Scenario } from '../../shared/scenarios/scenario.ts';
import { setupFor } from '../../shared/scenarios/setup-for.ts';
import { appendEntry, type LogEntry } from '../../shared/session/log.ts';
import type { ClusterSetup } from '../../shared/session/setup.ts';
import type { Simulation } from '../../shared/session/simulation.ts';
import type { Store } from '../../shared/store/store.ts';
import { createSimulation } from '../../shared/session/create.ts';

setFreezing(true);

export class Session {
  readonly simulation: Simulation;
  readonly setup: ClusterSetup;
  readonly log: LogEntry[] = [];
  readonly #director: Director | null;

  constructor(setup: ClusterSetup, director: Director | null = null) {
    this.setup = setup;
    this.simulation = createSimulation(setup);
    this.#director = director;
  }

  static of(scenario: Scenario, seed: number): Session {
    const setup = setupFor(scenario, { seed, registryNamespace: 'team' });
    return new Session(setup, createDirector(scenario, seed + 1));
  }

  get store(): Store {
    return this.simulation.store;
  }

  happen(event: EnvironmentEvent): void {
    this.#apply(['e', event]);
  }

  command(author: string, command: Command): Status | null {
    return this.#apply(['c', author, command]);
  }

  verb(author: string, verb: Verb): Status | null {
    return this.command(author, { type: 'verb', verb } as Command);
  }

  tick(count = 1): void {
    for (let done = 0; done < count; done += 1) {
      for (const event of this.#director?.eventsAt(this.store.tick, this.store) ?? []) this.happen(event);
      this.#apply(1);
    }
  }

  #apply(entry: LogEntry): Status | null {
    const refusal = this.simulation.apply(entry);
    if (refusal === null) appendEntry(this.log, entry);
    return refusal;
  }
}
