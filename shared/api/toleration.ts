/** Does a toleration cover a taint? Source: k8s.io/component-helpers/scheduling/corev1, ToleratesTaint. */
import type { Taint } from './node.ts';
import type { Toleration } from './pod.ts';

export type TaintMatter = Pick<Taint, 'key' | 'value' | 'effect'>;

export function tolerates(toleration: Toleration, taint: TaintMatter): boolean {
  if (toleration.effect !== undefined && toleration.effect !== taint.effect) return false;
  if (toleration.key !== undefined && toleration.key !== taint.key) return false;
  if (toleration.operator === 'Exists') return true;
  if (toleration.key === undefined) return false;
  if (toleration.operator === 'Equal') return toleration.value === taint.value;
  return isBeyond(toleration.operator, taint.value, toleration.value);
}

const INTEGER = /^(0|-?[1-9]\d{0,17})$/;

/** Numbers only, as whole ones: is the taint's less, or greater, than what is borne? */
function isBeyond(operator: 'Lt' | 'Gt', value: string, bound: string): boolean {
  if (!INTEGER.test(value) || !INTEGER.test(bound)) return false;
  return operator === 'Lt' ? BigInt(value) < BigInt(bound) : BigInt(value) > BigInt(bound);
}

export function isTolerated(tolerations: readonly Toleration[], taint: TaintMatter): boolean {
  return tolerations.some((toleration) => tolerates(toleration, taint));
}
