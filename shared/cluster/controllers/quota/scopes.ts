/** Which pods a quota is about. Source: pkg/quota/v1/evaluator/core/pods.go, podMatchesScopeFunc. */
import type { PodSpec } from '../../../api/pod.ts';
import { qosClassOf } from '../../../api/qos.ts';
import { scopesOf, type QuotaScope, type ResourceQuota, type ScopeRequirement } from '../../../api/resource-quota.ts';
import type { View } from '../../../store/store.ts';

const HOLDS: Readonly<Record<QuotaScope, (spec: PodSpec, requirement: ScopeRequirement) => boolean>> = {
  Terminating: ({ activeDeadlineSeconds }) => activeDeadlineSeconds !== undefined,
  NotTerminating: ({ activeDeadlineSeconds }) => activeDeadlineSeconds === undefined,
  BestEffort: (spec) => qosClassOf(spec) === 'BestEffort',
  NotBestEffort: (spec) => qosClassOf(spec) !== 'BestEffort',
  PriorityClass: hasClass,
  CrossNamespacePodAffinity: looksElsewhere,
  // Of claims alone.
  VolumeAttributesClass: () => false,
};

export function isInScope({ spec: quota }: ResourceQuota, spec: PodSpec): boolean {
  return scopesOf(quota).every((requirement) => HOLDS[requirement.scopeName](spec, requirement));
}

/** Of the pods of its namespace. */
export function podsInScope(view: View, quota: ResourceQuota): readonly string[] {
  const keys = view.by('podsByNamespace', quota.metadata.namespace);
  if (scopesOf(quota.spec).length === 0) return keys;
  return keys.filter((key) => {
    const pod = view.get('Pod', key);
    return pod !== undefined && isInScope(quota, pod.spec);
  });
}

/** As of a label: who has none is not in any list. */
function hasClass({ priorityClassName: name }: PodSpec, { operator, values = [] }: ScopeRequirement): boolean {
  const isListed = name !== undefined && values.includes(name);
  switch (operator) {
    case 'In':
      return isListed;
    case 'NotIn':
      return !isListed;
    case 'Exists':
      return name !== undefined;
    case 'DoesNotExist':
      return name === undefined;
  }
}

/** One of its terms names other namespaces, wanted or shunned. */
function looksElsewhere({ affinity }: PodSpec): boolean {
  return [affinity?.podAffinity, affinity?.podAntiAffinity].some((terms) =>
    [
      ...(terms?.requiredDuringSchedulingIgnoredDuringExecution ?? []),
      ...(terms?.preferredDuringSchedulingIgnoredDuringExecution ?? []).map(({ podAffinityTerm }) => podAffinityTerm),
    ].some(({ namespaces = [], namespaceSelector }) => namespaces.length > 0 || namespaceSelector !== undefined),
  );
}
