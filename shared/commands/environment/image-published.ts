/** imagePublished: another team's push reached the registry that all share. */
import { z } from 'zod';
import { publishImage } from '../../cluster/registry/publish.ts';
import { defineEnvironment } from '../command.ts';
import { imageSchema } from '../../api/world/image.ts';

export const imagePublished = defineEnvironment({
  schema: z.strictObject({
    type: z.literal('imagePublished'),
    image: imageSchema,
    reference: z.string().max(255),
    namespace: z.string().max(32),
    by: z.string().max(40),
  }),
  apply: (world, { image, reference, namespace, by }) => publishImage(world, { image, reference, namespace, by }),
});
