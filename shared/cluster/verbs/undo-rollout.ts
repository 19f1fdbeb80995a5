/** undoRollout: back to the revision before. Its template becomes the newest revision. */
import { z } from 'zod';
import { failure, notFound } from '../../api/status.ts';
import { updateObject } from '../api-server/objects.ts';
import { previousRevision, revisionsOf } from '../controllers/deployment/revisions.ts';
import { withoutTemplateHash } from '../controllers/deployment/template-hash.ts';
import { objectKey } from './fields.ts';
import { defineVerb } from './verb.ts';

export const undoRollout = defineVerb({
  schema: z.strictObject({ verb: z.literal('undoRollout'), deployment: objectKey }),
  apply: (world, { deployment: key }) => {
    const deployment = world.get('Deployment', key);
    if (!deployment) return notFound('Deployment', key);
    const { name } = deployment.metadata;
    if (deployment.spec.paused) {
      return failure('BadRequest', 'undoPaused', `you cannot rollback a paused deployment; resume it first`, { name });
    }
    const previous = previousRevision(revisionsOf(world, deployment));
    if (!previous) {
      return failure('NotFound', 'noRolloutHistory', `no rollout history found for deployment "${name}"`, { name });
    }
    const template = withoutTemplateHash(previous.spec.template);
    updateObject(world, { ...deployment, spec: { ...deployment.spec, template } });
    return null;
  },
});
