/** imagePublished: another team's push reached the registry that all share. */
import { z } from 'zod';
import { makeImage } from '../../cluster/registry/manifest.ts';
import { publishImage } from '../../cluster/registry/publish.ts';
import { parseReference } from '../../cluster/registry/reference.ts';
import { defineEnvironment } from '../command.ts';
import { imageSchema } from '../../api/world/image.ts';
import { registryNamespace } from '../../api/world/settings.ts';

export const imagePublished = defineEnvironment({
  schema: z.strictObject({
    type: z.literal('imagePublished'),
    image: imageSchema.refine((image) => makeImage(image).key === image.key, { error: 'not what its digest says' }),
    reference: z
      .string()
      .max(255)
      .refine((text) => parseReference(text) !== null, { error: 'no reference of an image' }),
    namespace: registryNamespace,
    by: z.string().max(40),
  }),
  apply: (world, { image, reference, namespace, by }) => publishImage(world, { image, reference, namespace, by }),
});
