/** Rules over several fields of a pod. Source: pkg/apis/core/validation. */
import type { Container, PodSpec } from '../../api/pod.ts';
import { compareQuantities, quantityOf } from '../../api/quantity.ts';
import { invalidValue, type FieldError } from './invalid.ts';
import { validateAffinity } from './validate-affinity.ts';

export function validatePodSpec(spec: PodSpec, path: string): readonly FieldError[] {
  const containers = spec.containers.flatMap((container, index) => [
    ...duplicateName(spec.containers, index, path),
    ...overLimit(container, `${path}.containers[${index}]`),
    ...probeErrors(container, `${path}.containers[${index}]`),
  ]);
  return [...containers, ...validateAffinity(spec, path)];
}

function duplicateName(containers: readonly Container[], index: number, path: string): readonly FieldError[] {
  const name = containers[index]?.name ?? '';
  if (containers.findIndex((container) => container.name === name) === index) return [];
  const field = `${path}.containers[${index}].name`;
  return [{ key: 'invalidDuplicateContainer', field, problem: `Duplicate value: "${name}"`, details: { value: name } }];
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

function probeErrors({ livenessProbe }: Container, path: string): readonly FieldError[] {
  if (!livenessProbe || livenessProbe.successThreshold === 1) return [];
  const field = `${path}.livenessProbe.successThreshold`;
  return [invalidValue('invalidProbeThreshold', field, livenessProbe.successThreshold, 'must be 1')];
}
