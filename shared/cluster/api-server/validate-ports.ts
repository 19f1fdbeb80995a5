/** Rules over a pod's ports: names and doors of the node that are there twice. Source: pkg/apis/core/validation. */
import type { PodSpec } from '../../api/pod.ts';
import type { FieldError } from './invalid.ts';

const KEY = 'invalidDuplicatePodPort';

export function portErrors(spec: PodSpec, path: string): readonly FieldError[] {
  return [...nameErrors(spec, path), ...nodeErrors(spec, path)];
}

/** Within one container a name means one port. */
function nameErrors(spec: PodSpec, path: string): readonly FieldError[] {
  return (['initContainers', 'containers'] as const).flatMap((list) =>
    spec[list].flatMap(({ ports }, at) =>
      ports.flatMap(({ name }, index) =>
        name === undefined || ports.findIndex((port) => port.name === name) === index
          ? []
          : twice(`${path}.${list}[${at}].ports[${index}].name`, name),
      ),
    ),
  );
}

/** A door of the node has one owner; init containers open theirs one after the other. */
function nodeErrors({ containers }: PodSpec, path: string): readonly FieldError[] {
  const doors = containers.flatMap(({ ports }, at) =>
    ports.flatMap(({ hostPort, hostIP = '', protocol = 'TCP' }, index) =>
      hostPort === undefined
        ? []
        : { field: `${path}.containers[${at}].ports[${index}].hostPort`, door: `${protocol}/${hostIP}/${hostPort}` },
    ),
  );
  return doors.flatMap(({ field, door }, index) =>
    doors.findIndex((other) => other.door === door) === index ? [] : twice(field, door),
  );
}

function twice(field: string, value: string): readonly FieldError[] {
  return [{ key: KEY, field, problem: `Duplicate value: "${value}"`, details: { value } }];
}
