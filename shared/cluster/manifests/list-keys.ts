/**
 * By which field the items of a list are told apart, so that two lists may be merged item by item. Lists that are not
 * named here are replaced as a whole. Source: patchMergeKey and patchStrategy in k8s.io/api.
 */
import { isObject, type Json } from './json.ts';

const MERGE_KEYS: Readonly<Record<string, readonly string[]>> = {
  containers: ['name'],
  initContainers: ['name'],
  env: ['name'],
  volumes: ['name'],
  volumeMounts: ['mountPath'],
  topologySpreadConstraints: ['topologyKey'],
  /** Of a container, or of a Service. */
  ports: ['containerPort', 'port'],
};

/** The field by which this list's items are told apart; undefined where it is replaced as a whole. */
export function mergeKeyOf(field: string, ...lists: readonly (readonly Json[])[]): string | undefined {
  const items = lists.flat();
  return MERGE_KEYS[field]?.find((key) => items.every((item) => isObject(item) && item[key] !== undefined));
}

/** Objects of one of several shapes: what the author does not write of them, the server must not keep of another shape. */
export const ONE_SHAPE_FIELDS: ReadonlySet<string> = new Set(['strategy', 'updateStrategy']);
/** Items of these lists are of one of several shapes, too. Source: patchStrategy "retainKeys". */
export const ONE_SHAPE_ITEMS: ReadonlySet<string> = new Set(['volumes']);
