/** The state's hash after every input of a log: what two engines must agree on. */
import { expandLog } from '../../shared/recording/player.ts';
import type { LogEntry } from '../../shared/session/log.ts';
import type { ClusterSetup } from '../../shared/session/setup.ts';
import { Simulation } from '../../shared/session/simulation.ts';

export function hashesAlong(setup: ClusterSetup, log: readonly LogEntry[]): string[] {
  const simulation = Simulation.create(setup);
  return expandLog(log).map((entry) => {
    simulation.apply(entry);
    return simulation.hash();
  });
}
