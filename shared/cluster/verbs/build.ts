/** build: carries stone and cuts wood as the blueprint says; makes an image in the backpack. */
import { z } from 'zod';
import { failure } from '../../api/status.ts';
import { defineVerb } from './verb.ts';

export const build = defineVerb({
  schema: z.strictObject({ verb: z.literal('build'), dockerfile: z.string().min(1).max(16384), reference: z.string().min(1).max(255) }),
  apply: () => failure('BadRequest', 'notBuilt', 'build is not built'),
});
