/** Rules over several ports of a Service: each can be told from the others. Source: pkg/apis/core/validation. */
import type { ServiceSpec } from '../../api/service.ts';
import type { FieldError } from './invalid.ts';

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
