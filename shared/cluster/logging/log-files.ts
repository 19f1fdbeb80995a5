/**
 * A container's log files: written at a rate, rotated by size, the oldest thrown away. Pure. Source: the kubelet's
 * container log manager; the files are a running number of bytes here.
 */
import { ceilDiv, floorDiv, MIB } from '../../base/integers.ts';
import type { LogLine, LogRun } from '../../api/world/logs.ts';

/** Oracle: kubelet.containerLogMaxSize. */
export const LOG_FILE_BYTES = 10 * MIB;
/** Oracle: kubelet.containerLogMaxFiles. */
export const LOG_FILES = 5;
/** What one request writes. Ours: an access log line of the usual shape. */
export const ACCESS_LINE_BYTES = 160;
/** Of what is not thrown away by size, no more lines than this are kept. Ours. */
const KEPT_LINES = 200;

export function newRun(startedTick: number, chatter = 0): LogRun {
  return {
    startedTick,
    endedTick: null,
    isListening: false,
    served: 0,
    failed: 0,
    chatter,
    bytes: 0,
    sinceTick: startedTick,
    lines: [],
  };
}

const bytesPerTick = ({ served, failed, chatter }: LogRun): number => (served + failed) * ACCESS_LINE_BYTES + chatter;

export function bytesAt(run: LogRun, tick: number): number {
  return run.bytes + bytesPerTick(run) * (tick - run.sinceTick);
}

export const fileOf = (offset: number): number => floorDiv(offset, LOG_FILE_BYTES);

/** When the file that is being written is full; null while nobody writes. */
export function rotationTick(run: LogRun): number | null {
  const rate = bytesPerTick(run);
  if (rate === 0) return null;
  const full = (fileOf(run.bytes) + 1) * LOG_FILE_BYTES;
  return run.sinceTick + ceilDiv(full - run.bytes, rate);
}

/** Brings the count of bytes up to date, and throws away what is in files that are no more. */
export function advance(run: LogRun, tick: number): LogRun {
  const bytes = bytesAt(run, tick);
  const oldest = fileOf(bytes) - (LOG_FILES - 1);
  const lines = run.lines.some(({ offset }) => fileOf(offset) < oldest)
    ? run.lines.filter(({ offset }) => fileOf(offset) >= oldest)
    : run.lines;
  return { ...run, bytes, sinceTick: tick, lines };
}

/** From now on nothing is written by itself. */
export function endOf(run: LogRun, tick: number): LogRun {
  return { ...advance(run, tick), chatter: 0, endedTick: tick };
}

export interface Said {
  readonly stream: LogLine['stream'];
  readonly text: string;
}

export function write(run: LogRun, tick: number, said: readonly Said[]): LogRun {
  const before = advance(run, tick);
  let { bytes } = before;
  const lines = said.map(({ stream, text }): LogLine => {
    const offset = bytes;
    bytes += text.length + 1;
    return { tick, stream, text, offset };
  });
  return { ...before, bytes, lines: [...before.lines, ...lines].slice(-KEPT_LINES) };
}

/** From now on so many requests a second write their lines. */
export function writeAt(
  run: LogRun,
  tick: number,
  rates: { readonly served: number; readonly failed: number },
): LogRun {
  return { ...advance(run, tick), ...rates };
}
