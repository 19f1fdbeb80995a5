/** Namespace: a district of the town. Names are unique within it; whatever is in it goes when it goes. */
import { z } from 'zod';
import { manifestMeta, type ObjectMeta } from './meta.ts';
import { dns1123Label } from './names.ts';

export const namespaceManifest = z.strictObject({
  apiVersion: z.literal('v1'),
  kind: z.literal('Namespace'),
  metadata: manifestMeta.extend({ name: dns1123Label, namespace: z.literal('').default('') }),
});

export interface Namespace {
  readonly apiVersion: 'v1';
  readonly kind: 'Namespace';
  readonly metadata: ObjectMeta;
  readonly status: { readonly phase: 'Active' | 'Terminating' };
}

/** Those that every cluster has. Nobody may take them down. */
export const FIRST_NAMESPACES = ['default', 'kube-node-lease', 'kube-system'] as const;
