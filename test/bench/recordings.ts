/** Recordings: how large they get, and how fast any tick of them is reached. */
import { performance } from 'node:perf_hooks';
import { gzipSync } from 'node:zlib';
import { must } from '../../shared/base/assert.ts';
import { RecordingPlayer } from '../../shared/recording/player.ts';
import type { LogEntry } from '../../shared/session/log.ts';
import { readCatalogue } from '../../server/scenarios/catalogue.ts';
import { practiceRun } from '../support/practice-run.ts';
import { bytes, figure, heading } from './print.ts';

const SEEKS = 200;
/** A busy student: a command every so many seconds. */
const SECONDS_PER_COMMAND = 5;

/** A typical command, with a name that differs each time: what gzip cannot make nothing of. */
function commandEntry(index: number): LogEntry {
  const key = `default/teahouse-${((index * 2_654_435_761) >>> 0).toString(36)}`;
  return [
    'c',
    'a1b2c3d4e5f60718',
    { type: 'verb', verb: { verb: 'bind', pod: key, node: `node-${index % 3}` } },
  ] as LogEntry;
}

export function benchRecordings(): void {
  const scenario = must(readCatalogue().get('first-town'), 'scenario');
  const recording = practiceRun(scenario, 4711);
  heading(`recording of ${scenario.id}: ${scenario.durationTicks} ticks, on autopilot`);
  const packed = gzipSync(JSON.stringify(recording)).length;
  const hours = scenario.durationTicks / scenario.pace / 3600;
  figure('size', bytes(packed), `${bytes(packed / hours)} an hour at the scenario's pace`);
  const perHour = 3600 / SECONDS_PER_COMMAND;
  const log = JSON.stringify(Array.from({ length: perHour }, (_, index) => commandEntry(index)));
  figure('and for each player, an hour', bytes(gzipSync(log).length), `a command every ${SECONDS_PER_COMMAND} s`);

  const start = performance.now();
  const player = new RecordingPlayer(recording);
  player.seek(player.lastTick);
  figure('first run to the end', `${Math.round(performance.now() - start)} ms`);
  const times: number[] = [];
  for (let count = 0; count < SEEKS; count += 1) {
    const tick = (count * 7919) % player.lastTick;
    const before = performance.now();
    player.seek(tick);
    times.push(performance.now() - before);
  }
  times.sort((left, right) => left - right);
  const at = (share: number) => must(times[Math.floor(times.length * share)], 'time').toFixed(1);
  figure('seek to any tick after that', `${at(0.5)} ms`, `95 %: ${at(0.95)} ms, slowest ${at(0.999)} ms`);
}
