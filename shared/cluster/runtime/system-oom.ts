/** The kernel's last resort: when a node's own memory runs out, it kills whom it can best do without. */
import { floorDiv } from '../../base/integers.ts';
import { byCodeUnit } from '../../base/order.ts';
import { podRequests } from '../../api/pod-requests.ts';
import { qosClassOf } from '../../api/qos.ts';
import type { RuntimeContainer, Sandbox } from '../../api/world/sandbox.ts';
import type { View } from '../../store/store.ts';
import { tellOfNode } from '../kubelet/kubelet-events.ts';
import { reflex, type Deadline } from '../loop.ts';
import { isPhysics } from '../processes.ts';
import { resourcesOf } from './node-resources.ts';
import { SIGKILL_EXIT } from './planned-exit.ts';
import { withContainer } from './pull-results.ts';
import { containerUsage, exceedsTick, valueAt } from './usage.ts';

/** The kernel's scale: a process that holds all memory has so many points. */
const POINTS = 1000;

/** Source: pkg/kubelet/qos/policy.go. Oracle: kubelet.oomScoreAdj. */
export function oomScoreAdjust({ spec }: Pick<Sandbox, 'spec'>, capacityBytes: number): number {
  const qos = qosClassOf(spec);
  if (qos === 'Guaranteed') return -997;
  if (qos === 'BestEffort') return 1000;
  const share = floorDiv(POINTS * podRequests(spec).memoryBytes, capacityBytes);
  return Math.min(Math.max(POINTS - share, 3), 999);
}

interface Victim {
  readonly sandbox: Sandbox;
  readonly container: RuntimeContainer;
  readonly points: number;
}

function victimOf(view: View, nodeName: string, capacityBytes: number): Victim | undefined {
  const victims = view.by('sandboxesByNode', nodeName).flatMap((key): readonly Victim[] => {
    const sandbox = view.get('Sandbox', key);
    if (!sandbox) return [];
    const adjust = oomScoreAdjust(sandbox, capacityBytes);
    return sandbox.containers
      .filter(({ state }) => state.type === 'running')
      .map((container) => {
        const bytes = valueAt(containerUsage(view, container).memory, view.tick);
        return { sandbox, container, points: floorDiv(bytes * POINTS, capacityBytes) + adjust };
      });
  });
  return victims.sort(
    (a, b) =>
      b.points - a.points || byCodeUnit(a.sandbox.key, b.sandbox.key) || byCodeUnit(a.container.name, b.container.name),
  )[0];
}

/** Somebody has been killed for it, and is gone in a moment. */
function isBeingRelieved(view: View, nodeName: string): boolean {
  return view.by('sandboxesByNode', nodeName).some((key) =>
    view.get('Sandbox', key)?.containers.some(({ plannedExit }) => {
      return plannedExit?.cause === 'memory' && plannedExit.tick <= view.tick + 1;
    }),
  );
}

function runsOut(view: View, nodeName: string): readonly Deadline[] {
  const memory = resourcesOf(view, nodeName)?.memory;
  const tick = memory ? exceedsTick(memory.used, memory.capacity, view.tick) : null;
  return tick === null ? [] : [{ tick, key: nodeName }];
}

export const systemOom = reflex({
  name: 'system-oom',
  process: isPhysics,
  watches: { Machine: (change) => [change.key] },
  deadlines: {
    Sandbox: ({ nodeName }, view) => runsOut(view, nodeName),
    Machine: ({ key }, view) => runsOut(view, key),
    Node: ({ metadata }, view) => runsOut(view, metadata.name),
  },
  keys: (view) => view.keys('Machine'),
  run: (world, nodeName) => {
    if (world.get('Machine', nodeName)?.power !== 'on') return;
    const memory = resourcesOf(world, nodeName)?.memory;
    if (!memory || valueAt(memory.used, world.tick) <= memory.capacity || isBeingRelieved(world, nodeName)) return;
    const victim = victimOf(world, nodeName, memory.capacity);
    if (!victim) return;
    const { sandbox, container } = victim;
    const plannedExit = { tick: world.tick + 1, cause: 'memory', exitCode: SIGKILL_EXIT, message: '' } as const;
    world.put(withContainer(sandbox, { ...container, plannedExit }));
    tellOfNode(world, nodeName, {
      type: 'Warning',
      reason: 'SystemOOM',
      message: `System OOM encountered, victim process: ${container.name}`,
      details: { name: nodeName, container: container.name, pod: sandbox.podKey },
    });
  },
});
