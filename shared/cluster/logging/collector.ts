/** A node's log collector: what it takes in, what it has no room for, and how it begins again. */
import type { CollectedLine, LogCollector } from '../../api/world/logs.ts';
import type { View } from '../../store/store.ts';
import type { World } from '../world.ts';

/** What a collector holds while it cannot send. Ours: Fluentd counts bytes (total_limit_size). */
export const COLLECTOR_BUFFER_LINES = 100;
/** From restart to reading. Ours. */
export const COLLECTOR_START_TICKS = 3;

/** Every node has one; there is a record once it has something to remember. */
export function collectorOf(view: View, nodeName: string): LogCollector {
  return (
    view.get('LogCollector', nodeName) ?? {
      kind: 'LogCollector',
      key: nodeName,
      state: 'running',
      sinceTick: 0,
      startDoneTick: null,
      buffer: [],
      droppedLines: 0,
      gapFromTick: null,
      flushTick: null,
    }
  );
}

/** Lines as they are written. A collector that is down reads nothing. */
export function collect(world: World, nodeName: string, lines: readonly CollectedLine[]): void {
  const collector = collectorOf(world, nodeName);
  if (collector.state === 'running') world.put(withLines(collector, lines));
}

/** The newest stay. Source: overflow_action drop_oldest_chunk. */
export function withLines(collector: LogCollector, lines: readonly CollectedLine[]): LogCollector {
  const all = [...collector.buffer, ...lines];
  const over = Math.max(0, all.length - COLLECTOR_BUFFER_LINES);
  return { ...collector, buffer: all.slice(over), droppedLines: collector.droppedLines + over };
}

export function stopCollector(world: World, nodeName: string): void {
  const collector = collectorOf(world, nodeName);
  world.put({ ...collector, state: 'down', sinceTick: world.tick, startDoneTick: null, flushTick: null });
}

/**
 * It runs again, and reads on where it stopped, as its position file says: what still lies on the node. The log of a
 * pod that is gone went with it.
 */
export function resumeCollector(world: World, before: LogCollector): LogCollector {
  const { sinceTick, gapFromTick } = before;
  const missed: CollectedLine[] = [];
  for (const uid of world.by('sandboxesByNode', before.key)) {
    const log = world.get('PodLog', uid);
    if (!log) continue;
    const labels = world.get('Pod', log.podKey)?.metadata.labels ?? {};
    for (const [container, { current, previous }] of Object.entries(log.containers)) {
      for (const { tick, stream, text } of [...(previous?.lines ?? []), ...current.lines]) {
        if (tick > sinceTick) missed.push({ tick, podKey: log.podKey, container, stream, text, labels });
      }
    }
  }
  missed.sort((a, b) => a.tick - b.tick);
  const resumed: LogCollector = { ...before, state: 'running', sinceTick: world.tick, startDoneTick: null };
  return { ...withLines(resumed, missed), gapFromTick: gapFromTick ?? sinceTick };
}
