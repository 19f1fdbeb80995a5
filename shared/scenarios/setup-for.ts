/** The cluster of one team in one session, out of a scenario. The script of what is to come is not in it. */
import type { ClusterSetup } from '../session/setup.ts';
import type { Scenario } from './scenario.ts';

export interface TeamSetup {
  /** Keys names and the like; clients know it. Never the director's seed. */
  readonly seed: number;
  /** The team's namespace in the registry. */
  readonly registryNamespace: string;
}

export function setupFor(scenario: Scenario, { seed, registryNamespace }: TeamSetup): ClusterSetup {
  const { settings, ...setup } = scenario.setup;
  return { ...setup, settings: { ...settings, seed, registryNamespace, objectives: scenario.objectives } };
}
