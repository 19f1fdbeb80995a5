/** What a pod states as a whole: its defaults, and how it agrees with its containers. Source: pkg/apis/core/v1/defaults.go, pkg/apis/core/validation. */
import type { PodSpec } from '../../api/pod.ts';
import { podRequest, requestSum } from '../../api/pod-sum.ts';
import { compareQuantities, formatQuantity, quantityOf } from '../../api/quantity.ts';
import { invalidValue, type FieldError } from './invalid.ts';

const KEY = 'invalidPodResources';
const isStatable = (resource: string): boolean => /^(cpu|memory|hugepages-.+)$/.test(resource);

/** Beside limits of its own, what it asks for is written down. */
export function withPodRequests(spec: PodSpec): Pick<PodSpec, 'resources'> {
  const { resources } = spec;
  if (!resources || Object.keys(resources.limits).length === 0) return {};
  const requests: Record<string, string> = { ...resources.requests };
  for (const resource of ['cpu', 'memory', ...Object.keys(resources.limits)]) {
    const request = podRequest(spec, resource);
    if (request) requests[resource] = formatQuantity(request);
  }
  return { resources: { limits: resources.limits, requests } };
}

export function podResourceErrors(spec: PodSpec, path: string): readonly FieldError[] {
  const { resources } = spec;
  if (!resources) return [];
  const { requests, limits } = resources;
  const field = `${path}.resources`;
  return [
    ...[...Object.keys(limits), ...Object.keys(requests)]
      .filter((resource) => !isStatable(resource))
      .map((resource) => invalidValue(KEY, field, resource, 'must be cpu, memory or hugepages-<size>')),
    ...Object.keys(requests).flatMap((resource) => requestErrors(spec, resource, field)),
    ...containerErrors(spec, field),
  ];
}

function requestErrors(spec: PodSpec, resource: string, field: string): readonly FieldError[] {
  const request = spec.resources?.requests[resource];
  if (request === undefined) return [];
  const limit = spec.resources?.limits[resource];
  const isOver = limit !== undefined && compareQuantities(quantityOf(request), quantityOf(limit)) > 0;
  const sum = requestSum(spec, resource);
  const isUnder = compareQuantities(sum, quantityOf(request)) > 0;
  const place = `${field}.requests[${resource}]`;
  return [
    ...(isOver
      ? [invalidValue(KEY, place, request, `must be less than or equal to ${resource} limit of ${limit}`)]
      : []),
    ...(isUnder
      ? [
          invalidValue(
            KEY,
            place,
            request,
            `must be greater than or equal to aggregate container requests of ${formatQuantity(sum)}`,
          ),
        ]
      : []),
  ];
}

/** No container may have more than the whole pod. */
function containerErrors({ containers, resources }: PodSpec, field: string): readonly FieldError[] {
  return containers.flatMap((container, index) =>
    Object.keys(container.resources.limits).flatMap((resource) => {
      const limit = container.resources.limits[resource];
      const most = resources?.limits[resource];
      if (limit === undefined || most === undefined) return [];
      if (compareQuantities(quantityOf(limit), quantityOf(most)) <= 0) return [];
      const place = `${field}.containers[${index}].limits[${resource}]`;
      return [invalidValue(KEY, place, limit, `must be less than or equal to pod limits of ${most}`)];
    }),
  );
}
