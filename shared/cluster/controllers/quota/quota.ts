/** What a namespace may hold: asked before each new pod, charged with it. Source: apiserver's admission/plugin/resourcequota. */
import { must } from '../../../base/assert.ts';
import { isPodTerminal, type Pod, type PodSpec } from '../../../api/pod.ts';
import { NONE } from '../../../api/pod-sum.ts';
import {
  addQuantities,
  compareQuantities,
  formatQuantity,
  quantityOf,
  subtractQuantities,
  type Quantity,
} from '../../../api/quantity.ts';
import { QUOTA_RESOURCES, type QuotaResource, type ResourceQuota } from '../../../api/resource-quota.ts';
import { failure, type Status } from '../../../api/status.ts';
import type { View } from '../../../store/store.ts';
import type { World } from '../../world.ts';
import { podUsage, silentContainers, type Spec } from './pod-usage.ts';
import { isInScope, podsInScope } from './scopes.ts';

type Used = ResourceQuota['status']['used'];

export function quotasOf(view: View, namespace: string): readonly ResourceQuota[] {
  return view.by('quotasByNamespace', namespace).flatMap((key) => view.get('ResourceQuota', key) ?? []);
}

/** What it limits, in order of the names. */
export function limitedBy({ spec }: ResourceQuota): readonly QuotaResource[] {
  return QUOTA_RESOURCES.filter((resource) => spec.hard[resource] !== undefined);
}

const hardOf = ({ spec }: ResourceQuota, resource: QuotaResource): Quantity => quantityOf(spec.hard[resource] ?? '0');
const usedOf = ({ status }: ResourceQuota, resource: QuotaResource): Quantity =>
  quantityOf(status.used[resource] ?? '0');

/** What is still free of it; less than nothing where it was cut below what stands. */
export function freeOf(quota: ResourceQuota, resource: QuotaResource): Quantity {
  return subtractQuantities(hardOf(quota, resource), usedOf(quota, resource));
}

/** 403 where a quota would be exceeded, or cannot be told because a container does not say what it wants. */
export function refuseQuota(view: View, namespace: string, name: string, spec: PodSpec): Status | null {
  const quotas = quotasOf(view, namespace).filter((quota) => isInScope(quota, spec));
  for (const quota of quotas) {
    const refusal = refuseSilent(quota, name, spec);
    if (refusal) return refusal;
  }
  for (const quota of quotas) {
    const refusal = refuseExcess(quota, name, spec);
    if (refusal) return refusal;
  }
  return null;
}

function refuseSilent(quota: ResourceQuota, name: string, spec: Spec): Status | null {
  const missing = limitedBy(quota).flatMap((resource) => {
    const silent = silentContainers(spec, resource);
    return silent.length === 0 ? [] : [`${resource} for: ${silent.join(',')}`];
  });
  if (missing.length === 0) return null;
  const [quotaName, resource] = [quota.metadata.name, missing.join('; ')];
  const message = `pods "${name}" is forbidden: failed quota: ${quotaName}: must specify ${resource}`;
  return failure('Forbidden', 'quotaUnstated', message, { name, quota: quotaName, resource });
}

function refuseExcess(quota: ResourceQuota, name: string, spec: Spec): Status | null {
  const asked = podUsage(spec);
  const exceeded = limitedBy(quota).filter(
    (resource) => compareQuantities(asked[resource], freeOf(quota, resource)) > 0,
  );
  if (exceeded.length === 0) return null;
  const list = (amount: (resource: QuotaResource) => Quantity): string =>
    exceeded.map((resource) => `${resource}=${formatQuantity(amount(resource))}`).join(',');
  const limit = list((resource) => hardOf(quota, resource));
  const texts = `requested: ${list((resource) => asked[resource])}, used: ${list((resource) => usedOf(quota, resource))}, limited: ${limit}`;
  const quotaName = quota.metadata.name;
  const message = `pods "${name}" is forbidden: exceeded quota: ${quotaName}, ${texts}`;
  return failure('Forbidden', 'quotaExceeded', message, { name, quota: quotaName, limit });
}

export function chargeQuotas(world: World, namespace: string, spec: PodSpec): void {
  const quotas = quotasOf(world.live, namespace).filter((quota) => isInScope(quota, spec));
  if (quotas.length === 0) return;
  const asked = podUsage(spec);
  for (const quota of quotas) {
    const used = sums(quota, (resource) => addQuantities(usedOf(quota, resource), asked[resource]));
    world.put({ ...quota, status: { used: { ...quota.status.used, ...used } } });
  }
}

/**
 * From this tick on a pod that was told to go takes nothing, though it may still be there: its node is lost, and nobody
 * confirms it. Source: pkg/quota/v1/evaluator/core, QuotaV1Pod; the real deletion time is after the time of grace.
 */
export function releaseTick({ metadata: { deletionTick, deletionGracePeriodTicks } }: Pod): number | null {
  return deletionTick === null || deletionGracePeriodTicks === null
    ? null
    : deletionTick + 2 * deletionGracePeriodTicks + 1;
}

export function isCharged(pod: Pod, tick: number): boolean {
  const release = releaseTick(pod);
  return !isPodTerminal(pod) && (release === null || tick < release);
}

/** Counted anew. */
export function usedBy(view: View, quota: ResourceQuota): Used {
  const usages = podsInScope(view, quota)
    .map((key) => must(view.get('Pod', key), key))
    .filter((pod) => isCharged(pod, view.tick))
    .map(({ spec }) => podUsage(spec));
  return sums(quota, (resource) => usages.reduce((sum, usage) => addQuantities(sum, usage[resource]), NONE));
}

function sums(quota: ResourceQuota, sum: (resource: QuotaResource) => Quantity): Used {
  return Object.fromEntries(limitedBy(quota).map((resource) => [resource, formatQuantity(sum(resource))]));
}
