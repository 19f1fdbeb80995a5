/**
 * Whether a practice run was played against the very world that its scenario makes. Anybody can write a log that runs;
 * one that leaves out the faults, or brings in visitors of its own, must not reach the leaderboard.
 */
import { isEqual } from '../../shared/base/equal.ts';
import type { EnvironmentEvent } from '../../shared/commands/environment/table.ts';
import { expandLog } from '../../shared/recording/player.ts';
import type { Recording } from '../../shared/recording/recording.ts';
import { createDirector } from '../../shared/scenarios/director.ts';
import type { Scenario } from '../../shared/scenarios/scenario.ts';
import { setupFor } from '../../shared/scenarios/setup-for.ts';
import type { LogEntry } from '../../shared/session/log.ts';
import { isNickname } from '../session/nicknames.ts';
import type { Simulation } from '../../shared/session/simulation.ts';
import { createSimulation } from '../../shared/session/create.ts';

/** What only the director says. */
const DIRECTED: ReadonlySet<EnvironmentEvent['type']> = new Set(['demandChanged', 'faultBegan', 'orderPlaced']);
/** Nobody shares a registry with who practises alone. */
const FOREIGN: ReadonlySet<EnvironmentEvent['type']> = new Set(['imagePublished', 'imageSigned']);

/** The first thing that is wrong, or null. In practice the director's seed is the cluster's own: nothing is secret. */
export function practiceFault(recording: Recording, scenario: Scenario): string | null {
  const { seed, registryNamespace } = recording.head.setup.settings;
  if (!isEqual(recording.head.setup, setupFor(scenario, { seed, registryNamespace }))) return 'setup';
  const entries = expandLog(recording.log);
  const ticks = entries.filter((entry) => typeof entry === 'number').length;
  if (ticks < scenario.durationTicks) return 'tooShort';
  return directedFault(entries, scenario, createSimulation(recording.head.setup), seed);
}

function directedFault(
  entries: readonly LogEntry[],
  scenario: Scenario,
  simulation: Simulation,
  seed: number,
): string | null {
  const director = createDirector(scenario, seed);
  let position = 0;
  while (position < entries.length) {
    const entry = entries[position] as LogEntry;
    if (isForeign(entry)) return 'foreignInput';
    if (typeof entry === 'number' || isDirected(entry)) {
      const expected = director.eventsAt(simulation.store.tick, simulation.store);
      for (const event of expected) {
        const found = entries[position];
        if (!Array.isArray(found) || found[0] !== 'e' || !isEqual(found[1], event)) return 'script';
        simulation.apply(found);
        position += 1;
      }
      if (typeof entries[position] !== 'number') return 'script';
    }
    if (simulation.apply(entries[position] as LogEntry) !== null) return 'refusedInput';
    simulation.drainChanges();
    position += 1;
  }
  return null;
}

function isDirected(entry: LogEntry): boolean {
  return typeof entry !== 'number' && entry[0] === 'e' && DIRECTED.has(entry[1].type);
}

/** The teacher may do what no seat may. Alone, one is a teacher only to break things. */
function isForeign(entry: LogEntry): boolean {
  if (typeof entry === 'number') return false;
  if (entry[0] === 'c') return entry[1] === 'teacher' && entry[2].type !== 'injectFault';
  const [, event] = entry;
  return FOREIGN.has(event.type) || (event.type === 'playerJoined' && !isNickname(event.nickname));
}
