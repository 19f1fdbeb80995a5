/** What a careless player's pods wish for: near, far, evenly, important, a port of the node. */
import { MANIFESTS } from '../../shared/api/kinds.ts';
import { schedulerPolicy } from '../../shared/api/world/scheduler-policy.ts';
import type { Chance } from './chance.ts';

const HOST = 'kubernetes.io/hostname';
const CLASSES = { gold: 100, silver: 10, bronze: -5 } as const;

export function priorityClass(chance: Chance) {
  const name = chance.pick(['gold', 'silver', 'bronze'] as const);
  return MANIFESTS.PriorityClass.parse({
    apiVersion: 'scheduling.k8s.io/v1',
    kind: 'PriorityClass',
    metadata: { name },
    value: CLASSES[name] + chance.below(3),
    globalDefault: chance.percent(10),
    preemptionPolicy: chance.percent(20) ? 'Never' : 'PreemptLowerPriority',
  });
}

/** Fields of a pod's spec. */
export function wishes(chance: Chance, names: readonly string[]): object {
  const term = () => ({ labelSelector: { matchLabels: { app: chance.pick(names) } }, topologyKey: HOST });
  const terms = () =>
    chance.percent(50)
      ? { requiredDuringSchedulingIgnoredDuringExecution: [term()] }
      : { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 50, podAffinityTerm: term() }] };
  const constraint = () => ({
    maxSkew: 1 + chance.below(2),
    topologyKey: HOST,
    whenUnsatisfiable: chance.pick(['DoNotSchedule', 'ScheduleAnyway']),
    labelSelector: { matchLabels: { app: chance.pick(names) } },
  });
  return {
    ...(chance.percent(25) ? { affinity: { [chance.pick(['podAffinity', 'podAntiAffinity'])]: terms() } } : {}),
    ...(chance.percent(15) ? { topologySpreadConstraints: [constraint()] } : {}),
    ...(chance.percent(30) ? { priorityClassName: chance.pick(['gold', 'silver', 'system-cluster-critical']) } : {}),
  };
}

export function policy(chance: Chance) {
  return schedulerPolicy.parse({
    strategy: chance.pick(['LeastAllocated', 'MostAllocated']),
    weights: { ImageLocality: chance.below(5), InterPodAffinity: chance.below(3) },
    ...(chance.percent(10) ? { resources: [] } : {}),
  });
}
