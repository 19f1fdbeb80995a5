/** NodeResourcesFit: room is counted by requests, not by use. Its score prefers the emptier node, or the fuller one. */
import type { ResourceAmounts } from '../../../api/node.ts';
import type { SchedulerPolicy } from '../../../api/world/scheduler-policy.ts';
import { podRequests, type PodRequests } from '../../../api/pod-requests.ts';
import { MAX_NODE_SCORE, refuse, type FilterPlugin, type ScorePlugin } from '../framework.ts';
import type { NodeInfo } from '../node-info.ts';

const NAME = 'NodeResourcesFit';

/** A resource of which a node has too little left. */
export interface Insufficient {
  readonly resource: string;
  readonly reason: string;
  readonly requested: number;
  readonly used: number;
  readonly capacity: number;
  /** Even an empty node is too small. */
  readonly unresolvable: boolean;
}

type Ignored = Pick<SchedulerPolicy, 'ignoredResources' | 'ignoredResourceGroups'>;

/** Only what is no resource of Kubernetes itself can be ignored. */
function isIgnored(resource: string, { ignoredResources = [], ignoredResourceGroups = [] }: Ignored): boolean {
  if (!resource.includes('/') || resource.includes('kubernetes.io/')) return false;
  return ignoredResources.includes(resource) || ignoredResourceGroups.includes(resource.split('/', 1)[0] ?? '');
}

export function insufficientResources(
  wanted: PodRequests,
  { node, requested }: NodeInfo,
  ignored: Ignored,
): readonly Insufficient[] {
  const { allocatable } = node.status;
  const missing: Insufficient[] = [];
  const check = (resource: string, want: number, used: number, capacity: number, reason: string) => {
    if (want === 0 || want <= capacity - used) return;
    // It is said of resources, never of places.
    const unresolvable = resource !== 'pods' && want > capacity;
    missing.push({ resource, reason, requested: want, used, capacity, unresolvable });
  };
  check('pods', 1, requested.pods, allocatable.pods, 'Too many pods');
  check('cpu', wanted.cpuMilli, requested.cpuMilli, allocatable.cpuMilli, 'Insufficient cpu');
  check('memory', wanted.memoryBytes, requested.memoryBytes, allocatable.memoryBytes, 'Insufficient memory');
  for (const resource in wanted.other) {
    if (isIgnored(resource, ignored)) continue;
    const has = allocatable.other?.[resource] ?? 0;
    check(resource, wanted.other[resource] ?? 0, requested.other[resource] ?? 0, has, `Insufficient ${resource}`);
  }
  return missing;
}

export const nodeResourcesFitFilter: FilterPlugin = {
  name: NAME,
  isLocal: true,
  preFilter: (pod, { policy }) => {
    const wanted = podRequests(pod.spec);
    return {
      judge: (node) => {
        const missing = insufficientResources(wanted, node, policy);
        if (missing.length === 0) return null;
        const isUnresolvable = missing.some(({ unresolvable }) => unresolvable);
        const reasons = missing.map(({ reason }) => reason);
        return refuse(isUnresolvable ? 'UnschedulableAndUnresolvable' : 'Unschedulable', ...reasons);
      },
    };
  },
};

export function allocatableOf(allocatable: ResourceAmounts, resource: string): number {
  if (resource === 'cpu') return allocatable.cpuMilli;
  return resource === 'memory' ? allocatable.memoryBytes : (allocatable.other?.[resource] ?? 0);
}

function scoredOf(requests: PodRequests, resource: string): number {
  if (resource === 'cpu') return requests.scoredCpuMilli;
  return resource === 'memory' ? requests.scoredMemoryBytes : (requests.other[resource] ?? 0);
}

/** CPU and memory always count, another resource only for a pod that asks for it. */
export function countsFor(requests: PodRequests, resource: string): boolean {
  return resource === 'cpu' || resource === 'memory' || (requests.other[resource] ?? 0) > 0;
}

/** Percent of a resource that would be free, rounded down; 0 where it would be over. */
function leastRequested(requested: number, capacity: number): number {
  return requested > capacity ? 0 : Math.floor(((capacity - requested) * MAX_NODE_SCORE) / capacity);
}

/** Percent of it that would be taken; over is as good as full. */
function mostRequested(requested: number, capacity: number): number {
  return Math.floor((Math.min(requested, capacity) * MAX_NODE_SCORE) / capacity);
}

/** Weighted mean over the policy's resources; one that the node has none of does not count. */
export const resourcesFitScore: ScorePlugin = {
  name: NAME,
  isLocal: true,
  preScore: (pod, { policy: { resources, strategy } }) => {
    if (resources.length === 0) return { error: 'resources not found' };
    const wanted = podRequests(pod.spec);
    const rate = strategy === 'LeastAllocated' ? leastRequested : mostRequested;
    const counting = resources.filter(({ name }) => countsFor(wanted, name));
    return {
      score: ({ node, requested }) => {
        let sum = 0;
        let weights = 0;
        for (const { name, weight } of counting) {
          const capacity = allocatableOf(node.status.allocatable, name);
          if (capacity === 0) continue;
          sum += rate(scoredOf(requested, name) + scoredOf(wanted, name), capacity) * weight;
          weights += weight;
        }
        return weights === 0 ? 0 : Math.floor(sum / weights);
      },
    };
  },
};
