/** scale: asks for another number of replicas. */
import { z } from 'zod';
import { notFound } from '../../api/status.ts';
import { updateObject } from '../api-server/objects.ts';
import { objectKey } from './fields.ts';
import { defineVerb } from './verb.ts';

export const scale = defineVerb({
  schema: z.strictObject({ verb: z.literal('scale'), deployment: objectKey, replicas: z.int().min(0).max(500) }),
  apply: (world, { deployment: key, replicas }) => {
    const deployment = world.get('Deployment', key);
    if (!deployment) return notFound('Deployment', key);
    updateObject(world, { ...deployment, spec: { ...deployment.spec, replicas } });
    return null;
  },
});
