/** What a pod takes of what quotas count. Source: pkg/quota/v1/evaluator/core, podComputeUsageHelper; resource/helpers. */
import type { Container, PodSpec } from '../../../api/pod.ts';
import { addQuantities, compareQuantities, quantityOf, type Quantity } from '../../../api/quantity.ts';
import { QUOTA_RESOURCES, type QuotaResource } from '../../../api/resource-quota.ts';

export type Spec = Pick<PodSpec, 'containers' | 'initContainers'>;
export type Usage = Readonly<Record<QuotaResource, Quantity>>;

export const NONE = quantityOf('0');
const ONE = quantityOf('1');

/** Undefined where the container does not say it. A limit without a request is its own request. */
function statedBy({ resources }: Container, resource: QuotaResource): string | undefined {
  const name = resource.endsWith('cpu') ? 'cpu' : 'memory';
  if (resource.startsWith('limits.')) return resources.limits[name];
  return resources.requests[name] ?? resources.limits[name];
}

/** In order of their names, the containers that do not say what is counted. */
export function silentContainers({ containers, initContainers }: Spec, resource: QuotaResource): readonly string[] {
  if (resource === 'pods') return [];
  const silent = [...containers, ...initContainers].filter((one) => statedBy(one, resource) === undefined);
  return silent.map(({ name }) => name).toSorted();
}

/** By container list: pods of one template share theirs. */
const known = new WeakMap<
  Spec['containers'],
  { readonly initContainers: Spec['initContainers']; readonly usage: Usage }
>();

export function podUsage(spec: Spec): Usage {
  const before = known.get(spec.containers);
  if (before?.initContainers === spec.initContainers) return before.usage;
  const usage = usageOf(spec);
  known.set(spec.containers, { initContainers: spec.initContainers, usage });
  return usage;
}

function usageOf(spec: Spec): Usage {
  const amounts = QUOTA_RESOURCES.map((resource) => [resource, resource === 'pods' ? ONE : amountOf(spec, resource)]);
  return Object.fromEntries(amounts) as Usage;
}

/** Sidecars run beside everything after them; each other init container runs alone with the sidecars before it. */
function amountOf({ containers, initContainers }: Spec, resource: QuotaResource): Quantity {
  const asked = (one: Container): Quantity => quantityOf(statedBy(one, resource) ?? '0');
  let running = NONE;
  let starting = NONE;
  for (const one of initContainers) {
    const beside = addQuantities(running, asked(one));
    if (one.restartPolicy === 'Always') running = beside;
    starting = larger(starting, beside);
  }
  for (const one of containers) running = addQuantities(running, asked(one));
  return larger(starting, running);
}

const larger = (a: Quantity, b: Quantity): Quantity => (compareQuantities(a, b) > 0 ? a : b);
