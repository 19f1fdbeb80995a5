import { describe, expect, test } from 'vitest';
import type { Loop } from '../../shared/cluster/loop.ts';
import { LOOPS } from '../../shared/cluster/loops.ts';
import { scoreOf } from '../../shared/cluster/score/score.ts';
import { react, sitDown } from '../support/good-team.ts';
import { FIRST_TOWN } from '../support/scenarios.ts';
import { Session } from '../support/session.ts';

const PLAYER = 'player0001';
const CONTROL_LOOPS = LOOPS.filter((loop): loop is Extract<Loop, { type: 'control' }> => loop.type === 'control');

/** One player on every seat who does by hand, between ticks, all that the panels show. Returns what was refused. */
function playByHand(session: Session): readonly string[] {
  const refused: string[] = [];
  for (const loop of CONTROL_LOOPS) {
    for (const key of loop.keys(session.store)) {
      for (const verb of loop.plan(session.store, key)) {
        const refusal = session.verb(PLAYER, verb);
        if (refusal)
          refused.push(
            `tick ${session.store.tick}, ${loop.name} ${key}: ${verb.verb}: ${refusal.key} ${refusal.message}`,
          );
      }
    }
  }
  return refused;
}

describe('by hand', () => {
  test('what the panels plan can all be done by hand, and keeps the town open', () => {
    const quiet = { ...FIRST_TOWN, faults: [] };
    const session = Session.of(quiet, 1);
    sitDown(session, PLAYER, 'hand');
    session.happen({ type: 'phaseChanged', phase: 'running' });
    const refused: string[] = [];
    for (let tick = 0; tick < quiet.durationTicks; tick += 1) {
      refused.push(...playByHand(session));
      session.tick();
    }
    expect(refused).toEqual([]);
    const { uptimePpm, handPpm } = scoreOf(session.store);
    expect(uptimePpm).toBeGreaterThan(990_000);
    expect(handPpm).toBeGreaterThan(990_000);
  });

  test.each([1, 2, 3])('a tireless hand through the whole script (seed %i) scores like a good team', (seed) => {
    const session = Session.of(FIRST_TOWN, seed);
    sitDown(session, PLAYER, 'hand');
    session.happen({ type: 'phaseChanged', phase: 'running' });
    const refused: string[] = [];
    for (let tick = 0; tick < FIRST_TOWN.durationTicks; tick += 1) {
      refused.push(...playByHand(session));
      session.tick();
      react(session, PLAYER);
    }
    expect(refused).toEqual([]);
    expect(scoreOf(session.store).uptimePpm).toBeGreaterThan(850_000);
  });
});
