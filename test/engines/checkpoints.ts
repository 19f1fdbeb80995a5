/** The state's hash along a log: what all engines must agree on. Runs inside each of them. */
import { expandLog } from '../../shared/recording/player.ts';
import type { LogEntry } from '../../shared/session/log.ts';
import type { ClusterSetup } from '../../shared/session/setup.ts';
import { createSimulation } from '../../shared/session/create.ts';

export interface EngineCase {
  readonly name: string;
  readonly setup: ClusterSetup;
  readonly log: readonly LogEntry[];
  /** A hash is taken each so many ticks, and at the end. */
  readonly everyTicks: number;
}

export function checkpoints({ setup, log, everyTicks }: EngineCase): string[] {
  const simulation = createSimulation(setup);
  const hashes: string[] = [];
  for (const entry of expandLog(log)) {
    simulation.apply(entry);
    if (entry === 1 && simulation.store.tick % everyTicks === 0) hashes.push(simulation.hash());
  }
  hashes.push(simulation.hash());
  return hashes;
}
