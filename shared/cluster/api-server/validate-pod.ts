/** Rules over several fields of a pod. Source: pkg/apis/core/validation. */
import type { Container, PodSpec } from '../../api/pod.ts';
import { compareQuantities, quantityOf } from '../../api/quantity.ts';
import { invalidValue, type FieldError } from './invalid.ts';
import { initErrors, lifeErrors } from './validate-life.ts';
import { podResourceErrors } from './pod-resources.ts';
import { portErrors } from './validate-ports.ts';
import { tolerationErrors } from './validate-tolerations.ts';
import { volumeErrors } from './validate-volumes.ts';
import { validateAffinity } from './validate-affinity.ts';

export function validatePodSpec(spec: PodSpec, path: string): readonly FieldError[] {
  const containers = (['initContainers', 'containers'] as const).flatMap((list) =>
    spec[list].flatMap((container, index) =>
      containerErrors(container, `${path}.${list}[${index}]`, spec.terminationGracePeriodSeconds),
    ),
  );
  return [
    ...duplicateNames(spec, path),
    ...containers,
    ...podResourceErrors(spec, path),
    ...portErrors(spec, path),
    ...initErrors(spec, path),
    ...tolerationErrors(spec.tolerations, `${path}.tolerations`),
    ...volumeErrors(spec, path),
    ...validateAffinity(spec, path),
  ];
}

function containerErrors(container: Container, path: string, graceSeconds: number): readonly FieldError[] {
  return [
    ...overLimit(container, path),
    ...environmentErrors(container, path),
    ...mountErrors(container, path),
    ...lifeErrors(container, path, graceSeconds),
  ];
}

const ONE_SOURCE = 'may not have more than one field specified at a time';

/** A variable has one source, and so has a whole map of them. */
function environmentErrors({ env, envFrom }: Container, path: string): readonly FieldError[] {
  const severalSources = (field: string, name: string, why: string): FieldError => ({
    key: 'invalidVariable',
    field,
    problem: `Invalid value: "": ${why}`,
    details: { value: name },
  });
  const variables = env.flatMap(({ name, value, valueFrom }, index) => {
    const field = `${path}.env[${index}].valueFrom`;
    if (!valueFrom) return [];
    if (value !== '') return [severalSources(field, name, 'may not be specified when `value` is not empty')];
    return Object.keys(valueFrom).length > 1 ? [severalSources(field, name, ONE_SOURCE)] : [];
  });
  const maps = envFrom.flatMap(({ configMapRef, secretRef }, index) =>
    configMapRef && secretRef ? [severalSources(`${path}.envFrom[${index}]`, configMapRef.name, ONE_SOURCE)] : [],
  );
  return [...variables, ...maps];
}

/** Two things do not hang in one place. */
function mountErrors({ volumeMounts }: Container, path: string): readonly FieldError[] {
  return volumeMounts.flatMap(({ mountPath }, index) => {
    if (volumeMounts.findIndex((mount) => mount.mountPath === mountPath) === index) return [];
    return [invalidValue('invalidMountPath', `${path}.volumeMounts[${index}].mountPath`, mountPath, 'must be unique')];
  });
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
    if (request === undefined) return [];
    if (limit === undefined) return isShared(resource) ? [] : [unlimited(resource, path)];
    const order = compareQuantities(quantityOf(request), quantityOf(limit));
    if (order !== 0 && !isShared(resource)) {
      const why = `must be equal to ${resource} limit of ${limit}`;
      const error = invalidValue('invalidOvercommit', `${path}.resources.requests`, request, why);
      return [{ ...error, details: { ...error.details, resource } }];
    }
    if (order <= 0) return [];
    const why = `must be less than or equal to ${resource} limit of ${limit}`;
    const error = invalidValue('invalidRequestAboveLimit', `${path}.resources.requests`, request, why);
    return [{ ...error, details: { ...error.details, limit, resource } }];
  });
}

/** What containers may share out among themselves; a device or a huge page has one owner. Source: IsOvercommitAllowed. */
const isShared = (resource: string): boolean => !resource.includes('/') && !resource.startsWith('hugepages-');

function unlimited(resource: string, path: string): FieldError {
  const problem = 'Required value: Limit must be set for non overcommitable resources';
  return { key: 'invalidOvercommit', field: `${path}.resources.limits`, problem, details: { resource } };
}
