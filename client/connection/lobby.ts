/** The room's Schema state as plain data. It comes from outside, so it is parsed. */
import * as z from 'zod/mini';
import { paceSchema } from '../../shared/commands/pace.ts';
import type { Lobby } from './connection.ts';

const lobbyState = z.object({
  code: z.string(),
  scenarioId: z.string(),
  phase: z.enum(['lobby', 'running', 'ended']),
  pace: paceSchema,
  locked: z.boolean(),
  teams: z.array(z.object({ id: z.string(), name: z.string(), uptimePpm: z.int(), frozen: z.boolean() })),
  players: z.array(z.object({ id: z.string(), nickname: z.string(), team: z.string(), connected: z.boolean() })),
});

export const EMPTY_LOBBY: Lobby = {
  code: '',
  scenarioId: '',
  phase: 'lobby',
  pace: 0,
  locked: false,
  teams: [],
  players: [],
};

/** Schema has no null: an uptime that is not known travels as -1. */
export function readLobby(state: unknown): Lobby {
  const plain = (state as { toJSON: () => unknown }).toJSON();
  const parsed = lobbyState.parse(plain);
  return {
    ...parsed,
    teams: parsed.teams.map((team) => ({ ...team, uptimePpm: team.uptimePpm < 0 ? undefined : team.uptimePpm })),
  };
}
