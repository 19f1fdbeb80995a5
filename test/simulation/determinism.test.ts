import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { logEntry, type LogEntry } from '../../shared/session/log.ts';
import { createStore } from '../../shared/session/setup.ts';
import { Simulation } from '../../shared/session/simulation.ts';
import { decodeFrame, describeDifference, encodeFrame } from '../../shared/store/snapshot.ts';
import { react, sitDown } from '../support/good-team.ts';
import { playAtRandom } from '../support/random-session.ts';
import { FIRST_TOWN } from '../support/scenarios.ts';
import { Session } from '../support/session.ts';

/** The log as it comes from a file: text, parsed, checked. */
function asRecorded(log: readonly LogEntry[]): readonly LogEntry[] {
  return z.array(logEntry).parse(JSON.parse(JSON.stringify(log)));
}

/** One tick at a time. */
function inputsOf(log: readonly LogEntry[]): readonly LogEntry[] {
  return log.flatMap((entry): LogEntry[] => (typeof entry === 'number' ? Array<LogEntry>(entry).fill(1) : [entry]));
}

function replay(session: Session): Simulation {
  const simulation = Simulation.create(session.setup);
  for (const entry of asRecorded(session.log)) expect(simulation.apply(entry)).toBeNull();
  return simulation;
}

/** Beside the run that never stops goes one that is written to text and read again before every input. */
function firstTickThatDiffers({ setup, log }: Session): string | null {
  const straight = Simulation.create(setup);
  let restored = Simulation.create(setup);
  for (const entry of inputsOf(log)) {
    straight.apply(entry);
    restored = Simulation.open(decodeFrame(encodeFrame(restored.frame())));
    restored.apply(entry);
    if (restored.hash() !== straight.hash()) {
      return `tick ${straight.store.tick}: ${describeDifference(straight.frame(), restored.frame())}`;
    }
  }
  return null;
}

describe('determinism', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])('the log of random session %i gives the same hash again', (seed) => {
    const session = playAtRandom(seed, 300, () => undefined);
    const again = replay(session);
    expect(describeDifference(session.store.frame(), again.store.frame())).toBeNull();
    expect(again.hash()).toBe(session.simulation.hash());
  });

  // 30035 and 30054: an image pulled for one pod did not wake another that waited for it.
  test.each([11, 12, 13, 14, 30035, 30054])('session %i, restored from text at every tick, never differs', (seed) => {
    const session = playAtRandom(seed, 400, () => undefined);
    expect(firstTickThatDiffers(session)).toBeNull();
  });

  test('the first town, played to its end by a good team and restored at every tick, never differs', () => {
    const session = Session.of(FIRST_TOWN, 1);
    sitDown(session, 'player0001', 'auto');
    session.happen({ type: 'phaseChanged', phase: 'running' });
    for (let tick = 0; tick < FIRST_TOWN.durationTicks; tick += 1) {
      session.tick();
      react(session, 'player0001');
    }
    expect(firstTickThatDiffers(session)).toBeNull();
  });

  test('setting up twice gives the same state', () => {
    const { setup } = playAtRandom(1, 1, () => undefined);
    expect(describeDifference(createStore(setup).frame(), createStore(setup).frame())).toBeNull();
  });
});
