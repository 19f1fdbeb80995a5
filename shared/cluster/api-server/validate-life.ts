/** Rules over a container's life: probes, hooks, restart rules, and what may not be asked of init containers. */
import type { Hook } from '../../api/container.ts';
import type { Container, PodSpec, Probe } from '../../api/pod.ts';
import { invalidValue, type FieldError } from './invalid.ts';

/** `graceSeconds`: how long the pod may take to end. */
export function lifeErrors(container: Container, path: string, graceSeconds: number): readonly FieldError[] {
  const hooks = Object.entries(container.lifecycle ?? {}).flatMap(([name, hook]) =>
    hook ? hookErrors(hook, `${path}.lifecycle.${name}`, graceSeconds) : [],
  );
  const rules = ruleErrors(container, path);
  return [...probeErrors(container, path), ...hooks, ...rules];
}

/** Exactly one of the things that it may do. */
function handlerErrors(key: string, field: string, handlers: readonly unknown[]): readonly FieldError[] {
  const count = handlers.filter((handler) => handler !== undefined).length;
  if (count === 1) return [];
  const problem =
    count === 0 ? 'Required value: must specify a handler type' : 'Forbidden: may not specify more than 1 handler type';
  return [{ key, field, problem }];
}

function probeErrors({ livenessProbe, readinessProbe, startupProbe }: Container, path: string): readonly FieldError[] {
  return Object.entries({ livenessProbe, readinessProbe, startupProbe }).flatMap(([name, probe]) =>
    probe ? oneProbeErrors(probe, `${path}.${name}`, name === 'readinessProbe') : [],
  );
}

function oneProbeErrors(probe: Probe, field: string, isReadiness: boolean): readonly FieldError[] {
  const { httpGet, exec, tcpSocket, grpc, successThreshold, terminationGracePeriodSeconds: grace } = probe;
  const handlers = handlerErrors('invalidProbe', field, [httpGet, exec, tcpSocket, grpc]);
  if (isReadiness) {
    if (grace === undefined) return handlers;
    const why = 'must not be set for readinessProbes';
    return [...handlers, invalidValue('invalidReadinessGrace', `${field}.terminationGracePeriodSeconds`, grace, why)];
  }
  if (successThreshold === 1) return handlers;
  return [
    ...handlers,
    invalidValue('invalidProbeThreshold', `${field}.successThreshold`, successThreshold, 'must be 1'),
  ];
}

function hookErrors(hook: Hook, field: string, graceSeconds: number): readonly FieldError[] {
  const errors = handlerErrors('invalidHook', field, Object.values(hook));
  if (!hook.sleep || hook.sleep.seconds <= graceSeconds) return errors;
  const why = `must be non-negative and less than terminationGracePeriodSeconds (${graceSeconds})`;
  const tooLong = invalidValue('invalidSleep', `${field}.sleep`, hook.sleep.seconds, why);
  return [...errors, { ...tooLong, details: { ...tooLong.details, grace: graceSeconds } }];
}

/** Rules only beside a policy that they make an exception from. */
function ruleErrors({ restartPolicy, restartPolicyRules }: Container, path: string): readonly FieldError[] {
  if (restartPolicyRules === undefined || restartPolicy !== undefined) return [];
  const problem = 'Required value: must specify restartPolicy when restart rules are used';
  return [{ key: 'invalidRestartRules', field: `${path}.restartPolicy`, problem }];
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
