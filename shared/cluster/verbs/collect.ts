/** collect: the garbage collector removes what nobody owns any more. */
import { z } from 'zod';
import { failure } from '../../api/status.ts';
import { defineVerb } from './verb.ts';

export const collect = defineVerb({
  schema: z.strictObject({ verb: z.literal('collect'), kind: z.enum(['Pod', 'ReplicaSet', 'EndpointSlice', 'Event', 'Lease']), key: z.string().max(320) }),
  apply: () => failure('BadRequest', 'notBuilt', 'collect is not built'),
});
