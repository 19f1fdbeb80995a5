/** Makes a failing log small: takes away inputs and ticks for as long as what remains breaks the same rule. */
import { expandLog } from '../../shared/recording/player.ts';
import { appendEntry, type LogEntry } from '../../shared/session/log.ts';
import { violationsIn, type FailingLog } from './failing-log.ts';
import type { Invariant } from './checkers/invariant.ts';

/** Each try is a whole run. */
const MAX_TRIES = 1000;

export function minimise(failing: FailingLog, invariants?: readonly Invariant[]): FailingLog {
  let tries = 0;
  const breaks = (entries: readonly LogEntry[]): boolean => {
    tries += 1;
    if (tries > MAX_TRIES) return false;
    return violationsIn({ ...failing, log: packed(entries) }, invariants).some(({ rule }) => rule === failing.rule);
  };
  let entries: readonly LogEntry[] = expandLog(failing.log);
  if (!breaks(entries)) return failing;
  entries = shortestPrefix(entries, breaks);
  for (;;) {
    const smaller = without(entries, breaks);
    if (smaller.length === entries.length) break;
    entries = smaller;
  }
  const log = packed(entries);
  const what = violationsIn({ ...failing, log }, invariants).find(({ rule }) => rule === failing.rule)?.what;
  return { ...failing, what: what ?? failing.what, log };
}

/** Whatever comes after the violation is not needed. */
function shortestPrefix(entries: readonly LogEntry[], breaks: (entries: readonly LogEntry[]) => boolean) {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (breaks(entries.slice(0, middle))) high = middle;
    else low = middle + 1;
  }
  return breaks(entries.slice(0, high)) ? entries.slice(0, high) : entries;
}

/** Delta debugging: ever smaller stretches are left out. */
function without(given: readonly LogEntry[], breaks: (entries: readonly LogEntry[]) => boolean): readonly LogEntry[] {
  let entries = given;
  for (let size = Math.ceil(entries.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < entries.length;) {
      const rest = [...entries.slice(0, at), ...entries.slice(at + size)];
      if (breaks(rest)) entries = rest;
      else at += size;
    }
  }
  return entries;
}

function packed(entries: readonly LogEntry[]): LogEntry[] {
  const log: LogEntry[] = [];
  for (const entry of entries) appendEntry(log, entry);
  return log;
}
