/** Structural equality and the first difference of plain data. */
export interface Difference {
  /** Dotted path, e.g. `.status.conditions.3.reason`. */
  readonly path: string;
  readonly left: unknown;
  readonly right: unknown;
}

export function firstDifference(left: unknown, right: unknown, path = ''): Difference | null {
  if (Object.is(left, right)) return null;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null)
    return { path, left, right };
  if (Array.isArray(left) !== Array.isArray(right)) return { path, left, right };
  const a = left as Record<string, unknown>;
  const b = right as Record<string, unknown>;
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const difference = firstDifference(a[key], b[key], `${path}.${key}`);
    if (difference) return difference;
  }
  return null;
}

export function isEqual(left: unknown, right: unknown): boolean {
  return firstDifference(left, right) === null;
}
