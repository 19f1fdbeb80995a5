/** Rules over several fields of a pod. Source: pkg/apis/core/validation. */
import type { Container, PodSpec } from '../../api/pod.ts';
import { compareQuantities, quantityOf } from '../../api/quantity.ts';
import { invalidValue, type FieldError } from './invalid.ts';
import { initErrors, lifeErrors } from './validate-life.ts';
import { volumeErrors } from './validate-volumes.ts';
import { validateAffinity } from './validate-affinity.ts';

export function validatePodSpec(spec: PodSpec, path: string): readonly FieldError[] {
  const containers = (['initContainers', 'containers'] as const).flatMap((list) =>
    spec[list].flatMap((container, index) => containerErrors(container, `${path}.${list}[${index}]`)),
  );
  return [
    ...duplicateNames(spec, path),
    ...containers,
    ...initErrors(spec, path),
    ...volumeErrors(spec, path),
    ...validateAffinity(spec, path),
  ];
}

function containerErrors(container: Container, path: string): readonly FieldError[] {
  return [...overLimit(container, path), ...probeErrors(container, path), ...lifeErrors(container, path)];
}

/** Init containers and the others share one list of names. */
function duplicateNames({ initContainers, containers }: PodSpec, path: string): readonly FieldError[] {
  const named = [
    ...initContainers.map(({ name }, index) => ({ name, field: `${path}.initContainers[${index}].name` })),
    ...containers.map(({ name }, index) => ({ name, field: `${path}.containers[${index}].name` })),
  ];
  return named.flatMap(({ name, field }, index) =>
    named.findIndex((one) => one.name === name) === index
      ? []
      : [
          {
            key: 'invalidDuplicateContainer',
            field,
            problem: `Duplicate value: "${name}"`,
            details: { value: name },
          },
        ],
  );
}

function overLimit({ resources: { requests, limits } }: Container, path: string): readonly FieldError[] {
  return Object.keys(requests).flatMap((resource) => {
    const request = requests[resource];
    const limit = limits[resource];
    if (request === undefined || limit === undefined) return [];
    if (compareQuantities(quantityOf(request), quantityOf(limit)) <= 0) return [];
    const why = `must be less than or equal to ${resource} limit of ${limit}`;
    const error = invalidValue('invalidRequestAboveLimit', `${path}.resources.requests`, request, why);
    return [{ ...error, details: { ...error.details, limit, resource } }];
  });
}

function probeErrors({ livenessProbe, startupProbe }: Container, path: string): readonly FieldError[] {
  return Object.entries({ livenessProbe, startupProbe }).flatMap(([name, probe]) =>
    !probe || probe.successThreshold === 1
      ? []
      : [
          invalidValue(
            'invalidProbeThreshold',
            `${path}.${name}.successThreshold`,
            probe.successThreshold,
            'must be 1',
          ),
        ],
  );
}
