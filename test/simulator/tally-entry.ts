/** Counts one entry of a log. */
import { inputsOf, type LogEntry } from '../../shared/session/log.ts';
import type { Tally } from './tally.ts';

export function tallyEntry(tally: Tally, entry: LogEntry): void {
  tally.totals.inputs += inputsOf(entry);
  if (typeof entry === 'number') return;
  if (entry[0] === 'e') {
    tally.count('happenings', entry[1].type);
    return;
  }
  const command = entry[2];
  tally.count('commands', command.type);
  if (command.type === 'verb') tally.count('verbs', command.verb.verb);
}
