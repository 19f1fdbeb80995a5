/** Rules over a pod template: how its pods begin again, and what else holds of every pod. Source: pkg/apis/apps, batch. */
import type { PodTemplate } from '../../api/pod.ts';
import type { FieldError } from './invalid.ts';
import { validatePodSpec } from './validate-pod.ts';

/** Who keeps its pods; work is to end, all others are to stay. */
export type Keeper = 'ReplicaSet' | 'StatefulSet' | 'DaemonSet' | 'work';

export function templateErrors(template: PodTemplate, path: string, keeper: Keeper): readonly FieldError[] {
  const { restartPolicy } = template.spec;
  const isWork = keeper === 'work';
  const isAlways = restartPolicy === 'Always';
  const supported = isWork ? '"OnFailure", "Never"' : '"Always"';
  const field = `${path}.spec.restartPolicy`;
  const key = isWork ? 'invalidJobRestartPolicy' : 'invalidRestartPolicy';
  const problem = `Unsupported value: "${restartPolicy}": supported values: ${supported}`;
  const wrong = isAlways === isWork ? [{ key, field, problem, details: { value: restartPolicy } }] : [];
  return [...wrong, ...deadlineErrors(template, path, keeper), ...validatePodSpec(template.spec, `${path}.spec`)];
}

function deadlineErrors({ spec }: PodTemplate, path: string, keeper: Keeper): readonly FieldError[] {
  if (keeper === 'work' || spec.activeDeadlineSeconds === undefined) return [];
  const field = `${path}.spec.activeDeadlineSeconds`;
  const problem = `Forbidden: activeDeadlineSeconds in ${keeper} is not Supported`;
  return [{ key: 'invalidPodDeadline', field, problem }];
}
