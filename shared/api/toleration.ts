/** Does a toleration cover a taint? Source: k8s.io/component-helpers/scheduling/corev1, ToleratesTaint. */
import type { Taint } from './node.ts';
import type { Toleration } from './pod.ts';

export type TaintMatter = Pick<Taint, 'key' | 'value' | 'effect'>;

export function tolerates(toleration: Toleration, taint: TaintMatter): boolean {
  if (toleration.effect !== undefined && toleration.effect !== taint.effect) return false;
  if (toleration.key !== undefined && toleration.key !== taint.key) return false;
  if (toleration.operator === 'Exists') return true;
  return toleration.key !== undefined && toleration.value === taint.value;
}

export function isTolerated(tolerations: readonly Toleration[], taint: TaintMatter): boolean {
  return tolerations.some((toleration) => tolerates(toleration, taint));
}
