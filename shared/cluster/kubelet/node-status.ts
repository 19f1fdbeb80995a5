/** Node status: each kubelet says that it is there, and what its image cache holds. */
import type { Condition } from '../../api/meta.ts';
import type { NodeConditionType, NodeImage, NodeStatus } from '../../api/node.ts';
import { isManaged, type Machine } from '../../api/world/machine.ts';
import type { PressureType } from '../../api/world/kubelet-state.ts';
import type { ImageCache } from '../../api/world/node-store.ts';
import { byCodeUnit, sortedKeys } from '../../base/order.ts';
import { must } from '../../base/assert.ts';
import { reflex } from '../loop.ts';
import { familiarText } from '../registry/reference.ts';
import { inKubelet } from '../processes.ts';
import type { View } from '../../store/store.ts';
import type { World } from '../world.ts';
import { PRESSURES, pressuresOf } from './eviction/pressure.ts';
import { tellOfNode } from './kubelet-events.ts';

/** In full and, where that differs, as people write it: the scheduler looks for what a pod writes. */
function namesOf(reference: string): readonly string[] {
  const familiar = familiarText(reference);
  return familiar === reference ? [reference] : [reference, familiar];
}

/** One entry for each digest, with every name that it is known by. The largest first, as the real kubelet lists them. */
function imagesOf(cache: ImageCache): readonly NodeImage[] {
  const byDigest = new Map<string, { names: string[]; sizeBytes: number }>();
  for (const reference of sortedKeys(cache.images)) {
    const { digest, sizeBytes } = must(cache.images[reference], reference);
    const known = byDigest.get(digest);
    if (known) known.names.push(...namesOf(reference));
    else byDigest.set(digest, { names: [...namesOf(reference)], sizeBytes });
  }
  return [...byDigest.values()].sort(
    (a, b) => b.sizeBytes - a.sizeBytes || byCodeUnit(a.names[0] ?? '', b.names[0] ?? ''),
  );
}

/** Source: pkg/kubelet/kubelet.go, maxWaitForContainerRuntime. */
const RUNTIME_SYNC_TICKS = 30;
/** Oracle: kubelet.plegUnhealthyAfter. */
const PLEG_UNHEALTHY_TICKS = 180;

/** What a kubelet whose runtime does not answer says of itself; null while it is well. */
function runtimeTrouble({ runtimeDownTick }: Machine, tick: number): string | null {
  if (runtimeDownTick === undefined || tick < runtimeDownTick + RUNTIME_SYNC_TICKS) return null;
  if (tick < runtimeDownTick + PLEG_UNHEALTHY_TICKS) return 'container runtime is down';
  return '[container runtime is down, PLEG is not healthy: pleg was last seen active 3m0s ago; threshold is 3m0s]';
}

function readyCondition(
  before: NodeStatus['conditions'],
  trouble: string | null,
  tick: number,
): Condition<NodeConditionType> {
  const known = before.find((condition) => condition.type === 'Ready');
  const [status, reason, message] =
    trouble === null
      ? (['True', 'KubeletReady', 'kubelet is posting ready status'] as const)
      : (['False', 'KubeletNotReady', trouble] as const);
  const lastTransitionTick = known?.status === status ? known.lastTransitionTick : tick;
  return { type: 'Ready', status, reason, message, lastTransitionTick };
}

/** Reason and message of each condition while it holds, and while it does not. Source: pkg/kubelet/nodestatus/setters.go. */
const PRESSURE_WORDS: Readonly<Record<PressureType, readonly [PressureWords, PressureWords]>> = {
  MemoryPressure: [
    ['InsufficientMemory', 'kubelet has insufficient memory available'],
    ['SufficientMemory', 'kubelet has sufficient memory available'],
  ],
  DiskPressure: [
    ['DiskPressure', 'kubelet has disk pressure'],
    ['NoDiskPressure', 'kubelet has no disk pressure'],
  ],
  PIDPressure: [
    ['InsufficientPID', 'kubelet has insufficient PID available'],
    ['SufficientPID', 'kubelet has sufficient PID available'],
  ],
};
type PressureWords = readonly [reason: string, message: string];

const isPressure = (type: NodeConditionType): type is PressureType => type in PRESSURE_WORDS;

function pressureConditions(
  view: View,
  nodeName: string,
  before: NodeStatus['conditions'],
): readonly Condition<NodeConditionType>[] {
  const found = pressuresOf(view, nodeName);
  return PRESSURES.map((type) => {
    const status = found.includes(type) ? 'True' : 'False';
    const [reason, message] = PRESSURE_WORDS[type][status === 'True' ? 0 : 1];
    const known = before.find((condition) => condition.type === type);
    const lastTransitionTick = known?.status === status ? known.lastTransitionTick : view.tick;
    return { type, status, reason: `KubeletHas${reason}`, message, lastTransitionTick };
  });
}

function tellOfPressures(
  world: World,
  nodeName: string,
  before: NodeStatus['conditions'],
  now: readonly Condition<NodeConditionType>[],
): void {
  for (const { type, status, reason } of now) {
    const was = before.find((condition) => condition.type === type)?.status ?? 'False';
    if (was === status || was === 'Unknown') continue;
    const word = `NodeHas${reason.slice('KubeletHas'.length)}`;
    const message = `Node ${nodeName} status is now: ${word}`;
    tellOfNode(world, nodeName, { type: 'Normal', reason: word, message, details: { name: nodeName } });
  }
}

export const nodeStatus = reflex({
  name: 'node-status',
  process: inKubelet,
  asksApiServer: true,
  watches: {
    ImageCache: (change) => [change.key],
    Machine: (change) => [change.key],
    KubeletState: (change) => [change.key],
    Node: (change) => [change.key],
  },
  deadlines: {
    Machine: ({ key, runtimeDownTick }) =>
      runtimeDownTick === undefined
        ? []
        : [RUNTIME_SYNC_TICKS, PLEG_UNHEALTHY_TICKS].map((ticks) => ({ tick: runtimeDownTick + ticks, key })),
  },
  keys: (view) => view.keys('Node'),
  run: (world, key) => {
    const node = world.live.get('Node', key);
    const machine = world.get('Machine', key);
    if (!node || !machine || !isManaged(machine)) return;
    const cache = world.get('ImageCache', key);
    const { conditions } = node.status;
    const ready = readyCondition(conditions, runtimeTrouble(machine, world.tick), world.tick);
    const was = conditions.find(({ type }) => type === 'Ready')?.status;
    const pressures = pressureConditions(world, key, conditions);
    const others = conditions.filter(({ type }) => type !== 'Ready' && !isPressure(type));
    const images = cache ? imagesOf(cache) : [];
    world.put({ ...node, status: { ...node.status, conditions: [ready, ...pressures, ...others], images } });
    tellOfPressures(world, key, conditions, pressures);
    if (was === ready.status) return;
    const word = ready.status === 'True' ? 'NodeReady' : 'NodeNotReady';
    const message = `Node ${key} status is now: ${word}`;
    tellOfNode(world, key, { type: 'Normal', reason: word, message, details: { name: key, node: key } });
  },
});
