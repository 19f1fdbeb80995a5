/** A log that breaks a rule: all that is needed to see it happen again. */
import { z } from 'zod';
import { InvariantError } from '../../shared/base/assert.ts';
import { setFreezing } from '../../shared/base/freeze.ts';
import { expandLog } from '../../shared/recording/player.ts';
import { logEntry, type LogEntry } from '../../shared/session/log.ts';
import { clusterSetup, type ClusterSetup } from '../../shared/session/setup.ts';
import { Simulation } from '../../shared/session/simulation.ts';
import { describeDifference } from '../../shared/store/snapshot.ts';
import { CALM, wrongAfterCalm } from './calm.ts';
import type { Invariant } from './checkers/invariant.ts';
import { Watch, type Violation } from './checkers/watch.ts';
import { PLANS, unstablePlans } from './plans.ts';
import { throughText } from '../support/through-text.ts';
import { createSimulation } from '../../shared/session/create.ts';

setFreezing(true);

export interface FailingLog {
  /** Of the run that found it. */
  readonly seed: number;
  readonly rule: string;
  /** What was wrong. */
  readonly what: string;
  readonly setup: ClusterSetup;
  readonly log: readonly LogEntry[];
}

export const failingLog: z.ZodType<FailingLog> = z.strictObject({
  seed: z.int(),
  rule: z.string(),
  what: z.string(),
  setup: clusterSetup,
  log: z.array(logEntry),
});

/** Rules that only a run which is restored from text after every input can break. */
const RESTORED: ReadonlySet<string> = new Set(['KUBELET-42', 'SRV-3']);
/** An input that throws. */
export const THROWS = 'SRV-71';

/** What follows the writes of players and of the world follows at the next tick: where none came, nothing is owed yet. */
export const isSettled = (log: readonly LogEntry[]): boolean => typeof log.at(-1) === 'number';

/** Every violation in a log. An input that is refused is passed over: a shortened log holds some. */
export function violationsIn(
  { rule, setup, log }: Pick<FailingLog, 'rule' | 'setup' | 'log'>,
  invariants?: readonly Invariant[],
): readonly Violation[] {
  const simulation = createSimulation(setup);
  const watch = new Watch(simulation.store, invariants);
  let twin = RESTORED.has(rule) ? createSimulation(setup) : null;
  for (const entry of expandLog(log)) {
    try {
      simulation.apply(entry);
      if (entry === 1) watch.afterTick();
      twin = twin && follow(twin, entry, simulation, watch, rule);
    } catch (error) {
      watch.found.push({ rule: THROWS, tick: simulation.store.tick, what: messageOf(error) });
      return watch.found;
    }
  }
  if (isSettled(log)) watch.everything();
  const found = [...watch.found];
  const tell = (what: string) => found.push({ rule, tick: simulation.store.tick, what });
  if (rule === PLANS) for (const what of unstablePlans(simulation.store)) tell(what);
  if (rule === CALM) wrongAfterCalm(simulation).forEach(tell);
  return found;
}

function follow(twin: Simulation, entry: LogEntry, straight: Simulation, watch: Watch, rule: string): Simulation {
  const restored = Simulation.open(throughText(twin.frame()));
  restored.apply(entry);
  if (restored.hash() !== straight.hash()) {
    const what = describeDifference(straight.frame(), restored.frame()) ?? 'the hashes differ';
    watch.found.push({ rule, tick: straight.store.tick, what });
  }
  return restored;
}

export function messageOf(error: unknown): string {
  if (error instanceof InvariantError) return error.message;
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
