/** scale: asks for another number of replicas; with a resourceVersion, only if the object is still as it was read. */
import { z } from 'zod';
import { notFound } from '../../api/status.ts';
import { conflictOf } from '../api-server/manifest-meta.ts';
import { updateObject } from '../api-server/objects.ts';
import { objectKey } from './fields.ts';
import { defineVerb } from './verb.ts';

export const scale = defineVerb({
  schema: z.strictObject({
    verb: z.literal('scale'),
    deployment: objectKey,
    replicas: z.int().min(0).max(500),
    /** kubectl scale --resource-version */
    resourceVersion: z.int().min(0).optional(),
  }),
  apply: (world, { deployment: key, replicas, resourceVersion }) => {
    const deployment = world.get('Deployment', key);
    if (!deployment) return notFound('Deployment', key);
    const { metadata } = deployment;
    if (metadata.resourceVersion !== (resourceVersion ?? metadata.resourceVersion)) {
      return conflictOf('Deployment', { ...metadata, resourceVersion }, metadata);
    }
    updateObject(world, { ...deployment, spec: { ...deployment.spec, replicas } });
    return null;
  },
});
