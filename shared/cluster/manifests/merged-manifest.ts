/** What `apply` makes of a written manifest: merged with what stands, defaults filled in, and remembered. */
import type { ApiKinds, Manifest, ManifestKind } from '../../api/kinds.ts';
import { keyOf } from '../../api/meta.ts';
import { failure, type Status } from '../../api/status.ts';
import type { DeepReadonly } from '../../base/freeze.ts';
import type { View } from '../../store/store.ts';
import { manifestSchema } from '../api-server/manifest.ts';
import { isObject, type JsonObject } from './json.ts';
import { asManifest, authored, LAST_APPLIED_ANNOTATION, lastAppliedOf, lastAppliedText } from './last-applied.ts';
import { threeWayMerge } from './merge.ts';
import type { WrittenManifest } from './written-manifest.ts';

export interface MergedManifest {
  readonly manifest: DeepReadonly<Manifest>;
  /** What stands under its name. */
  readonly before: ApiKinds[ManifestKind] | undefined;
}

export function mergedManifest(view: View, written: DeepReadonly<WrittenManifest>): MergedManifest | Status {
  const { kind, metadata } = manifestSchema.parse(written);
  const before = view.get(kind, keyOf(metadata));
  const json = written as unknown as JsonObject;
  const merged = before
    ? threeWayMerge(authored(lastAppliedOf(before)), withAnnotations(json), asManifest(before))
    : json;
  const { success, data, error } = manifestSchema.safeParse(merged);
  if (!success) {
    const [issue] = error.issues;
    const field = issue?.path.join('.') ?? '';
    const details = { kind, name: metadata.name, field };
    return failure(
      'Invalid',
      'invalidMerge',
      `${kind} "${metadata.name}" is invalid: ${field}: ${issue?.message}`,
      details,
    );
  }
  const annotations = { ...data.metadata.annotations, [LAST_APPLIED_ANNOTATION]: lastAppliedText(json) };
  return { manifest: { ...data, metadata: { ...data.metadata, annotations } } as DeepReadonly<Manifest>, before };
}

function withAnnotations(written: JsonObject): JsonObject {
  const metadata = isObject(written['metadata']) ? written['metadata'] : {};
  return { ...written, metadata: { ...metadata, annotations: metadata['annotations'] ?? {} } };
}
