/** setImage: asks for another image, of an init container, too; the Deployment rolls it out. */
import { z } from 'zod';
import type { Container } from '../../api/pod.ts';
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
    const { initContainers, containers } = template.spec;
    if (![...initContainers, ...containers].some((container) => container.name === name)) {
      return failure('NotFound', 'containerNotFound', `unable to find container named "${name}"`, {
        name,
        deployment: deployment.metadata.name,
      });
    }
    const changed = (all: readonly Container[]) =>
      all.map((container) => (container.name === name ? { ...container, image } : container));
    const pod = { ...template.spec, initContainers: changed(initContainers), containers: changed(containers) };
    updateObject(world, { ...deployment, spec: { ...deployment.spec, template: { ...template, spec: pod } } });
    return null;
  },
});
