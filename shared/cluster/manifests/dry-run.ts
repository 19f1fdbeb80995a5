/** What `apply` would do, without doing it: on a copy of the cluster, through the same counters. */
import type { ApiKinds, Manifest, ManifestKind } from '../../api/kinds.ts';
import { keyOf } from '../../api/meta.ts';
import type { Status } from '../../api/status.ts';
import type { DeepReadonly } from '../../base/freeze.ts';
import { Store, type Frame } from '../../store/store.ts';
import { applyManifest } from '../api-server/apply-manifest.ts';
import { manifestSchema } from '../api-server/manifest.ts';
import { changesBetween, type FieldChange } from './changes.ts';
import { asManifest } from './last-applied.ts';
import type { WrittenManifest } from './written-manifest.ts';

export interface DryRun {
  readonly kind: ManifestKind;
  readonly name: string;
  readonly outcome: 'created' | 'configured' | 'unchanged' | 'refused';
  readonly refusal: Status | null;
  /** Field by field; of a new object everything. */
  readonly changes: readonly FieldChange[];
}

/** One after the other: a later manifest meets what an earlier one made. */
export function dryRun(frame: Frame, manifests: readonly DeepReadonly<WrittenManifest>[]): readonly DryRun[] {
  const copy = new Store(frame);
  return manifests.map((written) => dryRunOne(copy, written));
}

function dryRunOne(copy: Store, written: DeepReadonly<WrittenManifest>): DryRun {
  const { kind, metadata } = manifestSchema.parse(written) as Manifest;
  const shown = () => {
    const object: ApiKinds[ManifestKind] | undefined = copy.get(kind, keyOf(metadata));
    return object && asManifest(object);
  };
  const before = shown();
  const { revision } = copy;
  const refusal = applyManifest(copy, written);
  const about = { kind, name: metadata.name, refusal };
  if (refusal) return { ...about, outcome: 'refused', changes: [] };
  const outcome = before === undefined ? 'created' : copy.revision === revision ? 'unchanged' : 'configured';
  return { ...about, outcome, changes: changesBetween(before, shown()) };
}
