/**
 * A document before it is checked: nulls and zero values count as left out, numbers may stand for quantities, and known fields that
 * are not played are taken out, each with a warning.
 */
import { INERT_SOURCES } from '../../../api/volume.ts';
import { isList, isObject, type Json } from '../json.ts';
import { ignoredWhy, scopeOf, type IgnoredWhy } from './ignored-fields.ts';
import { QUANTITY_PLACES } from './quantities.ts';
import { childOf, type SchemaNode } from './schema-tree.ts';
import { saysNothing } from './zero-values.ts';

const INERT: ReadonlySet<string> = new Set(INERT_SOURCES);

export type Path = readonly (string | number)[];

export interface IgnoredField {
  readonly path: Path;
  readonly why: IgnoredWhy;
}

export interface Tidied {
  readonly value: Json;
  readonly ignored: readonly IgnoredField[];
}

export function tidy(kind: string, manifest: Json, tree: SchemaNode): Tidied {
  const ignored: IgnoredField[] = [];

  const visit = (value: Json, node: SchemaNode | undefined, path: Path): Json => {
    if (isList(value))
      return value.map((item, index) => visit(item, node && childOf(node, index, item), [...path, index]));
    if (typeof value === 'number' && node?.type === 'string' && isQuantityPlace(path)) return String(value);
    if (!isObject(value)) return value;
    const isPodSpec = node?.properties?.['containers'] !== undefined;
    const scope = scopeOf(kind, path, isPodSpec);
    const kept: Record<string, Json> = {};
    for (const [key, item] of Object.entries(value)) {
      if (saysNothing(item, key, scope, path)) continue;
      const child = node && childOf(node, key, item);
      const isInert = scope === 'volume' && INERT.has(key);
      const why = (child && !isInert) || !node ? undefined : ignoredWhy(scope, key, path.length === 0);
      if (why === undefined) kept[key] = visit(item, child, [...path, key]);
      else ignored.push({ path: [...path, key], why });
      // Its volume stays, so that it can be mounted.
      if (isInert) kept[key] = {};
    }
    return kept;
  };

  return { value: visit(manifest, tree, []), ignored };
}

function isQuantityPlace(path: Path): boolean {
  return [path.at(-1), path.at(-2)].some((part) => typeof part === 'string' && QUANTITY_PLACES.has(part));
}
