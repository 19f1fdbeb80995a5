/** 422 Invalid: which field is wrong and why, in the API server's words. Source: apimachinery/pkg/util/validation/field. */
import { failure, type Status } from '../../api/status.ts';
import { must } from '../../base/assert.ts';

export interface FieldError {
  /** Our sentence: client texts `refusal.<key>`. */
  readonly key: string;
  readonly field: string;
  /** What the API server says after the field's name. */
  readonly problem: string;
  readonly details?: Readonly<Record<string, string | number>>;
}

export function invalidValue(key: string, field: string, value: unknown, why: string): FieldError {
  const shown = typeof value === 'string' ? JSON.stringify(value) : JSON.stringify(value ?? null);
  return { key, field, problem: `Invalid value: ${shown}: ${why}`, details: { value: shown.slice(0, 200) } };
}

const QUALIFIED: Readonly<Record<string, string>> = { Deployment: 'Deployment.apps' };

/** Null where nothing is wrong. The first error gives the sentence, all of them the message. */
export function invalid(kind: string, name: string, errors: readonly FieldError[]): Status | null {
  if (errors.length === 0) return null;
  const first = must(errors[0], 'first error');
  const texts = errors.map(({ field, problem }) => `${field}: ${problem}`);
  const list = texts.length === 1 ? texts.join('') : `[${texts.join(', ')}]`;
  return failure('Invalid', first.key, `${QUALIFIED[kind] ?? kind} "${name}" is invalid: ${list}`, {
    kind,
    name,
    field: first.field,
    ...first.details,
  });
}
