/** What a tick costs as the town grows: at rest, in full churn, and while pods are torn down. CPU time. */
import { fullChurn, play, rest, tearDown, type Load } from './churn.ts';
import { cpuMs } from './cpu.ts';
import type { Simulation } from '../../shared/session/simulation.ts';
import { figure, heading } from './print.ts';
import { GROWTH_SIZES, settledTown } from './town.ts';

const LOADS: readonly {
  readonly name: string;
  readonly load: Load;
  readonly ticks: number;
  readonly before: number;
}[] = [
  { name: 'steady: leases, usage and events', load: rest, ticks: 2000, before: 200 },
  { name: 'full churn: 2 % of deployments roll out, nodes crash', load: fullChurn, ticks: 80, before: 20 },
  { name: '1 % of the pods torn down', load: tearDown, ticks: 60, before: 10 },
];

interface Measured {
  readonly ms: number;
  readonly writes: number;
  readonly born: number;
  readonly gone: number;
}

function measure({ load, ticks, before }: (typeof LOADS)[number], simulation: Simulation): Measured {
  const { store } = simulation;
  play(simulation, load, before);
  const revision = store.revision;
  let [born, gone] = [0, 0];
  const stop = store.listen(
    (change) => {
      if (!change.before) born += 1;
      if (!change.after) gone += 1;
    },
    ['Pod'],
  );
  const ms = cpuMs(() => play(simulation, load, ticks));
  stop();
  return { ms: ms / ticks, writes: (store.revision - revision) / ticks, born: born / ticks, gone: gone / ticks };
}

export function benchGrowth(): void {
  heading('milliseconds of CPU a tick, as the town grows');
  for (const size of GROWTH_SIZES) {
    const { simulation } = settledTown(size);
    for (const load of LOADS) {
      const { ms, writes, born, gone } = measure(load, simulation);
      const perWrite = ((ms * 1000) / writes).toFixed(1);
      figure(
        `${size.nodes} nodes, ${size.pods.toLocaleString('en')} pods`,
        `${ms.toFixed(3)} ms`,
        `${load.name}; ${Math.round(writes)} writes a tick, ${perWrite} us each; pods +${born.toFixed(1)} -${gone.toFixed(1)}`,
      );
    }
  }
}
