/** pauseRollout: holds a Deployment's rollout, or lets it go on. Scaling still works while it is paused. */
import { z } from 'zod';
import { failure, notFound } from '../../api/status.ts';
import { updateObject } from '../api-server/objects.ts';
import { objectKey } from './fields.ts';
import { defineVerb } from './verb.ts';

export const pauseRollout = defineVerb({
  schema: z.strictObject({ verb: z.literal('pauseRollout'), deployment: objectKey, paused: z.boolean() }),
  apply: (world, { deployment: key, paused }) => {
    const deployment = world.get('Deployment', key);
    if (!deployment) return notFound('Deployment', key);
    const { name } = deployment.metadata;
    if (deployment.spec.paused === paused) {
      return paused
        ? failure('BadRequest', 'alreadyPaused', `deployments.apps "${name}" is already paused`, { name })
        : failure('BadRequest', 'notPaused', `deployments.apps "${name}" is not paused`, { name });
    }
    updateObject(world, { ...deployment, spec: { ...deployment.spec, paused } });
    return null;
  },
});
