/** The plain HTTP side: what each route answers. A refusal is a `Status` object with its code as the HTTP status. */
import { z } from 'zod';
import { PPM } from '../base/integers.ts';
import { sessionResult } from '../recording/recording.ts';

const localText = z.object({ en: z.string(), zh: z.string() });

/** POST /api/sessions */
export const createSessionBody = z.strictObject({
  scenario: z.string().max(64),
  teams: z.int().min(1).max(12),
});
export const createSessionAnswer = z.object({ roomId: z.string(), code: z.string(), hostKey: z.string() });

/** GET /api/sessions/:code */
export const findSessionAnswer = z.object({
  roomId: z.string(),
  code: z.string(),
  phase: z.enum(['lobby', 'running', 'ended']),
  teams: z.array(z.object({ id: z.string(), name: z.string() })),
});

/** GET /api/nicknames?n=&language= */
export const nicknamesAnswer = z.object({ nicknames: z.array(z.string()) });

/** GET /api/addresses: under which a class may open this server. */
export const addressesAnswer = z.object({ addresses: z.array(z.string()) });

/** How much was played by hand, as the leaderboard compares it: shares of the loops' time in parts per million. */
export const HAND_CLASSES = {
  all: [0, PPM],
  autopilot: [0, 99_999],
  mixed: [100_000, 499_999],
  hand: [500_000, PPM],
} as const;
export type HandClass = keyof typeof HAND_CLASSES;
export const handClass = z.enum(['all', 'autopilot', 'mixed', 'hand']);

/** GET /api/leaderboard?scenario=&hand= */
export const leaderboardAnswer = z.object({
  rows: z.array(
    z.object({
      rank: z.int(),
      team: z.string(),
      scenario: z.string(),
      recording: z.string().nullable(),
      result: sessionResult,
    }),
  ),
});
export type LeaderboardRow = z.infer<typeof leaderboardAnswer>['rows'][number];

/** GET /api/recordings */
export const recordingsAnswer = z.object({
  recordings: z.array(
    z.object({
      id: z.string(),
      code: z.string(),
      scenario: z.string(),
      team: z.string(),
      /** Milliseconds since 1970, for the listing only. */
      endedAt: z.int(),
      /** The server has run it again and found the same. */
      verified: z.boolean(),
      result: sessionResult.nullable(),
    }),
  ),
});
export type RecordingRow = z.infer<typeof recordingsAnswer>['recordings'][number];

/** GET /api/scenarios: what may be known of each; the script of faults is not in it. */
export const scenariosAnswer = z.object({
  scenarios: z.array(
    z.object({ id: z.string(), title: localText, briefing: localText, durationTicks: z.int(), pace: z.int().min(1) }),
  ),
});
export type ScenarioRow = z.infer<typeof scenariosAnswer>['scenarios'][number];
