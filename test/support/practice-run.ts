/** A practice run as a browser makes it: the scenario's own world, played by the autopilots, and its recording. */
import { RULES_VERSION } from '../../shared/protocol/version.ts';
import type { Recording } from '../../shared/recording/recording.ts';
import { resultOf } from '../../shared/recording/result.ts';
import { createDirector } from '../../shared/scenarios/director.ts';
import type { Scenario } from '../../shared/scenarios/scenario.ts';
import { setupFor } from '../../shared/scenarios/setup-for.ts';
import { Authority } from '../../shared/session/authority.ts';
import { appendEntry, type LogEntry } from '../../shared/session/log.ts';
import { HASH_EVERY_TICKS } from '../../shared/protocol/hash-message.ts';
import { createSimulation } from '../../shared/session/create.ts';

export function practiceRun(scenario: Scenario, seed: number): Recording {
  const setup = setupFor(scenario, { seed, registryNamespace: 'solo' });
  const log: LogEntry[] = [];
  const hashes: [number, string][] = [];
  const simulation = createSimulation(setup);
  const authority = new Authority(
    simulation,
    (_sequence, entry) => appendEntry(log, entry),
    () => undefined,
  );
  const director = createDirector(scenario, seed);
  authority.happen({ type: 'phaseChanged', phase: 'running' });
  for (let tick = 0; tick < scenario.durationTicks; tick += 1) {
    for (const event of director.eventsAt(simulation.store.tick, simulation.store)) authority.happen(event);
    authority.tick();
    if (simulation.store.tick % HASH_EVERY_TICKS === 0) hashes.push([simulation.store.sequence, simulation.hash()]);
  }
  authority.happen({ type: 'phaseChanged', phase: 'ended' });
  return {
    head: {
      format: 'podville-recording',
      version: 1,
      rules: RULES_VERSION,
      sessionId: 'practice',
      clusterId: 'practice',
      scenarioId: scenario.id,
      teamName: 'solo',
      setup,
    },
    log,
    hashes,
    result: resultOf(simulation.store),
  };
}
