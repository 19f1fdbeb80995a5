/** apply: creates an object from a manifest, or changes its spec to it. */
import { z } from 'zod';
import { applyManifest } from '../api-server/apply-manifest.ts';
import { writtenManifest } from '../manifests/written-manifest.ts';
import { defineVerb } from './verb.ts';

export const apply = defineVerb({
  schema: z.strictObject({ verb: z.literal('apply'), manifest: writtenManifest }),
  apply: (world, { manifest }) => applyManifest(world, manifest),
});
