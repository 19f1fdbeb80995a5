/** A node's log collector: what it takes in, what it has no room for, and how it begins again. */
import { isSystemKey } from '../../api/system.ts';
import type { CollectedLine, LogCollector, StuckRun } from '../../api/world/logs.ts';
import type { Sandbox } from '../../api/world/sandbox.ts';
import type { View } from '../../store/store.ts';
import { programOf } from '../runtime/container-program.ts';
import { isWarm } from '../runtime/serving.ts';
import type { World } from '../world.ts';

/** What a collector holds while it cannot send. Ours: Fluentd counts bytes (total_limit_size). */
export const COLLECTOR_BUFFER_LINES = 100;
/** Whoever runs this program collects. */
const COLLECTING_PROGRAM = 'fluentd';

/** Every node has one; there is a record once it has something to remember. */
export function collectorOf(view: View, nodeName: string): LogCollector {
  return (
    view.get('LogCollector', nodeName) ?? {
      kind: 'LogCollector',
      key: nodeName,
      state: 'never',
      sinceTick: 0,
      stuck: null,
      buffer: [],
      droppedLines: 0,
      gapFromTick: null,
      flushTick: null,
    }
  );
}

/** Pods of the cluster's own district may collect. */
export function mayCollect({ podKey }: Pick<Sandbox, 'podKey'>): boolean {
  return isSystemKey(podKey);
}

/** The runs of a collecting program that have come up on this node. */
export function collectingRuns(view: View, nodeName: string): readonly StuckRun[] {
  if (view.get('Machine', nodeName)?.power !== 'on') return [];
  return view.by('systemSandboxesByNode', nodeName).flatMap((key) => {
    const sandbox = view.get('Sandbox', key);
    return sandbox ? runsOf(view, sandbox) : [];
  });
}

function runsOf(view: View, { key, containers }: Sandbox): readonly StuckRun[] {
  return containers.flatMap((container) => {
    const { state } = container;
    if (state.type !== 'running' || !isWarm(container, view.tick)) return [];
    if (programOf(view, container)?.name !== COLLECTING_PROGRAM) return [];
    return [{ podUid: key, startedTick: state.startedTick }];
  });
}

/** One of them reads. */
export function isCollecting(view: View, { key, stuck }: LogCollector): boolean {
  return collectingRuns(view, key).some(
    ({ podUid, startedTick }) => podUid !== stuck?.podUid || startedTick !== stuck.startedTick,
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

export function stopped(view: View, collector: LogCollector): LogCollector {
  return { ...collector, state: 'down', sinceTick: view.tick, flushTick: null };
}

/**
 * It runs again, and reads on where it stopped, as its position file says: what still lies on the node. The log of a
 * pod that is gone went with it. One that never ran before reads all that is there (read_from_head).
 */
export function resumed(view: View, before: LogCollector): LogCollector {
  const { sinceTick, gapFromTick, state } = before;
  const isFirst = state === 'never';
  const missed: CollectedLine[] = [];
  for (const uid of view.by('sandboxesByNode', before.key)) {
    const log = view.get('PodLog', uid);
    if (!log) continue;
    const labels = view.get('Pod', log.podKey)?.metadata.labels ?? {};
    for (const [container, { current, previous }] of Object.entries(log.containers)) {
      for (const { tick, stream, text } of [...(previous?.lines ?? []), ...current.lines]) {
        if (isFirst || tick > sinceTick) missed.push({ tick, podKey: log.podKey, container, stream, text, labels });
      }
    }
  }
  missed.sort((a, b) => a.tick - b.tick);
  const running: LogCollector = { ...before, state: 'running', sinceTick: view.tick, stuck: null };
  return { ...withLines(running, missed), gapFromTick: gapFromTick ?? (isFirst ? null : sinceTick) };
}
