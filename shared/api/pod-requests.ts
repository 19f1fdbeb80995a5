/** What a pod asks for: the sum over its containers. Source: component-helpers/resource, PodRequests. */
import { MIB } from '../base/integers.ts';
import type { Container, PodSpec } from './pod.ts';
import { parseMilli, parseWhole } from './quantity.ts';

/** Oracle: scheduler.defaultRequestForScoring: what a container counts for in scores when it asks for nothing. */
const UNSTATED = { cpuMilli: 100, memoryBytes: 200 * MIB } as const;

export interface PodRequests {
  readonly cpuMilli: number;
  readonly memoryBytes: number;
  /** With a small share for each container that states none, so that scores spread those too. */
  readonly scoredCpuMilli: number;
  readonly scoredMemoryBytes: number;
}

/** A limit without a request is its own request, as the API server defaults it. */
function stated(container: Container, resource: 'cpu' | 'memory'): string | undefined {
  return container.resources.requests[resource] ?? container.resources.limits[resource];
}

/** By container list: pods of one template share theirs, and it never changes. */
const known = new WeakMap<PodSpec['containers'], PodRequests>();

export function podRequests({ containers }: Pick<PodSpec, 'containers'>): PodRequests {
  const before = known.get(containers);
  if (before) return before;
  const sum = { cpuMilli: 0, memoryBytes: 0, scoredCpuMilli: 0, scoredMemoryBytes: 0 };
  for (const container of containers) {
    const cpu = stated(container, 'cpu');
    const memory = stated(container, 'memory');
    sum.cpuMilli += cpu === undefined ? 0 : parseMilli(cpu);
    sum.memoryBytes += memory === undefined ? 0 : parseWhole(memory);
    sum.scoredCpuMilli += cpu === undefined ? UNSTATED.cpuMilli : parseMilli(cpu);
    sum.scoredMemoryBytes += memory === undefined ? UNSTATED.memoryBytes : parseWhole(memory);
  }
  known.set(containers, sum);
  return sum;
}
