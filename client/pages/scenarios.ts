/** The lessons, for practice: their data is loaded only when somebody wants to play alone. */
import { parseScenario, type Scenario } from '../../shared/scenarios/scenario.ts';

const FILES = import.meta.glob<unknown>('../../assets/scenarios/*.json', { import: 'default' });

export async function loadScenarios(): Promise<readonly Scenario[]> {
  const data = await Promise.all(Object.values(FILES).map((load) => load()));
  return data.map(parseScenario);
}
