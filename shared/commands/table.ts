/** The one table of commands: all that a player or the teacher can put into a cluster's log. */
import { z } from 'zod';
import type { Status } from '../api/status.ts';
import type { Actor } from '../cluster/actor.ts';
import type { World } from '../cluster/world.ts';
import type { CommandDefinition } from './command.ts';
import { injectFault } from './inject-fault.ts';
import { leaveSeat } from './leave-seat.ts';
import { runVerb } from './run-verb.ts';
import { setLoopMode } from './set-loop-mode.ts';
import { takeSeat } from './take-seat.ts';

const COMMANDS = { verb: runVerb, takeSeat, leaveSeat, setLoopMode, injectFault } as const;

export const commandSchema = z.discriminatedUnion('type', [
  runVerb.schema,
  takeSeat.schema,
  leaveSeat.schema,
  setLoopMode.schema,
  injectFault.schema,
]);
export type Command = z.infer<typeof commandSchema>;

export function applyCommand(world: World, command: Command, actor: Actor): Status | null {
  const definition = COMMANDS[command.type] as unknown as CommandDefinition<z.ZodType<Command>>;
  return definition.apply(world, command, actor);
}
