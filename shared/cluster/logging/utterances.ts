/** What a container says, given its life so far: its start, that it answers, requests in samples, its last words. */
import type { Program } from '../../api/world/image.ts';
import type { LogRun } from '../../api/world/logs.ts';
import type { RuntimeContainer } from '../../api/world/sandbox.ts';
import type { View } from '../../store/store.ts';
import { isWarm } from '../runtime/serving.ts';
import { endOf, newRun, write, writeAt, type Said } from './log-files.ts';

export interface RequestRates {
  readonly served: number;
  readonly failed: number;
}

/** The run as it stands now, with what there is new to say. The same object when there is nothing. */
export function listen(
  view: View,
  container: RuntimeContainer,
  known: LogRun | undefined,
  rates: RequestRates,
): { readonly run: LogRun | undefined; readonly said: readonly Said[] } {
  const { state } = container;
  if (state.type === 'waiting') return { run: known, said: [] };
  const image = container.imageDigest === null ? undefined : view.get('Image', container.imageDigest);
  if (!image) return { run: known, said: [] };
  const { exposedPorts } = image.config;
  const program = container.program ?? image.config.program;
  const said: Said[] = [];
  let run = known?.startedTick === state.startedTick ? known : undefined;
  if (!run) {
    run = newRun(state.startedTick, program.logsBytesPerTick);
    said.push(...beginnings(program));
  }
  if (!run.isListening && isWarm(container, view.tick)) {
    const where = exposedPorts[0] === undefined ? '' : ` on :${exposedPorts[0]}`;
    run = { ...run, isListening: true };
    if (program.capacityRps > 0) said.push({ stream: 'stdout', text: `${program.name}: listening${where}` });
  }
  const now = state.type === 'running' ? rates : { served: 0, failed: 0 };
  if (isMarkedChange(run, now)) {
    run = writeAt(run, view.tick, now);
    if (now.served + now.failed > 0) said.push(sample(program, now));
  }
  if (state.type === 'terminated' && run.endedTick === null) {
    run = endOf(run, view.tick);
    said.push(...lastWords(program, state));
  }
  return { run: said.length === 0 ? run : write(run, view.tick, said), said };
}

/** Twice as many or half as many: a sample for every visitor more would be a log of nothing else. */
function isMarkedChange(before: RequestRates, after: RequestRates): boolean {
  return magnitude(before.served) !== magnitude(after.served) || magnitude(before.failed) !== magnitude(after.failed);
}

export const magnitude = (count: number): number => 32 - Math.clz32(count);

function sample({ name }: Program, { served, failed }: RequestRates): Said {
  const text = `${name}: ${served} requests served in the last second`;
  return failed === 0 ? { stream: 'stdout', text } : { stream: 'stderr', text: `${text}, ${failed} failed` };
}

/** What it says itself; of a tool nobody hears that it begins. */
function beginnings({ name, startTicks, firstWords }: Program): readonly Said[] {
  if (firstWords !== undefined) return lines(firstWords, 'stdout');
  return startTicks === 0 ? [] : lines(`${name}: starting`, 'stdout');
}

const lines = (text: string, stream: Said['stream']): readonly Said[] =>
  text.split('\n').map((line) => ({ stream, text: line }));

type Terminated = Extract<RuntimeContainer['state'], { type: 'terminated' }>;

function lastWords({ name, startTicks }: Program, { reason, exitCode, message }: Terminated): readonly Said[] {
  // What the runtime says of it is in no log.
  if (reason === 'StartError') return [];
  if (message !== undefined && message !== '') return lines(message, exitCode === 0 ? 'stdout' : 'stderr');
  // Whom the kernel kills, or a power cut, has no time for last words; the shell around it has.
  if (reason === 'OOMKilled') return [{ stream: 'stderr', text: 'Killed' }];
  if (startTicks === 0) return [];
  if (exitCode === 0) return [{ stream: 'stdout', text: `${name}: done` }];
  return exitCode === SIGTERM_EXIT ? [{ stream: 'stdout', text: `${name}: asked to end, closing` }] : [];
}

/** 128 + SIGTERM. */
const SIGTERM_EXIT = 143;
