/** Memory of a settled town, for each of its pods. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Simulation } from '../../shared/session/simulation.ts';
import { bytes, figure, heading } from './print.ts';
import { GROWTH_SIZES, settledTown } from './town.ts';

function collector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}

export function benchMemory(): void {
  const collect = collector();
  const used = () => {
    collect();
    return process.memoryUsage().heapUsed;
  };
  heading('heap of a settled town: objects, indexes, queues and causes');
  for (const size of GROWTH_SIZES) {
    const before = used();
    const town: { simulation: Simulation } = settledTown(size);
    // As in play, where the hash is asked for every so many ticks: until then what was written is remembered.
    town.simulation.hash();
    const grown = used() - before;
    figure(
      `${size.nodes} nodes, ${size.pods.toLocaleString('en')} pods`,
      `${bytes(grown / size.pods)} a pod`,
      `${bytes(grown)} in all, ${town.simulation.store.count('Event')} events among it`,
    );
  }
}
