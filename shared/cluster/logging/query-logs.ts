/** Asks the log store: by pod, by labels, by text. It knows pods that are gone, and where it missed something. */
import { matchesLabels } from '../../api/meta.ts';
import type { CollectedLine, LogChunk } from '../../api/world/logs.ts';
import { isLogStoreUp } from './log-store.ts';
import type { View } from '../../store/store.ts';

export interface LogQuery {
  /** Pod key, whole. */
  readonly pod?: string;
  readonly node?: string;
  readonly labels?: Readonly<Record<string, string>>;
  /** Part of a line, whatever its case. */
  readonly text?: string;
  readonly sinceTick?: number;
  /** The newest. */
  readonly limit?: number;
}

export interface FoundLine extends CollectedLine {
  readonly nodeName: string;
}

/** What the store does not have. */
export interface LogGap {
  readonly nodeName: string;
  readonly fromTick: number;
  readonly toTick: number;
  /** Lines that a buffer had no room for. */
  readonly droppedLines: number;
}

export interface FoundLogs {
  /** The store does not answer: nothing is known of what it has. */
  readonly isDown: boolean;
  /** In the order of time. */
  readonly lines: readonly FoundLine[];
  readonly gaps: readonly LogGap[];
}

const DEFAULT_LIMIT = 200;

export function queryLogs(view: View, query: LogQuery = {}): FoundLogs {
  if (!isLogStoreUp(view)) return { isDown: true, lines: [], gaps: [] };
  const { limit = DEFAULT_LIMIT, sinceTick = 0, node } = query;
  const chunks = view
    .keys('LogChunk')
    .flatMap((key) => view.get('LogChunk', key) ?? [])
    .filter(({ storedTick, nodeName }) => storedTick >= sinceTick && (node === undefined || node === nodeName));
  const lines = chunks.flatMap((chunk) =>
    chunk.lines.filter((line) => isAskedFor(line, query)).map((line) => ({ ...line, nodeName: chunk.nodeName })),
  );
  lines.sort((a, b) => a.tick - b.tick);
  return { isDown: false, lines: lines.slice(-limit), gaps: chunks.flatMap(gapOf) };
}

function isAskedFor(line: CollectedLine, { pod, labels, text, sinceTick = 0 }: LogQuery): boolean {
  if (line.tick < sinceTick || (pod !== undefined && line.podKey !== pod)) return false;
  if (labels !== undefined && !matchesLabels(labels, line.labels)) return false;
  return text === undefined || line.text.toLowerCase().includes(text.toLowerCase());
}

function gapOf({ nodeName, gapFromTick, gapToTick, droppedLines, storedTick, lines }: LogChunk): readonly LogGap[] {
  if (gapFromTick === null && droppedLines === 0) return [];
  const toTick = gapToTick ?? lines[0]?.tick ?? storedTick;
  return [{ nodeName, fromTick: gapFromTick ?? toTick, toTick, droppedLines }];
}
