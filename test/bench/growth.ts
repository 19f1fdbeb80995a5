/** What a tick costs as the town grows: at rest, in full churn, and while pods are torn down. CPU time. */
import { fullChurn, play, rest, tearDown, type Load } from './churn.ts';
import { cpuMs } from './cpu.ts';
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

export function benchGrowth(): void {
  heading('milliseconds of CPU a tick, as the town grows');
  for (const size of GROWTH_SIZES) {
    const { simulation } = settledTown(size);
    for (const { name, load, ticks, before } of LOADS) {
      play(simulation, load, before);
      const writes = simulation.store.revision;
      const ms = cpuMs(() => play(simulation, load, ticks)) / ticks;
      const perTick = Math.round((simulation.store.revision - writes) / ticks);
      figure(
        `${size.nodes} nodes, ${size.pods.toLocaleString('en')} pods`,
        `${ms.toFixed(3)} ms`,
        `${name}; ${perTick} writes a tick`,
      );
    }
  }
}
