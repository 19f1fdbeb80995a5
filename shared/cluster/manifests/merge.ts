/**
 * The three-way merge behind `apply`: what the author wrote the last time, what is written now, and what is there.
 * What was written and is written no longer goes; what is written now wins; what others have set stays.
 */
import { isList, isObject, type Json, type JsonObject } from './json.ts';
import { mergeKeyOf, ONE_SHAPE_FIELDS, ONE_SHAPE_ITEMS } from './list-keys.ts';

export function threeWayMerge(last: JsonObject, written: JsonObject, live: JsonObject): JsonObject {
  const merged: Record<string, Json> = {};
  for (const key of Object.keys(live)) {
    const isTakenBack = Object.hasOwn(last, key) && !Object.hasOwn(written, key);
    if (!isTakenBack) merged[key] = live[key] as Json;
  }
  for (const key of Object.keys(written)) {
    merged[key] = mergeValue(key, last[key], written[key] as Json, live[key]);
  }
  return merged;
}

function mergeValue(field: string, last: Json | undefined, written: Json, live: Json | undefined): Json {
  if (isObject(written) && isObject(live)) {
    const kept = ONE_SHAPE_FIELDS.has(field) ? onlyKeysOf(live, written) : live;
    return threeWayMerge(isObject(last) ? last : {}, written, kept);
  }
  if (isList(written) && isList(live)) {
    const before = isList(last) ? last : [];
    const key = mergeKeyOf(field, before, written, live);
    if (key !== undefined) return mergeLists(field, key, before, written, live);
  }
  return written;
}

/** In the author's order, and between them, as far as that goes, what others have added where they have put it. */
function mergeLists(
  field: string,
  key: string,
  last: readonly Json[],
  written: readonly Json[],
  live: readonly Json[],
): Json {
  const find = (list: readonly Json[], id: Json | undefined) =>
    list.find((item): item is JsonObject => isObject(item) && item[key] === id);
  const idOf = (item: Json) => (isObject(item) ? item[key] : undefined);
  const merged = written.map((item) => {
    const standing = find(live, idOf(item));
    if (!isObject(item) || !standing) return item;
    const kept = ONE_SHAPE_ITEMS.has(field) ? onlyKeysOf(standing, item) : standing;
    return threeWayMerge(find(last, idOf(item)) ?? {}, item, kept);
  });
  const others = live.filter((item) => !find(written, idOf(item)) && !find(last, idOf(item)));
  const placeOf = (item: Json) => live.findIndex((one) => idOf(one) === idOf(item));
  return interleaved(merged, others, placeOf);
}

/** Both keep their order. Source: strategicpatch, mergeSortedSlice. */
function interleaved(own: readonly Json[], others: readonly Json[], placeOf: (item: Json) => number): readonly Json[] {
  const left = [...others];
  const result = own.flatMap((item) => {
    const place = placeOf(item);
    const first = left.findIndex((other) => placeOf(other) >= place);
    return [...left.splice(0, first === -1 ? left.length : first), item];
  });
  return [...result, ...left];
}

function onlyKeysOf(live: JsonObject, written: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(live).filter(([key]) => Object.hasOwn(written, key)));
}
