/** The one table of environment events: all that the world itself can put into a cluster's log. */
import { z } from 'zod';
import type { World } from '../../cluster/world.ts';
import type { EnvironmentDefinition } from '../command.ts';
import { demandChanged } from './demand-changed.ts';
import { faultBegan } from './fault-began.ts';
import { imagePublished } from './image-published.ts';
import { imageSigned } from './image-signed.ts';
import { orderPlaced } from './order-placed.ts';
import { paceChanged } from './pace-changed.ts';
import { phaseChanged } from './phase-changed.ts';
import { playerConnection } from './player-connection.ts';
import { playerJoined } from './player-joined.ts';
import { playerLeft } from './player-left.ts';
import { seatAssigned } from './seat-assigned.ts';

const ENVIRONMENT = {
  demandChanged,
  faultBegan,
  imagePublished,
  imageSigned,
  orderPlaced,
  paceChanged,
  phaseChanged,
  playerConnection,
  playerJoined,
  playerLeft,
  seatAssigned,
} as const;

export const environmentSchema = z.discriminatedUnion('type', [
  demandChanged.schema,
  faultBegan.schema,
  imagePublished.schema,
  imageSigned.schema,
  orderPlaced.schema,
  paceChanged.schema,
  phaseChanged.schema,
  playerConnection.schema,
  playerJoined.schema,
  playerLeft.schema,
  seatAssigned.schema,
]);
export type EnvironmentEvent = z.infer<typeof environmentSchema>;

export function applyEnvironment(world: World, event: EnvironmentEvent): void {
  const definition = ENVIRONMENT[event.type] as unknown as EnvironmentDefinition<z.ZodType<EnvironmentEvent>>;
  definition.apply(world, event);
}
