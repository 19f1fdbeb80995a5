/** Log collectors: whether a node's Fluentd pod reads, and what it has read goes to the log store in chunks. */
import { isInTouch } from '../../api/world/machine.ts';
import type { LogCollector } from '../../api/world/logs.ts';
import { reflex } from '../loop.ts';
import { isPhysics } from '../processes.ts';
import type { World } from '../world.ts';
import { servingDeadlines } from '../runtime/serving.ts';
import { collectorOf, isCollecting, mayCollect, resumed, stopped } from './collector.ts';
import { isLogStoreUp } from './log-store.ts';

/** How long a chunk is filled before it is sent. Source: Fluentd's flush_interval is 60 s; ours is for a shorter day. */
export const FLUSH_TICKS = 5;
/** How long the store keeps a chunk. Ours. */
export const RETENTION_TICKS = 3600;

const nodeOfChunk = 'chunk:';

export const logCollectors = reflex({
  name: 'log-collectors',
  process: isPhysics,
  watches: {
    LogCollector: ({ key }) => [key],
    Machine: ({ key }) => [key],
    LogStore: (_change, view) => view.keys('LogCollector'),
    Sandbox: ({ before, after }) => {
      const sandbox = after ?? before;
      return sandbox && mayCollect(sandbox) ? [sandbox.nodeName] : [];
    },
  },
  deadlines: {
    LogCollector: ({ key, flushTick }) => (flushTick === null ? [] : [{ tick: flushTick, key }]),
    Sandbox: (sandbox) =>
      mayCollect(sandbox) ? servingDeadlines(sandbox).map((tick) => ({ tick, key: sandbox.nodeName })) : [],
    LogChunk: ({ key, storedTick }) => [{ tick: storedTick + RETENTION_TICKS, key: nodeOfChunk + key }],
  },
  keys: (view) => [...view.keys('Machine'), ...view.keys('LogChunk').map((key) => nodeOfChunk + key)],
  run: (world, key) => {
    if (key.startsWith(nodeOfChunk)) expire(world, key.slice(nodeOfChunk.length));
    else work(world, key);
  },
});

function expire(world: World, key: string): void {
  const chunk = world.get('LogChunk', key);
  if (chunk && world.tick >= chunk.storedTick + RETENTION_TICKS) world.remove('LogChunk', key);
}

function work(world: World, nodeName: string): void {
  const machine = world.get('Machine', nodeName);
  if (!machine) {
    world.remove('LogCollector', nodeName);
    return;
  }
  const before = collectorOf(world, nodeName);
  if (isCollecting(world, before)) {
    const collector = before.state === 'running' ? before : resumed(world, before);
    world.put(sent(world, collector, isInTouch(machine) && isLogStoreUp(world)));
  } else if (before.state === 'running') world.put(stopped(world, before));
}

/** The store stands beside the town hall: whoever is cut off from it keeps what it has read. */
function sent(world: World, collector: LogCollector, isReachable: boolean): LogCollector {
  const { buffer, droppedLines, gapFromTick, flushTick, sinceTick } = collector;
  if (!isReachable || (buffer.length === 0 && gapFromTick === null)) return { ...collector, flushTick: null };
  if (flushTick === null) return { ...collector, flushTick: world.tick + FLUSH_TICKS };
  if (world.tick < flushTick) return collector;
  world.put({
    kind: 'LogChunk',
    key: `${collector.key}@${world.tick}`,
    nodeName: collector.key,
    storedTick: world.tick,
    lines: buffer,
    droppedLines,
    gapFromTick,
    gapToTick: gapFromTick === null ? null : sinceTick,
  });
  return { ...collector, buffer: [], droppedLines: 0, gapFromTick: null, flushTick: null };
}
