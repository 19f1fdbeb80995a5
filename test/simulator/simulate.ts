/** One seed: a class drawn at random, played, disturbed and watched; every violation with the log that shows it. */
import { Chance } from '../support/chance.ts';
import { ClassUnderAttack } from './class-under-attack.ts';
import { drawSwarm } from './features.ts';
import { Run, type SeedRun } from './run.ts';
import { randomScenario } from './scenario.ts';
import type { Tally } from './tally.ts';

/** `mostNodes`: how large the town may be. */
export async function simulate(seed: number, ticks: number, tally: Tally, mostNodes = 4): Promise<SeedRun> {
  const chance = new Chance(seed);
  const swarm = drawSwarm(seed, chance);
  const scenario = randomScenario(chance, ticks + 1, swarm.on.has('faults') ? swarm.faults : [], mostNodes);
  const attacked = new ClassUnderAttack(seed, scenario, swarm.teams, swarm.players);
  const run = new Run(seed, chance, swarm, attacked, tally);
  try {
    await run.play(ticks);
    return run.result();
  } finally {
    attacked.close();
  }
}
