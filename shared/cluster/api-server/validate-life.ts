/** Rules over a container's life: hooks, restart rules, and what may not be asked of init containers. */
import type { Container, PodSpec } from '../../api/pod.ts';
import type { FieldError } from './invalid.ts';

/** One handler for each hook; rules only beside a policy that they make an exception from. */
export function lifeErrors(container: Container, path: string): readonly FieldError[] {
  const hooks = Object.entries(container.lifecycle ?? {}).flatMap(([name, hook]) => {
    const handlers = Object.values(hook ?? {}).filter((handler) => handler !== undefined).length;
    if (hook === undefined || handlers === 1) return [];
    const problem =
      handlers === 0
        ? 'Required value: must specify a handler type'
        : 'Forbidden: may not specify more than 1 handler type';
    return [{ key: 'invalidHook', field: `${path}.lifecycle.${name}`, problem }];
  });
  if (container.restartPolicyRules === undefined || container.restartPolicy !== undefined) return hooks;
  const problem = 'Required value: must specify restartPolicy when restart rules are used';
  return [...hooks, { key: 'invalidRestartRules', field: `${path}.restartPolicy`, problem }];
}

const ONLY_LASTING = ['livenessProbe', 'readinessProbe', 'startupProbe', 'lifecycle'] as const;

/** Whoever is to end is not asked how it lives. Sidecars are. */
export function initErrors({ initContainers }: PodSpec, path: string): readonly FieldError[] {
  return initContainers.flatMap((container, index) => {
    if (container.restartPolicy === 'Always') return [];
    return ONLY_LASTING.filter((name) => container[name] !== undefined).map((name) => ({
      key: 'invalidInitField',
      field: `${path}.initContainers[${index}].${name}`,
      problem: 'Forbidden: may not be set for init containers without restartPolicy=Always',
      details: { value: name },
    }));
  });
}
