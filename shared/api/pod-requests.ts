/** What a pod asks for. Source: component-helpers/resource, PodRequests. */
import { MIB } from '../base/integers.ts';
import type { Container, PodSpec } from './pod.ts';
import { parseMilli, parseWhole } from './quantity.ts';

/** Oracle: scheduler.defaultRequestForScoring: what a container counts for in scores when it asks for nothing. */
const UNSTATED: Amounts = { cpu: 100, memory: 200 * MIB };

export interface PodRequests {
  readonly cpuMilli: number;
  readonly memoryBytes: number;
  /** Further resources by name: `ephemeral-storage`, `hugepages-2Mi`, `example.com/gpu`. */
  readonly other: Readonly<Record<string, number>>;
  /** With a small share for each container that states none, so that scores spread those too. */
  readonly scoredCpuMilli: number;
  readonly scoredMemoryBytes: number;
}

/** By the resource's name: thousandths of CPU, whole units of everything else. */
type Amounts = Readonly<Record<string, number>>;

export const NO_OTHER: Amounts = {};

type Requesting = Pick<PodSpec, 'containers'> & Partial<Pick<PodSpec, 'initContainers' | 'resources' | 'overhead'>>;

function amountOf(resource: string, quantity: string): number {
  return resource === 'cpu' ? parseMilli(quantity) : parseWhole(quantity);
}

function amountsOf(quantities: Readonly<Record<string, string | undefined>>): Amounts {
  const amounts: Record<string, number> = {};
  for (const resource in quantities) {
    const quantity = quantities[resource];
    if (quantity !== undefined && resource !== 'pods') amounts[resource] = amountOf(resource, quantity);
  }
  return amounts;
}

/** A limit without a request is its own request, as the API server defaults it. */
function askedBy({ resources: { requests, limits } }: Container, unstated: Amounts): Amounts {
  return { ...unstated, ...amountsOf(limits), ...amountsOf(requests) };
}

function plus(a: Amounts, b: Amounts): Amounts {
  return combine(a, b, (x, y) => x + y);
}

function most(a: Amounts, b: Amounts): Amounts {
  return combine(a, b, Math.max);
}

function combine(a: Amounts, b: Amounts, join: (x: number, y: number) => number): Amounts {
  const joined: Record<string, number> = { ...a };
  for (const resource in b) joined[resource] = join(joined[resource] ?? 0, b[resource] ?? 0);
  return joined;
}

/** Sidecars run beside everything after them; each other init container runs alone with the sidecars before it. */
function total({ containers, initContainers = [], resources, overhead }: Requesting, unstated: Amounts): Amounts {
  let running: Amounts = {};
  let starting: Amounts = {};
  for (const container of initContainers) {
    const asked = askedBy(container, unstated);
    const isSidecar = container.restartPolicy === 'Always';
    if (isSidecar) running = plus(running, asked);
    starting = most(starting, isSidecar ? running : plus(running, asked));
  }
  for (const container of containers) running = plus(running, askedBy(container, unstated));
  // What is asked for by the pod as a whole stands in place of its containers' sum; its limit, where none of them asks.
  const { limits = {}, requests = {} } = resources ?? {};
  const asked = { ...amountsOf(limits), ...most(running, starting), ...amountsOf(requests) };
  return plus(asked, overhead ? amountsOf(overhead) : {});
}

/** A pod that states the sum itself leaves nothing unstated. */
function unstatedFor({ resources }: Requesting, asked: Amounts): Amounts {
  if (!resources || Object.keys(resources.requests).length === 0) return UNSTATED;
  return Object.fromEntries(Object.entries(UNSTATED).filter(([resource]) => asked[resource] === undefined));
}

function isStatedEverywhere({ containers, initContainers = [] }: Requesting): boolean {
  return [...containers, ...initContainers].every(
    ({ resources: { requests, limits } }) =>
      (requests.cpu ?? limits.cpu) !== undefined && (requests.memory ?? limits.memory) !== undefined,
  );
}

function requestsOf(spec: Requesting): PodRequests {
  const asked = total(spec, {});
  const scored = isStatedEverywhere(spec) ? asked : total(spec, unstatedFor(spec, asked));
  const { cpu = 0, memory = 0, ...other } = asked;
  return {
    cpuMilli: cpu,
    memoryBytes: memory,
    other: Object.keys(other).length === 0 ? NO_OTHER : other,
    scoredCpuMilli: scored['cpu'] ?? 0,
    scoredMemoryBytes: scored['memory'] ?? 0,
  };
}

/** By container list: pods of one template share theirs. The rest of the spec belongs to the same list. */
const known = new WeakMap<PodSpec['containers'], { readonly spec: Requesting; readonly requests: PodRequests }>();

export function podRequests(spec: Requesting): PodRequests {
  const before = known.get(spec.containers);
  if (before && isSameAsking(before.spec, spec)) return before.requests;
  const requests = requestsOf(spec);
  known.set(spec.containers, { spec, requests });
  return requests;
}

function isSameAsking(a: Requesting, b: Requesting): boolean {
  return a.initContainers === b.initContainers && a.resources === b.resources && a.overhead === b.overhead;
}
