/** The plain HTTP side, of sessions that are over. Apart from the rest: a result's schema brings the whole simulation with it. */
import { z } from 'zod';
import { PPM } from '../base/integers.ts';
import { sessionResult } from '../recording/recording.ts';

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
