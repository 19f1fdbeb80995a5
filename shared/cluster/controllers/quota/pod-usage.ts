/** What a pod takes of what quotas count. Source: pkg/quota/v1/evaluator/core, podComputeUsageHelper; resource/helpers. */
import type { Container, PodSpec } from '../../../api/pod.ts';
import { containerSum, isStatedAsWhole, NONE, podRequest } from '../../../api/pod-sum.ts';
import { quantityOf, type Quantity } from '../../../api/quantity.ts';
import { QUOTA_RESOURCES, type QuotaResource } from '../../../api/resource-quota.ts';

export type Spec = Pick<PodSpec, 'containers' | 'initContainers' | 'resources'>;
export type Usage = Readonly<Record<QuotaResource, Quantity>>;

const ONE = quantityOf('1');

const nameIn = (resource: QuotaResource): 'cpu' | 'memory' => (resource.endsWith('cpu') ? 'cpu' : 'memory');

/** Undefined where the container does not say it. A limit without a request is its own request. */
function statedBy({ resources }: Container, resource: QuotaResource): string | undefined {
  const name = nameIn(resource);
  if (resource.startsWith('limits.')) return resources.limits[name];
  return resources.requests[name] ?? resources.limits[name];
}

/** In order of their names, the containers that do not say what is counted; none where the pod states something itself. */
export function silentContainers(spec: Spec, resource: QuotaResource): readonly string[] {
  if (resource === 'pods' || isStatedAsWhole(spec)) return [];
  const { containers, initContainers } = spec;
  const silent = [...containers, ...initContainers].filter((one) => statedBy(one, resource) === undefined);
  return silent.map(({ name }) => name).toSorted();
}

/** By container list: pods of one template share theirs. */
const known = new WeakMap<
  Spec['containers'],
  { readonly initContainers: Spec['initContainers']; readonly resources: Spec['resources']; readonly usage: Usage }
>();

export function podUsage(spec: Spec): Usage {
  const before = known.get(spec.containers);
  const { initContainers, resources } = spec;
  if (before?.initContainers === initContainers && before.resources === resources) return before.usage;
  const usage = usageOf(spec);
  known.set(spec.containers, { initContainers, resources, usage });
  return usage;
}

function usageOf(spec: Spec): Usage {
  const amounts = QUOTA_RESOURCES.map((resource) => [resource, resource === 'pods' ? ONE : amountOf(spec, resource)]);
  return Object.fromEntries(amounts) as Usage;
}

/** What the pod states as a whole stands in place of its containers' sum. */
function amountOf(spec: Spec, resource: QuotaResource): Quantity {
  const name = nameIn(resource);
  if (!resource.startsWith('limits.')) return podRequest(spec, name) ?? NONE;
  const limit = spec.resources?.limits[name];
  return limit === undefined ? containerSum(spec, (one) => statedBy(one, resource)) : quantityOf(limit);
}
