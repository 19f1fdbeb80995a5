/** The taints that a node's conditions call for. Source: pkg/controller/nodelifecycle, nodeConditionToTaintKeyStatusMap. */
import type { Condition } from '../../../api/meta.ts';
import { TAINT, type Taint } from '../../../api/node.ts';

type TaintKey = Pick<Taint, 'key' | 'effect'>;
type Reported = Pick<Condition, 'type' | 'status'>;

const BY_CONDITION: Readonly<Record<string, Readonly<Partial<Record<Condition['status'], string>>>>> = {
  Ready: { False: TAINT.notReady, Unknown: TAINT.unreachable },
  MemoryPressure: { True: 'node.kubernetes.io/memory-pressure' },
  DiskPressure: { True: 'node.kubernetes.io/disk-pressure' },
  NetworkUnavailable: { True: 'node.kubernetes.io/network-unavailable' },
  PIDPressure: { True: 'node.kubernetes.io/pid-pressure' },
};
/** Keys that are this controller's to add and to remove. */
const OWN_KEYS: ReadonlySet<string> = new Set([
  TAINT.unschedulable,
  ...Object.values(BY_CONDITION).flatMap((byStatus) => Object.values(byStatus)),
]);

export const isOwnTaint = ({ key }: Pick<Taint, 'key'>): boolean => OWN_KEYS.has(key);

/** Keep new pods away: one taint for each trouble, and one for a closed gate. */
export function conditionTaints(conditions: readonly Reported[], unschedulable: boolean): readonly TaintKey[] {
  const keys = conditions.flatMap(({ type, status }) => BY_CONDITION[type]?.[status] ?? []);
  return [...keys, ...(unschedulable ? [TAINT.unschedulable] : [])].map((key) => ({ key, effect: 'NoSchedule' }));
}

/** Send pods off: only for a node that is not ready, or of which nothing is known. */
export function evictionTaints(conditions: readonly Reported[]): readonly TaintKey[] {
  const ready = conditions.find((condition) => condition.type === 'Ready');
  const key = ready && BY_CONDITION['Ready']?.[ready.status];
  return key === undefined ? [] : [{ key, effect: 'NoExecute' }];
}

const EVICTING: ReadonlySet<string> = new Set([TAINT.notReady, TAINT.unreachable]);

/** This controller told the node's pods to leave. */
export function isEvictionTaint({ key, effect }: TaintKey): boolean {
  return effect === 'NoExecute' && EVICTING.has(key);
}

export function isEvicting(taints: readonly TaintKey[]): boolean {
  return taints.some(isEvictionTaint);
}

export interface TaintChanges {
  readonly missing: readonly TaintKey[];
  readonly surplus: readonly TaintKey[];
}

/** What to put up and what to take down. Taints that others set are theirs. */
export function taintChanges(present: readonly TaintKey[], wanted: readonly TaintKey[]): TaintChanges {
  const has = (list: readonly TaintKey[], { key, effect }: TaintKey) =>
    list.some((taint) => taint.key === key && taint.effect === effect);
  return {
    missing: wanted.filter((taint) => !has(present, taint)),
    surplus: present.filter((taint) => isOwnTaint(taint) && taint.effect !== 'PreferNoSchedule' && !has(wanted, taint)),
  };
}
