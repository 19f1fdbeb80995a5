/** Whom a node under pressure still lets in. Source: pkg/kubelet/eviction/eviction_manager.go, Admit. */
import type { NodeConditionType } from '../../../api/node.ts';
import type { PodSpec } from '../../../api/pod.ts';
import { qosClassOf } from '../../../api/qos.ts';
import { isTolerated } from '../../../api/toleration.ts';

/** Oracle: scheduler.prioritySystemCluster. Without such a pod the node or the cluster does not work at all. */
const CRITICAL_PRIORITY = 2_000_000_000;
const MEMORY_TAINT = { key: 'node.kubernetes.io/memory-pressure', value: '', effect: 'NoSchedule' } as const;

export type AdmittedSpec = Pick<PodSpec, 'containers' | 'initContainers' | 'tolerations' | 'priority' | 'resources'>;

export function isCritical({ priority = 0 }: Pick<PodSpec, 'priority'>): boolean {
  return priority >= CRITICAL_PRIORITY;
}

export function isAdmittedUnder(conditions: readonly NodeConditionType[], spec: AdmittedSpec): boolean {
  if (conditions.length === 0 || isCritical(spec)) return true;
  const onlyMemory = conditions.every((condition) => condition === 'MemoryPressure');
  if (!onlyMemory) return false;
  return qosClassOf(spec) !== 'BestEffort' || isTolerated(spec.tolerations, MEMORY_TAINT);
}
