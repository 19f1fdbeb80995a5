/** Watches shared/cluster/manifests/SPEC.md: what was applied last is kept as it was written. */
import type { ObjectMeta } from '../../../shared/api/meta.ts';
import { MANIFESTS, type ManifestKind } from '../../../shared/api/kinds.ts';
import { invariant, unless, type Invariant } from './invariant.ts';

const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

function kept({ metadata: { name, annotations } }: { readonly metadata: ObjectMeta }): string | null {
  const text = annotations[LAST_APPLIED];
  if (text === undefined) return null;
  try {
    const { metadata } = JSON.parse(text) as { metadata?: { name?: string; annotations?: Record<string, string> } };
    return unless(
      metadata?.name === name && metadata.annotations?.[LAST_APPLIED] === undefined,
      () => `${name} keeps ${text}`,
    );
  } catch {
    return `${name} keeps what is no manifest: ${text}`;
  }
}

export const manifests = [
  invariant('MAN-4', {
    object: Object.fromEntries((Object.keys(MANIFESTS) as ManifestKind[]).map((kind) => [kind, kept])) as NonNullable<
      Invariant['object']
    >,
  }),
];
