/** Watches shared/cluster/score/SPEC.md: no meter lies. */
import { scoreOf } from '../../../shared/cluster/score/score.ts';
import { invariant, unless } from './invariant.ts';

const PPM = 1_000_000;

export const score = [
  invariant('SCORE-1', {
    *whole(view) {
      for (const { service, served, lost, offered, uptimePpm } of scoreOf(view).services) {
        const expected = offered === 0 ? undefined : Math.floor((served * PPM) / offered);
        if (offered !== served + lost || uptimePpm !== expected)
          yield `${service}: ${served} served of ${offered} is ${uptimePpm}, not ${expected}`;
      }
    },
  }),
  invariant('SCORE-2', {
    *whole(view) {
      const { uptimePpm } = scoreOf(view);
      if (uptimePpm !== undefined && (uptimePpm < 0 || uptimePpm > PPM)) yield `the session's uptime is ${uptimePpm}`;
    },
  }),
  invariant('SCORE-4', {
    *whole(view) {
      const { costNodeTicks, elapsedTicks } = scoreOf(view);
      if (costNodeTicks < 0 || costNodeTicks > elapsedTicks * view.count('Machine'))
        yield `the town cost ${costNodeTicks}`;
    },
  }),
  invariant('SCORE-5', {
    *whole(view) {
      const { handPpm } = scoreOf(view);
      if (handPpm < 0 || handPpm > PPM) yield `${handPpm} was played by hand`;
    },
    write: {
      HandTime: (before, after) =>
        unless(
          (after?.handTicks ?? Infinity) >= (before?.handTicks ?? 0),
          () => `${after?.key} was played less than before`,
        ),
    },
  }),
  invariant('SCORE-6', {
    *whole(view) {
      const { belongingsKept, belongingsLost } = scoreOf(view);
      if (belongingsKept < 0 || belongingsLost < 0) yield `${belongingsKept} pieces kept, ${belongingsLost} lost`;
    },
  }),
];
