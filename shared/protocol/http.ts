/**
 * The plain HTTP side: what each route answers. A refusal is a `Status` object with its code as the HTTP status.
 * What is parsed before the town stands (this, the welcome, the lobby) is written with zod/mini: the same core, fewer bytes.
 */
import * as z from 'zod/mini';

const localText = z.object({ en: z.string(), zh: z.string() });

/** POST /api/sessions */
export const createSessionBody = z.strictObject({
  scenario: z.string().check(z.maxLength(64)),
  teams: z.int().check(z.minimum(1), z.maximum(12)),
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

/** GET /api/scenarios: what may be known of each; the script of faults is not in it. */
export const scenariosAnswer = z.object({
  scenarios: z.array(
    z.object({
      id: z.string(),
      title: localText,
      briefing: localText,
      durationTicks: z.int(),
      pace: z.int().check(z.minimum(1)),
    }),
  ),
});
export type ScenarioRow = z.infer<typeof scenariosAnswer>['scenarios'][number];
