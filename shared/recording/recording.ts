/** A recording is a session's log with a head: how the cluster began, and what the server found at the end. */
import { z } from 'zod';
import { logEntry, type LogEntry } from '../session/log.ts';
import { clusterSetup } from '../session/setup.ts';

export const recordingHead = z.strictObject({
  format: z.literal('podville-recording'),
  version: z.literal(1),
  rules: z.int(),
  sessionId: z.string().max(64),
  clusterId: z.string().max(64),
  scenarioId: z.string().max(64),
  teamName: z.string().max(64),
  setup: clusterSetup,
});
export type RecordingHead = z.infer<typeof recordingHead>;

/** What the leaderboard shows; found again by whoever runs the log. */
export const sessionResult = z.strictObject({
  /** Null when nobody ever wanted to visit. */
  uptimePpm: z.int().nullable(),
  served: z.int(),
  offered: z.int(),
  /** Share of loop time that was played by hand. */
  handPpm: z.int(),
  ticks: z.int(),
});
export type SessionResult = z.infer<typeof sessionResult>;

/** By its name: written out, the type is too long for the compiler. */
const log: z.ZodType<LogEntry[]> = z.array(logEntry);

export const recording = z.strictObject({
  head: recordingHead,
  log,
  /** State hashes by sequence number, as the server found them. */
  hashes: z.array(z.tuple([z.int(), z.string()])),
  result: sessionResult.nullable(),
});
export type Recording = z.infer<typeof recording>;
