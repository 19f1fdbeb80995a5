/** Rules over a pod's volumes: each comes from one place, and what is mounted is there. */
import type { PodSpec } from '../../api/pod.ts';
import type { FieldError } from './invalid.ts';

export function volumeErrors(spec: PodSpec, path: string): readonly FieldError[] {
  const names = new Set(spec.volumes.map(({ name }) => name));
  const mounts = (['initContainers', 'containers'] as const).flatMap((list) =>
    spec[list].flatMap(({ volumeMounts }, at) =>
      volumeMounts.flatMap(({ name }, index) =>
        names.has(name)
          ? []
          : [
              {
                key: 'invalidVolumeMount',
                field: `${path}.${list}[${at}].volumeMounts[${index}].name`,
                problem: `Not found: "${name}"`,
                details: { value: name },
              },
            ],
      ),
    ),
  );
  return [...sourceErrors(spec, path), ...mounts];
}

function sourceErrors({ volumes }: PodSpec, path: string): readonly FieldError[] {
  return volumes.flatMap(({ name, ...sources }, index) => {
    const field = `${path}.volumes[${index}]`;
    const count = Object.values(sources).filter((source) => source !== undefined).length;
    if (volumes.findIndex((volume) => volume.name === name) !== index) {
      const problem = `Duplicate value: "${name}"`;
      return [{ key: 'invalidDuplicateVolume', field: `${field}.name`, problem, details: { value: name } }];
    }
    if (count <= 1) return [];
    const problem = 'Forbidden: may not specify more than 1 volume type';
    return [{ key: 'invalidVolume', field, problem, details: { value: name } }];
  });
}
