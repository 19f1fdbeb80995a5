/**
 * The metrics API: what pods use, as far as anybody can ask. *Metaphor*: a program at full load uses the CPU that it
 * asked for, at half load half of it; while it starts it is fully busy.
 */
import { floorDiv } from '../../../base/integers.ts';
import type { Container, Pod } from '../../../api/pod.ts';
import { parseMilli } from '../../../api/quantity.ts';
import { isManaged } from '../../../api/world/machine.ts';
import type { RuntimeContainer, Sandbox } from '../../../api/world/sandbox.ts';
import type { View } from '../../../store/store.ts';
import { isSidecar } from '../../kubelet/restart-policy.ts';
import { programOf } from '../../runtime/container-program.ts';
import { specOf } from '../../runtime/container-states.ts';
import { tightLimitMilli } from '../../runtime/cpu.ts';
import { isWarm, servingCapacityRps } from '../../runtime/serving.ts';
import { servedRps } from '../../runtime/throttling.ts';

/** Of a container that asks for nothing. Oracle: scheduler.defaultRequestForScoring. */
const UNSTATED_CPU_MILLI = 100;
/** How often and over how long the metrics server measures: its own default resolution. */
export const METRIC_WINDOW_TICKS = 15;

export type Resource = 'cpu' | 'memory';

/** Null where nobody can ask: nothing runs, or its node is out of touch. */
export function measurable(view: View, pod: Pod): Sandbox | null {
  const sandbox = view.get('Sandbox', pod.metadata.uid);
  if (!sandbox || !isManaged(view.get('Machine', sandbox.nodeName))) return null;
  return sandbox.containers.some(({ state }) => state.type === 'running') ? sandbox : null;
}

/** Thousandths, of one container or of all. Null where nobody can ask, or there is none of that name. */
export function usageMilli(view: View, pod: Pod, resource: Resource, container: string | null): number | null {
  const sandbox = measurable(view, pod);
  if (!sandbox) return null;
  const asked = sandbox.containers.filter(({ name }) => container === null || name === container);
  if (asked.length === 0) return null;
  return asked
    .filter(({ state }) => state.type === 'running')
    .reduce((sum, item) => sum + containerUsage(view, sandbox, item, resource), 0);
}

function containerUsage(view: View, sandbox: Sandbox, container: RuntimeContainer, resource: Resource): number {
  const program = programOf(view, container);
  if (!program || container.state.type !== 'running') return 0;
  const { memoryBytes, leakBytesPerTick, capacityRps } = program;
  if (resource === 'memory') {
    return 1000 * (memoryBytes + leakBytesPerTick * (view.tick - container.state.startedTick));
  }
  const spec = specOf(sandbox, container.name);
  // Who is held back uses all that it may.
  const full = tightLimitMilli(program, spec) ?? requestMilli(spec, 'cpu') ?? UNSTATED_CPU_MILLI;
  if (!isWarm(container, view.tick)) return full;
  const capacity = servingCapacityRps(view, sandbox);
  return capacityRps === 0 || capacity === 0 ? 0 : floorDiv(full * servedRps(view, sandbox.key), capacity);
}

function requestMilli({ resources }: Container, resource: Resource): number | null {
  const amount = resources.requests[resource] ?? resources.limits[resource];
  return amount === undefined ? null : parseMilli(amount);
}

/**
 * What a pod asks for, of one container or of all, sidecars included; null where a container does not say, or there is
 * none of that name. Source: replica_calculator.go, calculatePodRequestsFromContainers.
 */
export function requestedMilli({ spec }: Pod, resource: Resource, container: string | null): number | null {
  const asked = [...spec.containers, ...spec.initContainers.filter(isSidecar)].filter(
    ({ name }) => container === null || name === container,
  );
  if (asked.length === 0) return null;
  let sum = 0;
  for (const one of asked) {
    const request = requestMilli(one, resource);
    if (request === null) return null;
    sum += request;
  }
  return sum;
}
