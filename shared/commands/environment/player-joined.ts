/** playerJoined: somebody came into this cluster's team. */
import { z } from 'zod';
import { defineEnvironment } from '../command.ts';
import { nickname, playerId } from '../fields.ts';

export const playerJoined = defineEnvironment({
  schema: z.strictObject({ type: z.literal('playerJoined'), player: playerId, nickname }),
  apply: (world, { player, nickname: name }) => {
    world.put({ kind: 'Player', key: player, nickname: name, connected: true });
  },
});
