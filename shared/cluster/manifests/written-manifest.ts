/** A manifest as its author wrote it: checked, and nothing filled in. What is left out may stay as it is. */
import { z } from 'zod';
import { manifestSchema } from '../api-server/manifest.ts';

export type WrittenManifest = z.input<typeof manifestSchema>;

export const writtenManifest = z.custom<WrittenManifest>().superRefine((value, context) => {
  for (const issue of manifestSchema.safeParse(value).error?.issues ?? [])
    context.issues.push({ ...issue, input: value } as never);
});
