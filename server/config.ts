/** The server's settings, read from the environment once. A bad value ends the start with a sentence that names it. */
import { resolve } from 'node:path';
import { z } from 'zod';

const origins = z
  .string()
  .default('')
  .transform((text) => text.split(',').flatMap((part) => (part.trim() === '' ? [] : [part.trim()])))
  .pipe(z.array(z.url({ protocol: /^https?$/ })));

const environment = z.object({
  /** 0 takes any free port. */
  PORT: z.coerce.number().int().min(0).max(65_535).default(2567),
  /** Where it listens; all interfaces when unset. */
  HOST: z.string().min(1).optional(),
  /** Where sessions, recordings and the leaderboard are kept. */
  DATA_DIR: z.string().min(1).default('data'),
  /** The address the class opens, where the server stands behind a proxy. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Other pages that may talk to this server. Its own origin always may. */
  ALLOWED_ORIGINS: origins,
  /** `full`: no acknowledged input is lost when the power fails. `normal`: none when the process is killed. */
  STORAGE_SYNC: z.enum(['full', 'normal']).default('full'),
  MAX_SESSIONS: z.coerce.number().int().min(1).max(10_000).default(200),
  /** Recordings older than this are deleted at start. */
  RETENTION_DAYS: z.coerce.number().int().min(1).max(36_500).default(365),
  /** Clients are told to come back, and after this long the process ends whatever is still open. */
  SHUTDOWN_DEADLINE_MS: z.coerce.number().int().min(0).max(60_000).default(5000),
});

export interface Config {
  readonly port: number;
  readonly host: string | undefined;
  readonly dataDir: string;
  readonly publicUrl: string | undefined;
  readonly allowedOrigins: readonly string[];
  readonly storageSync: 'full' | 'normal';
  readonly maxSessions: number;
  readonly retentionDays: number;
  readonly shutdownDeadlineMs: number;
}

export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

export function readConfig(variables: Readonly<Record<string, string | undefined>>): Config {
  const parsed = environment.safeParse(variables);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path[0] as string}: ${issue.message}`);
    throw new ConfigError(`The environment holds a setting that makes no sense:\n${lines.join('\n')}`);
  }
  const value = parsed.data;
  return {
    port: value.PORT,
    host: value.HOST,
    dataDir: resolve(value.DATA_DIR),
    publicUrl: value.PUBLIC_URL,
    allowedOrigins: value.ALLOWED_ORIGINS,
    storageSync: value.STORAGE_SYNC,
    maxSessions: value.MAX_SESSIONS,
    retentionDays: value.RETENTION_DAYS,
    shutdownDeadlineMs: value.SHUTDOWN_DEADLINE_MS,
  };
}
