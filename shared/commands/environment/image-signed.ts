/** imageSigned: another team vouches for an image in the registry that all share. */
import { z } from 'zod';
import { digest } from '../../api/world/image.ts';
import { registryNamespace } from '../../api/world/settings.ts';
import { signImage } from '../../cluster/registry/signatures.ts';
import { defineEnvironment } from '../command.ts';

export const imageSigned = defineEnvironment({
  schema: z.strictObject({
    type: z.literal('imageSigned'),
    digest,
    namespace: registryNamespace,
    by: z.string().max(40),
  }),
  apply: (world, event) => signImage(world, event.digest, event.namespace, event.by),
});
