/** Log collectors: what the nodes' collectors have read goes to the log store in chunks, when it can be reached. */
import { isManaged } from '../../api/world/machine.ts';
import type { LogCollector } from '../../api/world/logs.ts';
import { reflex } from '../loop.ts';
import { isPhysics } from '../processes.ts';
import type { World } from '../world.ts';
import { resumeCollector } from './collector.ts';

/** How long a chunk is filled before it is sent. Source: Fluentd's flush_interval is 60 s; ours is for a shorter day. */
export const FLUSH_TICKS = 5;
/** How long the store keeps a chunk. Ours. */
export const RETENTION_TICKS = 3600;

const nodeOfChunk = 'chunk:';

export const logCollectors = reflex({
  name: 'log-collectors',
  process: isPhysics,
  watches: { LogCollector: ({ key }) => [key], Machine: ({ key }) => [key] },
  deadlines: {
    LogCollector: ({ key, flushTick, startDoneTick }) =>
      [flushTick, startDoneTick].flatMap((tick) => (tick === null ? [] : [{ tick, key }])),
    LogChunk: ({ key, storedTick }) => [{ tick: storedTick + RETENTION_TICKS, key: nodeOfChunk + key }],
  },
  keys: (view) => [...view.keys('LogCollector'), ...view.keys('LogChunk').map((key) => nodeOfChunk + key)],
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
  const before = world.get('LogCollector', nodeName);
  const machine = world.get('Machine', nodeName);
  if (!machine) world.remove('LogCollector', nodeName);
  if (!before || machine?.power !== 'on') return;
  const isStarted = before.startDoneTick !== null && world.tick >= before.startDoneTick;
  // It starts with its machine.
  const isRebooted = before.state !== 'running' && machine.powerSinceTick > before.sinceTick;
  const collector = isStarted || isRebooted ? resumeCollector(world, before) : before;
  if (collector.state !== 'running') return;
  world.put(sent(world, collector, isManaged(machine)));
}

/** The store stands beside the town hall: whoever is cut off from it keeps what it has read. */
function sent(world: World, collector: LogCollector, isReachable: boolean): LogCollector {
  const { buffer, droppedLines, gapFromTick, flushTick } = collector;
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
  });
  return { ...collector, buffer: [], droppedLines: 0, gapFromTick: null, flushTick: null };
}
