/** What differs between two states of an object, field by field: `spec.template.spec.containers[name=web].image`. */
import { isEqual } from '../../base/equal.ts';
import { sortedKeys } from '../../base/order.ts';
import { isList, isObject, type Json } from './json.ts';
import { mergeKeyOf } from './list-keys.ts';

export interface FieldChange {
  readonly path: string;
  /** Absent where the field is new. */
  readonly before?: Json;
  /** Absent where the field goes. */
  readonly after?: Json;
}

export function changesBetween(
  before: Json | undefined,
  after: Json | undefined,
  path = '',
  field = '',
): readonly FieldChange[] {
  if (before !== undefined && after !== undefined && isEqual(before, after)) return [];
  if (isObject(before) && isObject(after)) {
    return sortedKeys({ ...before, ...after }).flatMap((key) =>
      changesBetween(before[key], after[key], path === '' ? key : `${path}.${key}`, key),
    );
  }
  if (isList(before) && isList(after)) {
    const key = mergeKeyOf(field, before, after);
    if (key !== undefined) return changesOfItems(before, after, key, path);
  }
  return [{ path, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }];
}

function changesOfItems(
  before: readonly Json[],
  after: readonly Json[],
  key: string,
  path: string,
): readonly FieldChange[] {
  const idOf = (item: Json) => (isObject(item) ? item[key] : undefined);
  const find = (list: readonly Json[], id: Json | undefined) => list.find((item) => idOf(item) === id);
  const ids = [...new Set([...before, ...after].map(idOf))];
  const changes = ids.flatMap((id) =>
    changesBetween(find(before, id), find(after, id), `${path}[${key}=${String(id)}]`),
  );
  // The same items in another order.
  return changes.length > 0 ? changes : [{ path, before, after }];
}
