/** What is small and social, kept equal on all clients by Colyseus. Clusters travel as their logs, by messages. */
import { schema, t, type SchemaType } from '@colyseus/schema';

export const TeamState = schema({
  id: t.string().default(''),
  name: t.string().default(''),
  /** Parts per million; -1 where nobody has wanted to visit yet. */
  uptimePpm: t.int32().default(-1),
  served: t.float64().default(0),
  offered: t.float64().default(0),
  frozen: t.boolean().default(false),
  /** Of the recording, once the session has ended: `none`, `checking`, `true` or `false`. */
  verdict: t.string().default('none'),
  recordingId: t.string().default(''),
});
export type TeamState = SchemaType<typeof TeamState>;

export const PlayerState = schema({
  id: t.string().default(''),
  nickname: t.string().default(''),
  team: t.string().default(''),
  connected: t.boolean().default(false),
});
export type PlayerState = SchemaType<typeof PlayerState>;

export const LobbyState = schema({
  code: t.string().default(''),
  scenarioId: t.string().default(''),
  phase: t.string().default('lobby'),
  pace: t.uint8().default(0),
  locked: t.boolean().default(false),
  /** Simulated seconds since the start. */
  tick: t.uint32().default(0),
  teams: t.array(TeamState),
  players: t.array(PlayerState),
});
export type LobbyState = SchemaType<typeof LobbyState>;
