/** SchedulerPolicy: by which rules this cluster's dispatch room scores. Absent: as Kubernetes comes. */
import { z } from 'zod';
import type { DeepReadonly } from '../../base/freeze.ts';
import { nodeAffinity } from '../affinity.ts';
import { dns1123Subdomain, qualifiedName } from '../names.ts';

/** Oracle: scheduler.scoreWeights. */
const DEFAULT_WEIGHTS = {
  TaintToleration: 3,
  NodeAffinity: 2,
  PodTopologySpread: 2,
  InterPodAffinity: 2,
  NodeResourcesFit: 1,
  NodeResourcesBalancedAllocation: 1,
  ImageLocality: 1,
} as const;
export type ScoreName = keyof typeof DEFAULT_WEIGHTS;

const weight = z.int().min(0).max(100);
const weights = z.strictObject({
  TaintToleration: weight.default(DEFAULT_WEIGHTS.TaintToleration),
  NodeAffinity: weight.default(DEFAULT_WEIGHTS.NodeAffinity),
  PodTopologySpread: weight.default(DEFAULT_WEIGHTS.PodTopologySpread),
  InterPodAffinity: weight.default(DEFAULT_WEIGHTS.InterPodAffinity),
  NodeResourcesFit: weight.default(DEFAULT_WEIGHTS.NodeResourcesFit),
  NodeResourcesBalancedAllocation: weight.default(DEFAULT_WEIGHTS.NodeResourcesBalancedAllocation),
  ImageLocality: weight.default(DEFAULT_WEIGHTS.ImageLocality),
});

/** Source: pkg/scheduler/apis/config/validation: a resource counts 1 to 100 times. */
const scoredResource = z.strictObject({ name: qualifiedName, weight: z.int().min(1).max(100).default(1) });
export type ScoredResource = DeepReadonly<z.infer<typeof scoredResource>>;

/** Source: pkg/scheduler/apis/config/v1/defaults.go. */
const DEFAULT_RESOURCES: ScoredResource[] = [
  { name: 'cpu', weight: 1 },
  { name: 'memory', weight: 1 },
];

export const schedulerPolicy = z.strictObject({
  /** 0 leaves a plugin's score out. */
  weights: weights.default(DEFAULT_WEIGHTS),
  /** Emptier nodes first, or fuller ones, so that others become free. */
  strategy: z.enum(['LeastAllocated', 'MostAllocated']).default('LeastAllocated'),
  /** What room is scored by. */
  resources: z.array(scoredResource).max(8).default(DEFAULT_RESOURCES),
  /** Oracle: scheduler.percentageOfNodesToScore; 0 is adaptive. */
  percentageOfNodesToScore: z.int().min(0).max(100).default(0),
  /** What another pod's required affinity counts in scores. Source: interpodaffinity's args. */
  hardPodAffinityWeight: z.int().min(0).max(100).default(1),
  ignorePreferredTermsOfExistingPods: z.boolean().default(false),
  /** Extended resources that no room is asked for, by name and by what stands before the slash. Source: the fit's args. */
  ignoredResources: z.array(qualifiedName).max(8).optional(),
  ignoredResourceGroups: z.array(dns1123Subdomain).max(8).optional(),
  /** System spreads pods that state no constraint. Source: podtopologyspread's args; left out, as List with no list. */
  spreadDefaulting: z.enum(['System', 'List']).optional(),
  /** Laid on every pod. */
  addedAffinity: nodeAffinity.optional(),
});

export interface SchedulerPolicy extends DeepReadonly<z.infer<typeof schedulerPolicy>> {
  readonly kind: 'SchedulerPolicy';
  readonly key: 'policy';
}

export const DEFAULT_POLICY: SchedulerPolicy = { kind: 'SchedulerPolicy', key: 'policy', ...schedulerPolicy.parse({}) };
