/** Priority admission: the number that a pod's class stands for. Source: plugin/pkg/admission/priority. */
import type { PodSpec } from '../../api/pod.ts';
import { SYSTEM_CLASSES, type PriorityClass } from '../../api/priority-class.ts';
import { failure, type Status } from '../../api/status.ts';
import type { View } from '../../store/store.ts';

type Priority = Pick<PriorityClass, 'value' | 'preemptionPolicy'>;

const ORDINARY: Priority = { value: 0, preemptionPolicy: 'PreemptLowerPriority' };

function classNamed(view: View, name: string): Priority | undefined {
  const value = SYSTEM_CLASSES[name];
  return value === undefined ? view.get('PriorityClass', name) : { ...ORDINARY, value };
}

/** Of several defaults the least counts. */
export function defaultClass(view: View): PriorityClass | undefined {
  let least: PriorityClass | undefined;
  for (const name of view.keys('PriorityClass')) {
    const candidate = view.get('PriorityClass', name);
    if (candidate?.globalDefault && (least === undefined || candidate.value < least.value)) least = candidate;
  }
  return least;
}

/** The last answer for each spec, so that the pods of one template share theirs. */
const PRIORITIZED = new WeakMap<PodSpec, PodSpec>();

/** A class that is gone again counts as none. An ordinary pod's spec stays as it is. */
export function withPriority(view: View, spec: PodSpec): PodSpec {
  const { priorityClassName } = spec;
  const found = priorityClassName === undefined ? defaultClass(view) : classNamed(view, priorityClassName);
  const { value, preemptionPolicy } = found ?? ORDINARY;
  if (value === 0 && preemptionPolicy === 'PreemptLowerPriority') return spec;
  const policy = spec.preemptionPolicy ?? preemptionPolicy;
  let prioritized = PRIORITIZED.get(spec);
  if (prioritized?.priority !== value || prioritized.preemptionPolicy !== policy) {
    prioritized = { ...spec, priority: value, preemptionPolicy: policy };
    PRIORITIZED.set(spec, prioritized);
  }
  return prioritized;
}

/** No pod gives itself a number, or says whether it pushes others out: only a class does. */
export function priorityRefusal(view: View, name: string, spec: PodSpec): Status | null {
  const { priorityClassName, priority, preemptionPolicy } = spec;
  const forbidden = (key: string, why: string, details: Readonly<Record<string, string | number>>) =>
    failure('Forbidden', key, `pods "${name}" is forbidden: ${why}`, { name, ...details });
  const found = priorityClassName === undefined ? defaultClass(view) : classNamed(view, priorityClassName);
  if (priorityClassName !== undefined && found === undefined) {
    const why = `no PriorityClass with name ${priorityClassName} was found`;
    return forbidden('priorityClassMissing', why, { class: priorityClassName });
  }
  const { value, preemptionPolicy: policy } = found ?? ORDINARY;
  if (priority === undefined || priority === value) {
    if (preemptionPolicy === undefined || preemptionPolicy === policy) return null;
    const why = `the string value of PreemptionPolicy (${preemptionPolicy}) must not be provided in pod spec; priority admission controller computed ${policy} from the given PriorityClass name`;
    return forbidden('preemptionByHand', why, { policy: preemptionPolicy, value: policy });
  }
  const why = `the integer value of priority (${priority}) must not be provided in pod spec; priority admission controller computed ${value} from the given PriorityClass name`;
  return forbidden('priorityByHand', why, { priority, value });
}
