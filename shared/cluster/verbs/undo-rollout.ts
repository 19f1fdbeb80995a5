/** undoRollout: back to the revision before, or to a chosen one. Its template becomes the newest revision. */
import { z } from 'zod';
import { failure, notFound } from '../../api/status.ts';
import { updateObject } from '../api-server/objects.ts';
import { chosenRevision, previousRevision, revisionsOf } from '../controllers/deployment/revisions.ts';
import { withoutTemplateHash } from '../controllers/deployment/template-hash.ts';
import { objectKey } from './fields.ts';
import { defineVerb } from './verb.ts';

export const undoRollout = defineVerb({
  schema: z.strictObject({
    verb: z.literal('undoRollout'),
    deployment: objectKey,
    /** As the annotation counts; 0 or nothing for the one before the present. */
    revision: z.int().min(0).optional(),
  }),
  apply: (world, { deployment: key, revision = 0 }) => {
    const deployment = world.get('Deployment', key);
    if (!deployment) return notFound('Deployment', key);
    const { name } = deployment.metadata;
    if (deployment.spec.paused) {
      return failure('BadRequest', 'undoPaused', `you cannot rollback a paused deployment; resume it first`, { name });
    }
    const revisions = revisionsOf(world, deployment);
    const previous = revision === 0 ? previousRevision(revisions) : chosenRevision(revisions, revision);
    if (!previous) {
      if (revision > 0) {
        const message = `unable to find specified revision ${revision} in history`;
        return failure('NotFound', 'noSuchRevision', message, { name, revision });
      }
      return failure('NotFound', 'noRolloutHistory', `no rollout history found for deployment "${name}"`, { name });
    }
    const template = withoutTemplateHash(previous.spec.template);
    updateObject(world, { ...deployment, spec: { ...deployment.spec, template } });
    return null;
  },
});
