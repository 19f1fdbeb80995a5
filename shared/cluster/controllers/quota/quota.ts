/** What a namespace may hold: asked before each new pod, charged with it. Source: pkg/quota, plugin/pkg/admission/resourcequota. */
import { must } from '../../../base/assert.ts';
import { isPodTerminal, type Container, type PodSpec } from '../../../api/pod.ts';
import { parseMilli, parseWhole } from '../../../api/quantity.ts';
import { QUOTA_RESOURCES, type QuotaResource, type ResourceQuota } from '../../../api/resource-quota.ts';
import { failure, type Status } from '../../../api/status.ts';
import type { View } from '../../../store/store.ts';
import type { World } from '../../world.ts';

type Amounts = Readonly<Partial<Record<QuotaResource, number>>>;

const isCpu = (resource: QuotaResource): boolean => resource.endsWith('cpu');
const parse = (resource: QuotaResource, text: string): number =>
  isCpu(resource) ? parseMilli(text) : parseWhole(text);

/** As people write it: `500m`, `1073741824`. */
const shown = (resource: QuotaResource, amount: number): string => (isCpu(resource) ? `${amount}m` : String(amount));

function statedBy({ resources }: Container, resource: QuotaResource): string | undefined {
  const name = isCpu(resource) ? 'cpu' : 'memory';
  if (resource.startsWith('limits.')) return resources.limits[name];
  return resources.requests[name] ?? resources.limits[name];
}

/** Null where a container does not say what the quota counts. */
function amountOf(spec: Pick<PodSpec, 'containers'>, resource: QuotaResource): number | null {
  if (resource === 'pods') return 1;
  let sum = 0;
  for (const container of spec.containers) {
    const stated = statedBy(container, resource);
    if (stated === undefined) return null;
    sum += parse(resource, stated);
  }
  return sum;
}

export function quotasOf(view: View, namespace: string): readonly ResourceQuota[] {
  return view.by('quotasByNamespace', namespace).flatMap((key) => view.get('ResourceQuota', key) ?? []);
}

function limitsOf({ spec }: ResourceQuota): readonly (readonly [QuotaResource, number])[] {
  return QUOTA_RESOURCES.flatMap((resource) => {
    const hard = spec.hard[resource];
    return hard === undefined ? [] : [[resource, parse(resource, hard)] as const];
  });
}

/** 403 where a quota would be exceeded, or cannot be told for want of a request. */
export function refuseQuota(view: View, namespace: string, name: string, spec: PodSpec): Status | null {
  for (const quota of quotasOf(view, namespace)) {
    for (const [resource, hard] of limitsOf(quota)) {
      const amount = amountOf(spec, resource);
      const quotaName = quota.metadata.name;
      if (amount === null) {
        const message = `pods "${name}" is forbidden: failed quota: ${quotaName}: must specify ${resource}`;
        return failure('Forbidden', 'quotaUnstated', message, { name, quota: quotaName, resource });
      }
      const used = quota.status.used[resource] ?? 0;
      if (used + amount <= hard) continue;
      const limit = shown(resource, hard);
      const texts = `requested: ${resource}=${shown(resource, amount)}, used: ${resource}=${shown(resource, used)}, limited: ${resource}=${limit}`;
      const message = `pods "${name}" is forbidden: exceeded quota: ${quotaName}, ${texts}`;
      return failure('Forbidden', 'quotaExceeded', message, { name, quota: quotaName, resource, limit });
    }
  }
  return null;
}

export function chargeQuotas(world: World, namespace: string, spec: PodSpec): void {
  for (const quota of quotasOf(world.live, namespace)) {
    const used: Partial<Record<QuotaResource, number>> = { ...quota.status.used };
    for (const [resource] of limitsOf(quota)) {
      used[resource] = (used[resource] ?? 0) + (amountOf(spec, resource) ?? 0);
    }
    world.put({ ...quota, status: { used } });
  }
}

/** Counted anew: pods that are over take nothing. */
export function usedBy(view: View, quota: ResourceQuota): Amounts {
  const pods = view
    .by('podsByNamespace', quota.metadata.namespace)
    .map((key) => must(view.get('Pod', key), key))
    .filter((pod) => !isPodTerminal(pod));
  const used: Partial<Record<QuotaResource, number>> = {};
  for (const [resource] of limitsOf(quota)) {
    used[resource] = pods.reduce((sum, { spec }) => sum + (amountOf(spec, resource) ?? 0), 0);
  }
  return used;
}
