import { describe, expect, test } from 'vitest';
import { scoreOf } from '../../shared/cluster/score/score.ts';
import { react, sitDown } from '../support/good-team.ts';
import { FIRST_TOWN } from '../support/scenarios.ts';
import { Session } from '../support/session.ts';

const PLAYER = 'player0001';
const SEEDS = [1, 2, 3, 4, 5, 6];

type Team = 'nobody' | 'autopilots' | 'good team';

function uptimePpm(team: Team, seed: number): number {
  const session = Session.of(FIRST_TOWN, seed);
  if (team === 'nobody') sitDown(session, PLAYER, 'hand');
  if (team === 'good team') sitDown(session, PLAYER, 'auto');
  session.happen({ type: 'phaseChanged', phase: 'running' });
  for (let tick = 0; tick < FIRST_TOWN.durationTicks; tick += 1) {
    session.tick();
    if (team === 'good team') react(session, PLAYER);
  }
  return scoreOf(session.store).uptimePpm ?? 0;
}

const percent = (ppm: number): string => `${(ppm / 10_000).toFixed(1)} %`;

describe('balance of the first town', () => {
  test('SCEN-6 nobody << autopilots < a good team, with every seed', () => {
    for (const seed of SEEDS) {
      const nobody = uptimePpm('nobody', seed);
      const autopilots = uptimePpm('autopilots', seed);
      const team = uptimePpm('good team', seed);
      console.info(
        `seed ${seed}: nobody ${percent(nobody)}, autopilots ${percent(autopilots)}, good team ${percent(team)}`,
      );
      expect(nobody).toBeLessThan(50_000);
      expect(autopilots).toBeGreaterThan(nobody + 250_000);
      expect(team).toBeGreaterThan(autopilots + 100_000);
      expect(team).toBeGreaterThan(850_000);
    }
  });
});
