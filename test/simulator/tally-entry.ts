/** Counts one entry of a log, and what a cluster has come to. */
import { inputsOf, type LogEntry } from '../../shared/session/log.ts';
import type { View } from '../../shared/store/store.ts';
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

export function tallyState(tally: Tally, view: View): void {
  for (const { reason } of view.list('Event')) tally.count('events', reason);
  for (const { lostTotal } of view.list('Traffic'))
    for (const reason of Object.keys(lostTotal)) tally.count('losses', reason);
  for (const { type } of view.list('Fault')) tally.count('faults', type);
}
