/** After the storm: everybody gets up, every cause is removed, and the autopilots have time. */
import { faultNamed } from '../../shared/cluster/faults/catalogue.ts';
import type { EnvironmentEvent } from '../../shared/commands/environment/table.ts';
import type { Command } from '../../shared/commands/table.ts';
import type { Simulation } from '../../shared/session/simulation.ts';
import type { View } from '../../shared/store/store.ts';
import { unexplained } from './explained.ts';
import { remediesNow } from './remedies.ts';

/** What the loops plan is enough to bring the town to what is wanted. */
export const CALM = 'PANEL-1';
/** What one remedy opens the door for is removed in the next round. */
const ROUNDS = 8;
/** More are given where something is still open: a host boots, then the machine upon it, and only then can that be swept. Seed 223203. */
const MOST_ROUNDS = 24;
const ROUND_TICKS = 15;
/** Longer than the longest back-off (300 s) twice over. */
const CALM_TICKS = 700;
/** What has come at last has time to start. */
const STARTS_TICKS = 120;

/** What is still wrong then needs a reason. */
export function wrongAfterCalm(simulation: Simulation): readonly string[] {
  const { store } = simulation;
  const happen = (event: EnvironmentEvent) => simulation.apply(['e', event]);
  const command = (wanted: Command) => simulation.apply(['c', 'teacher', wanted]);
  if (store.get('Clock', 'clock')?.phase !== 'running') return [];
  for (const player of store.keys('Player')) happen({ type: 'playerLeft', player });
  for (const seat of store.keys('Seat')) happen({ type: 'seatAssigned', seat, player: null });
  command({ type: 'setLoopMode', switch: 'builder', mode: 'auto' });
  for (let round = 0; round < ROUNDS || (round < MOST_ROUNDS && unhealed(store).length > 0); round += 1) {
    for (const verb of remediesNow(store)) command({ type: 'verb', verb } as Command);
    simulation.apply(ROUND_TICKS);
  }
  simulation.apply(CALM_TICKS);
  // Where the road to the warehouse is narrow, they wait for each other.
  for (let waited = 0; waited < CALM_TICKS && store.count('ImagePull') > 0; waited += ROUND_TICKS) {
    simulation.apply(ROUND_TICKS);
    if (store.count('ImagePull') === 0) simulation.apply(STARTS_TICKS);
  }
  return [...unhealed(store), ...unexplained(store)];
}

/** What is to be done about it was done, again and again, and did not help. */
function unhealed(view: View): readonly string[] {
  return [...view.list('Fault')]
    .filter((fault) => fault.healedTick === null && faultNamed(fault.type).remedy(view, fault).length > 0)
    .map(({ key }) => `the fault ${key} is still there, whatever is done`);
}
