/** Affinity and spread: near which nodes and pods a pod wants to stand, and from whom it keeps away. */
import { z } from 'zod';
import type { DeepReadonly } from '../base/freeze.ts';
import { qualifiedName } from './names.ts';
import { fullLabelSelector, nodeRequirement } from './selectors.ts';

const weight = z.int().min(1).max(100);
const requirements = z.array(nodeRequirement).max(16).optional();

/** Everything in a term must hold; a term that asks for nothing means no node. */
const nodeSelectorTerm = z.strictObject({ matchExpressions: requirements, matchFields: requirements });
export type NodeSelectorTerm = DeepReadonly<z.infer<typeof nodeSelectorTerm>>;

export const nodeAffinity = z.strictObject({
  /** One of the terms is enough. */
  requiredDuringSchedulingIgnoredDuringExecution: z
    .strictObject({ nodeSelectorTerms: z.array(nodeSelectorTerm).min(1).max(16) })
    .optional(),
  preferredDuringSchedulingIgnoredDuringExecution: z
    .array(z.strictObject({ weight, preference: nodeSelectorTerm }))
    .max(16)
    .optional(),
});
export type NodeAffinity = DeepReadonly<z.infer<typeof nodeAffinity>>;

const podAffinityTerm = z.strictObject({
  labelSelector: fullLabelSelector.optional(),
  topologyKey: qualifiedName,
  /** Neither of the two: the pod's own namespace. */
  namespaces: z.array(z.string().max(63)).max(16).optional(),
  namespaceSelector: fullLabelSelector.optional(),
  /** Labels in which the other pod must be like this one, or differ from it. */
  matchLabelKeys: z.array(qualifiedName).max(8).optional(),
  mismatchLabelKeys: z.array(qualifiedName).max(8).optional(),
});
export type PodAffinityTerm = DeepReadonly<z.infer<typeof podAffinityTerm>>;

const podTerms = z.strictObject({
  requiredDuringSchedulingIgnoredDuringExecution: z.array(podAffinityTerm).max(16).optional(),
  preferredDuringSchedulingIgnoredDuringExecution: z
    .array(z.strictObject({ weight, podAffinityTerm }))
    .max(16)
    .optional(),
});

export const affinity = z.strictObject({
  nodeAffinity: nodeAffinity.optional(),
  podAffinity: podTerms.optional(),
  podAntiAffinity: podTerms.optional(),
});
export type Affinity = DeepReadonly<z.infer<typeof affinity>>;

export const topologySpreadConstraint = z.strictObject({
  maxSkew: z.int().min(1).max(1000),
  topologyKey: qualifiedName,
  whenUnsatisfiable: z.enum(['DoNotSchedule', 'ScheduleAnyway']),
  labelSelector: fullLabelSelector.optional(),
  minDomains: z.int().min(1).max(1000).optional(),
  nodeAffinityPolicy: z.enum(['Honor', 'Ignore']).optional(),
  nodeTaintsPolicy: z.enum(['Honor', 'Ignore']).optional(),
  matchLabelKeys: z.array(qualifiedName).max(8).optional(),
});
export type TopologySpreadConstraint = DeepReadonly<z.infer<typeof topologySpreadConstraint>>;
