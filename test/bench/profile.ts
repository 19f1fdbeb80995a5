/** Where the time goes, of a churning town and of scheduling: by what is being done, and the functions with the most time of their own. */
import { Session, type Profiler } from 'node:inspector';
import { promisify } from 'node:util';
import { fullChurn, play } from './churn.ts';
import { figure, heading } from './print.ts';
import { binding, SCHEDULING_SIZE } from './scheduling.ts';
import { settledTown, unscheduledTown, type TownSize } from './town.ts';

const CHURN_SIZE = { nodes: 200, pods: 5000 };
const CHURN_TICKS = 100;
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
  return withoutProfiler(profile);
}

/** Starting the profiler takes time, too, and is not what is measured. */
function withoutProfiler(profile: Profiler.Profile): Profiler.Profile {
  const own = new Set(profile.nodes.filter(({ callFrame }) => callFrame.url === 'node:inspector').map(({ id }) => id));
  const { samples = [], timeDeltas = [] } = profile;
  const isMeasured = (_: number, index: number) => !own.has(samples[index] ?? 0);
  return { ...profile, samples: samples.filter(isMeasured), timeDeltas: timeDeltas.filter(isMeasured) };
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

const TELLING = 'telling: watches, deadlines, sums and lists that follow a write';
const WRITING = 'writing: comparing, numbering, indexing';
const COLLECTING = 'collecting garbage (this thread; its helpers work beside it)';

/** What a frame says of all that happens below it; undefined where it says nothing. */
function workOf({ functionName, url }: Profiler.ProfileNode['callFrame'], above: string): string | undefined {
  if (functionName === '(garbage collector)') return COLLECTING;
  if (above === TELLING) return above;
  if (url.endsWith('shared/store/store.ts') && functionName === '#tell') return TELLING;
  if (above === WRITING) return above;
  if (url.endsWith('shared/store/store.ts') && ['put', 'remove'].includes(functionName)) return WRITING;
  if (above !== '') return above;
  return /shared\/cluster\/(?!verbs\/|loop)[^/]+(?:\/(?=[^/]+\/)[^/]+)?/.exec(url)?.[0];
}

/** Microseconds by what was being done: each loop's own thinking by its folder, and what all of them share. */
function timesByWork({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): Map<string, number> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const works = new Map<number, string>();
  const name = (id: number, above: string): void => {
    const node = byId.get(id);
    if (!node) return;
    const work = workOf(node.callFrame, above) ?? above;
    works.set(id, work);
    for (const child of node.children ?? []) name(child, work);
  };
  name(nodes[0]?.id ?? 0, '');
  const times = new Map<string, number>();
  for (const [index, id] of samples.entries()) {
    const work = works.get(id) || 'driver and the rest';
    times.set(work, (times.get(work) ?? 0) + (timeDeltas[index] ?? 0));
  }
  return times;
}

function show(what: string, times: ReadonlyMap<string, number>): void {
  const all = [...times.values()].reduce((sum, time) => sum + time, 0);
  heading(`profile of ${what}`);
  for (const [name, time] of [...times].sort(([, a], [, b]) => b - a).slice(0, SHOWN))
    figure(`${((time * 100) / all).toFixed(1)} %`, `${(time / 1000).toFixed(0)} ms`, name);
}

function showBoth(what: string, profile: Profiler.Profile): void {
  show(`${what}: what is being done`, timesByWork(profile));
  show(`${what}: functions, without those that they call`, selfTimes(profile));
}

async function profileChurn(size: TownSize): Promise<void> {
  const { simulation } = settledTown(size);
  play(simulation, fullChurn, 20);
  const profile = await profiled(() => play(simulation, fullChurn, CHURN_TICKS));
  showBoth(`full churn, ${size.nodes} nodes and ${size.pods} pods, ${CHURN_TICKS} ticks`, profile);
}

/** The second town's: in the first the engine still compiles. */
async function profileScheduling(size: TownSize): Promise<void> {
  binding(unscheduledTown(size))();
  const profile = await profiled(binding(unscheduledTown(size)));
  showBoth(`scheduling ${size.pods} pods onto ${size.nodes} nodes, with queue, bind and events`, profile);
}

export async function benchProfile(): Promise<void> {
  await profileChurn(CHURN_SIZE);
  await profileScheduling(SCHEDULING_SIZE);
}
