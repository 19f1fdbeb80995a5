/** JSON as manifests are made of, and the two questions that everybody asks of it. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isList(value: unknown): value is readonly Json[] {
  return Array.isArray(value);
}

/** What an index or a key leads to; undefined where there is nothing of the kind. */
export function member(value: unknown, key: string | number): Json | undefined {
  if (isList(value) && typeof key === 'number') return value[key];
  return isObject(value) && typeof key === 'string' && Object.hasOwn(value, key) ? value[key] : undefined;
}
