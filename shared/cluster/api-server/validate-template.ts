/** Rules over a pod template: how its pods begin again, and what else holds of every pod. Source: pkg/apis/apps, batch. */
import type { PodTemplate } from '../../api/pod.ts';
import type { FieldError } from './invalid.ts';
import { validatePodSpec } from './validate-pod.ts';

/** `isWork`: it is to end. */
export function templateErrors(template: PodTemplate, path: string, isWork: boolean): readonly FieldError[] {
  const { restartPolicy } = template.spec;
  const isAlways = restartPolicy === 'Always';
  const supported = isWork ? '"OnFailure", "Never"' : '"Always"';
  const field = `${path}.spec.restartPolicy`;
  const key = isWork ? 'invalidJobRestartPolicy' : 'invalidRestartPolicy';
  const problem = `Unsupported value: "${restartPolicy}": supported values: ${supported}`;
  const wrong = isAlways === isWork ? [{ key, field, problem, details: { value: restartPolicy } }] : [];
  return [...wrong, ...validatePodSpec(template.spec, `${path}.spec`)];
}
