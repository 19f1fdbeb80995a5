/** Where the time of a churning town goes: the functions with the most time of their own. */
import { Session, type Profiler } from 'node:inspector';
import { promisify } from 'node:util';
import { fullChurn, play } from './churn.ts';
import { figure, heading } from './print.ts';
import { settledTown } from './town.ts';

const SIZE = { nodes: 200, pods: 5000 };
const TICKS = 100;
const SHOWN = 25;
const SAMPLE_EVERY_US = 250;

async function profiled(work: () => void): Promise<Profiler.Profile> {
  const session = new Session();
  session.connect();
  const post = promisify(session.post.bind(session)) as (method: string, params?: object) => Promise<unknown>;
  await post('Profiler.enable');
  await post('Profiler.setSamplingInterval', { interval: SAMPLE_EVERY_US });
  await post('Profiler.start');
  work();
  const { profile } = (await post('Profiler.stop')) as Profiler.StopReturnType;
  session.disconnect();
  return profile;
}

/** Microseconds by function, without those that it calls. */
function selfTimes({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): Map<string, number> {
  const names = new Map(
    nodes.map(({ id, callFrame: { functionName, url, lineNumber } }) => {
      const file = url.replace(/^.*\/(?=shared\/|test\/)/, '');
      return [id, `${functionName || '(anonymous)'} ${file}${file === '' ? '' : `:${lineNumber + 1}`}`] as const;
    }),
  );
  const times = new Map<string, number>();
  for (const [index, id] of samples.entries()) {
    const name = names.get(id) ?? '';
    times.set(name, (times.get(name) ?? 0) + (timeDeltas[index] ?? 0));
  }
  return times;
}

export async function benchProfile(): Promise<void> {
  const { simulation } = settledTown(SIZE);
  play(simulation, fullChurn, 20);
  const times = selfTimes(await profiled(() => play(simulation, fullChurn, TICKS)));
  const all = [...times.values()].reduce((sum, time) => sum + time, 0);
  heading(`profile of full churn, ${SIZE.nodes} nodes and ${SIZE.pods} pods: share of a function's own time`);
  for (const [name, time] of [...times].sort(([, a], [, b]) => b - a).slice(0, SHOWN))
    figure(`${((time * 100) / all).toFixed(1)} %`, `${(time / 1000 / TICKS).toFixed(3)} ms`, name);
}
