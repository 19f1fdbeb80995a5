/** Watches shared/cluster/logging/SPEC.md: what was said, carried away, and what is missing is told. */
import { isInTouch } from '../../../shared/api/world/machine.ts';
import { invariant, unless } from './invariant.ts';
import { lasting } from './lasting.ts';

export const logging = [
  invariant('LOG-2', {
    whole: (view) =>
      lasting(
        view,
        'LOG-2',
        [...view.list('PodLog')].filter(({ key }) => !view.get('Sandbox', key)).map(({ podKey }) => podKey),
      ).map((podKey) => `the log of ${podKey} lies there without its pod`),
  }),
  invariant('LOG-3', {
    object: {
      PodLog: ({ podKey, containers }, view) => {
        const wrong = Object.entries(containers).find(
          ([, { current }]) => current.bytes < 0 || current.sinceTick > view.tick,
        );
        return unless(
          !wrong,
          () => `${podKey}/${wrong?.[0]} has written ${JSON.stringify(wrong?.[1].current.bytes)} bytes`,
        );
      },
    },
  }),
  invariant('LOG-5', {
    object: {
      LogCollector: ({ key, buffer, flushTick, gapFromTick }, view) =>
        unless(
          flushTick === null ||
            !isInTouch(view.get('Machine', key)) ||
            ((buffer.length > 0 || gapFromTick !== null) && flushTick > view.tick && flushTick <= view.tick + 5),
          () => `the collector of ${key} sends ${buffer.length} lines at ${flushTick}, now ${view.tick}`,
        ),
    },
  }),
  invariant('LOG-6', {
    object: {
      LogCollector: ({ key, buffer, droppedLines }) =>
        unless(buffer.length <= 100 && droppedLines >= 0, () => `the collector of ${key} keeps ${buffer.length} lines`),
    },
  }),
  invariant('LOG-7', {
    object: {
      LogCollector: ({ key, state, gapFromTick }, view) =>
        unless((gapFromTick ?? 0) <= view.tick, () => `the collector of ${key} is ${state}, gap from ${gapFromTick}`),
    },
  }),
  invariant('LOG-8', {
    object: {
      LogChunk: ({ key, storedTick, lines, droppedLines, gapFromTick }, view) =>
        unless(
          storedTick <= view.tick &&
            view.tick <= storedTick + 3600 &&
            (lines.length > 0 || droppedLines > 0 || gapFromTick !== null),
          () => `chunk ${key} of ${storedTick} is still there at ${view.tick}, with ${lines.length} lines`,
        ),
    },
  }),
];
