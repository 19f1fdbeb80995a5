/** The scenarios this server offers: the files of assets/scenarios, checked once at the start. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDirector } from '../../shared/scenarios/director.ts';
import { parseScenario, type Scenario } from '../../shared/scenarios/scenario.ts';
import type { Script } from '../session/class-session.ts';

export const SCENARIO_DIR = join(import.meta.dirname, '../../assets/scenarios');

export type Catalogue = ReadonlyMap<string, Scenario>;

export function readCatalogue(directory = SCENARIO_DIR): Catalogue {
  const files = readdirSync(directory).filter((file) => file.endsWith('.json'));
  const scenarios = files.toSorted().map((file) => {
    try {
      return parseScenario(JSON.parse(readFileSync(join(directory, file), 'utf8')));
    } catch (error) {
      throw new Error(`scenario ${file} is not valid`, { cause: error });
    }
  });
  return new Map(scenarios.map((scenario) => [scenario.id, scenario]));
}

export function scriptOf(scenario: Scenario, seed: number): Script {
  const director = createDirector(scenario, seed);
  return {
    durationTicks: scenario.durationTicks,
    eventsBefore: (view) => director.eventsAt(view.tick, view),
  };
}
