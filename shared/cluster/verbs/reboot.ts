/** reboot: power-cycles a node's machine. What ran on it is lost; booting takes its time. */
import { z } from 'zod';
import { failure } from '../../api/status.ts';
import { defineVerb } from './verb.ts';
import { nodeName } from './fields.ts';
export const reboot = defineVerb({
  schema: z.strictObject({ verb: z.literal('reboot'), node: nodeName }),
  apply: () => failure('BadRequest', 'notBuilt', 'reboot is not built'),
});
