/** setImage: asks for another image; the Deployment rolls it out. */
import { z } from 'zod';
import { failure, notFound } from '../../api/status.ts';
import { updateObject } from '../api-server/objects.ts';
import { containerName, objectKey } from './fields.ts';
import { defineVerb } from './verb.ts';

export const setImage = defineVerb({
  schema: z.strictObject({
    verb: z.literal('setImage'),
    deployment: objectKey,
    container: containerName,
    image: z.string().min(1).max(512),
  }),
  apply: (world, { deployment: key, container: name, image }) => {
    const deployment = world.get('Deployment', key);
    if (!deployment) return notFound('Deployment', key);
    const { template } = deployment.spec;
    const { containers } = template.spec;
    if (!containers.some((container) => container.name === name)) {
      return failure('NotFound', 'containerNotFound', `unable to find container named "${name}"`, {
        name,
        deployment: deployment.metadata.name,
      });
    }
    const changed = containers.map((container) => (container.name === name ? { ...container, image } : container));
    const spec = { ...deployment.spec, template: { ...template, spec: { ...template.spec, containers: changed } } };
    updateObject(world, { ...deployment, spec });
    return null;
  },
});
