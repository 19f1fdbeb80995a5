/** What a command is: a thing a player asks, checked before it changes anything. */
import type { z } from 'zod';
import type { Status } from '../api/status.ts';
import type { Actor } from '../cluster/actor.ts';
import type { World } from '../cluster/world.ts';

export interface CommandDefinition<Schema extends z.ZodType> {
  readonly schema: Schema;
  /** Checks everything first, then writes. A refusal has written nothing. */
  readonly apply: (world: World, command: z.infer<Schema>, actor: Actor) => Status | null;
}

export function defineCommand<Schema extends z.ZodType>(
  definition: CommandDefinition<Schema>,
): CommandDefinition<Schema> {
  return definition;
}

/** An environment event: what the world does. It is made by us, never by a player, so it cannot be refused. */
export interface EnvironmentDefinition<Schema extends z.ZodType> {
  readonly schema: Schema;
  readonly apply: (world: World, event: z.infer<Schema>) => void;
}

export function defineEnvironment<Schema extends z.ZodType>(
  definition: EnvironmentDefinition<Schema>,
): EnvironmentDefinition<Schema> {
  return definition;
}
