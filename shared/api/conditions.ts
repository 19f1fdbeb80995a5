/** Conditions of an object: set by type; the transition time moves only when the status does, as in Kubernetes. */
import type { Condition } from './meta.ts';

export function withCondition<Type extends string>(
  conditions: readonly Condition<Type>[],
  condition: Omit<Condition<Type>, 'lastTransitionTick'>,
  tick: number,
): readonly Condition<Type>[] {
  const before = conditions.find(({ type }) => type === condition.type);
  const lastTransitionTick = before?.status === condition.status ? before.lastTransitionTick : tick;
  const after = { ...condition, lastTransitionTick };
  return before === undefined ? [...conditions, after] : conditions.map((item) => (item === before ? after : item));
}
