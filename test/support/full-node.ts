/** One node that less important pods fill, so that somebody of priority has to make room. */
import type { Simulation } from '../../shared/session/simulation.ts';
import { aSetup, startedSimulation, storedPod } from './builders.ts';

type StartMode = 'auto' | 'hand';

/** `low` of priority 10 and `lower` of 5, on `n`. */
export function aFullNode(startMode: StartMode = 'auto'): Simulation {
  const simulation = startedSimulation(aSetup({ nodes: [{ name: 'n', cpuMilli: 1000 }], startMode }));
  const { store } = simulation;
  for (const name of ['low', 'lower']) {
    const priority = name === 'low' ? 10 : 5;
    storedPod(store, name, { node: 'n', cpu: '500m', phase: 'Running', ready: true, priority, gracePeriodSeconds: 5 });
  }
  return simulation;
}

/** `vip` of priority 100 has just come. */
export function aCrowdedNode(late: object = {}, startMode: StartMode = 'auto'): Simulation {
  const simulation = aFullNode(startMode);
  storedPod(simulation.store, 'vip', { cpu: '400m', priority: 100, ...late });
  return simulation;
}
