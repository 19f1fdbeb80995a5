/** setAdmissionPolicy: which images this cluster lets in from now on. Pods that stand are not asked again. */
import { z } from 'zod';
import { admissionPolicy } from '../../api/world/keeper.ts';
import { defineVerb } from './verb.ts';

export const setAdmissionPolicy = defineVerb({
  schema: z.strictObject({ verb: z.literal('setAdmissionPolicy'), policy: admissionPolicy }),
  apply: (world, { policy }) => {
    world.put({ kind: 'AdmissionPolicy', key: 'policy', ...policy });
    return null;
  },
});
