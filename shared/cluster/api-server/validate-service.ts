/** Rules over several fields of a Service: its type, its address, and ports that can be told apart. Source: pkg/apis/core/validation. */
import { isExternal, NO_ADDRESS, type ServiceSpec } from '../../api/service.ts';
import { invalidValue, type FieldError } from './invalid.ts';

/** What its type asks for, and what does not go with it. */
export function kindErrors(spec: ServiceSpec): readonly FieldError[] {
  const { type, clusterIP, externalName, ports } = spec;
  const isHeadless = clusterIP === NO_ADDRESS;
  if (type === 'ExternalName') {
    const key = 'invalidExternalName';
    const address = 'Forbidden: may not be set for ExternalName services';
    return [
      ...(externalName === undefined ? [{ key, field: 'spec.externalName', problem: 'Required value' }] : []),
      ...(clusterIP ? [{ key, field: 'spec.clusterIPs[0]', problem: address }] : []),
    ];
  }
  if (isHeadless && isExternal(spec)) {
    const why = `may not be set to 'None' for ${type} services`;
    return [invalidValue('invalidHeadless', 'spec.clusterIPs[0]', clusterIP, why)];
  }
  if (ports.length > 0 || isHeadless) return [];
  return [{ key: 'invalidPortsMissing', field: 'spec.ports', problem: 'Required value' }];
}

export function portErrors({ ports }: ServiceSpec): readonly FieldError[] {
  return ports.flatMap(({ name, port, protocol = 'TCP' }, index) => {
    const field = `spec.ports[${index}]`;
    if (ports.length > 1 && name === undefined) {
      return [{ key: 'invalidPortName', field: `${field}.name`, problem: 'Required value' }];
    }
    const earlier = ports.slice(0, index);
    if (name !== undefined && earlier.some((other) => other.name === name)) return [twice(`${field}.name`, name)];
    const isSame = earlier.some((other) => other.port === port && (other.protocol ?? 'TCP') === protocol);
    return isSame ? [twice(field, { port, protocol })] : [];
  });
}

function twice(field: string, value: unknown): FieldError {
  const shown = JSON.stringify(value);
  return { key: 'invalidDuplicatePort', field, problem: `Duplicate value: ${shown}`, details: { value: shown } };
}
