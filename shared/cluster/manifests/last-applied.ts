/** What `apply` remembers on an object: the manifest as its author last wrote it. */
import type { ManifestKind, ApiKinds } from '../../api/kinds.ts';
import { sortedKeys } from '../../base/order.ts';
import { isList, isObject, type Json, type JsonObject } from './json.ts';

/** Source: k8s.io/kubectl, pkg/util/apply.go. */
export const LAST_APPLIED_ANNOTATION = 'kubectl.kubernetes.io/last-applied-configuration';
/** Annotations of the game's own: the author did not write them, and does not take them back by leaving them out. */
const OWN_PREFIX = 'podville.io/';

/** The manifest without what is not its author's: in one spelling, so that equal ones are equal texts. */
export function authored({ metadata, ...manifest }: JsonObject): JsonObject {
  const { resourceVersion: _asRead, annotations, ...meta } = isObject(metadata) ? metadata : {};
  const own = Object.entries(isObject(annotations) ? annotations : {}).filter(([name]) => !isBookkeeping(name));
  // As kubectl has it, always with annotations: those of others do not go when the author writes none.
  return { ...manifest, metadata: { ...meta, annotations: Object.fromEntries(own) } };
}

function isBookkeeping(annotation: string): boolean {
  return annotation === LAST_APPLIED_ANNOTATION || annotation.startsWith(OWN_PREFIX);
}

export function lastAppliedText(written: JsonObject): string {
  return JSON.stringify(inOrder(authored(written)));
}

function inOrder(value: Json): Json {
  if (isList(value)) return value.map(inOrder);
  if (!isObject(value)) return value;
  return Object.fromEntries(sortedKeys(value).map((key) => [key, inOrder(value[key] as Json)]));
}

/** Nothing where the object was made in another way, or a player wrote something else there. */
export function lastAppliedOf(live: ApiKinds[ManifestKind]): JsonObject {
  const text = live.metadata.annotations[LAST_APPLIED_ANNOTATION];
  if (text === undefined) return {};
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

/** A stored object as a manifest would say it: without its status, its dates and its numbers. */
export function asManifest(live: ApiKinds[ManifestKind]): JsonObject {
  const { metadata, status: _status, ...rest } = live as typeof live & { readonly status?: unknown };
  const { name, namespace, labels, annotations } = metadata;
  const { [LAST_APPLIED_ANNOTATION]: _last, ...others } = annotations;
  return { ...(rest as unknown as JsonObject), metadata: { name, namespace, labels, annotations: others } };
}
