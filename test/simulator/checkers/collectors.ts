/** Watches shared/cluster/logging/SPEC.md: collectors never go back, and invent nothing. */
import type { CollectedLine, LogCollector } from '../../../shared/api/world/logs.ts';
import { isEqual } from '../../../shared/base/equal.ts';
import type { View } from '../../../shared/store/store.ts';
import { invariant, unless } from './invariant.ts';

/**
 * Said by that container, in this run or the one before. A pod's log goes with it, a moment later, and old files are
 * thrown away. A name may stand for two pods where a backup brought one back beside its successor (seed 102).
 */
function wasSaid(view: View, node: string, line: CollectedLine): boolean {
  const runs = [...view.list('PodLog')]
    .filter(({ nodeName, podKey }) => nodeName === node && podKey === line.podKey)
    .flatMap(({ containers }) => containers[line.container] ?? [])
    .flatMap(({ current, previous }) => (previous ? [current, previous] : [current]));
  if (runs.length === 0) return true;
  return runs.some(({ lines }) =>
    lines.some(({ tick, stream, text }) => tick === line.tick && stream === line.stream && text === line.text),
  );
}

const position = ({ sinceTick, droppedLines, flushTick, buffer }: LogCollector) => ({
  sinceTick,
  // With a chunk that is sent both begin anew.
  droppedLines: buffer.length === 0 && flushTick === null ? Infinity : droppedLines,
});

export const collectors = [
  invariant('LOG-7', {
    write: {
      LogCollector: (before, after) => {
        if (!before || !after) return null;
        const [was, is] = [position(before), position(after)];
        return unless(
          is.sinceTick >= was.sinceTick && is.droppedLines >= before.droppedLines,
          () => `the collector of ${after.key} went back from ${before.sinceTick} to ${after.sinceTick}`,
        );
      },
    },
  }),
  invariant('LOG-5', {
    object: {
      LogCollector: ({ key, buffer }, view) => {
        const invented = buffer.find(
          (line) => line.tick > view.tick || (line.tick === view.tick && !wasSaid(view, key, line)),
        );
        return unless(!invented, () => `the collector of ${key} read what nobody said: ${JSON.stringify(invented)}`);
      },
    },
  }),
  invariant('LOG-8', {
    write: {
      LogChunk: (before, after, view) => {
        if (before && after) return `chunk ${after.key} was changed`;
        if (!after) return null;
        const buffer = view.get('LogCollector', after.nodeName)?.buffer ?? [];
        return unless(
          isEqual(after.lines, buffer),
          () => `chunk ${after.key} holds ${after.lines.length} lines, and ${after.nodeName} had read ${buffer.length}`,
        );
      },
    },
  }),
];
