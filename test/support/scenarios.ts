/** The scenarios that the game ships, as its loaders read them. */
import { readFileSync } from 'node:fs';
import { parseScenario, type Scenario } from '../../shared/scenarios/scenario.ts';

export function scenario(id: string): Scenario {
  return parseScenario(JSON.parse(readFileSync(`${import.meta.dirname}/../../assets/scenarios/${id}.json`, 'utf8')));
}

export const FIRST_TOWN = scenario('first-town');
export const SANDBOX = scenario('sandbox');
export const VM_AND_CONTAINER = scenario('vm-and-container');
