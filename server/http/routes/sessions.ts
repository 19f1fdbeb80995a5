/** Sessions: the only way to make one, and how a code is looked up. */
import { z } from 'zod';
import { notFound } from '../../../shared/api/status.ts';
import { joinCode } from '../../../shared/protocol/join-options.ts';
import { freeNicknames } from '../../session/nicknames.ts';
import { Refusal } from '../../session/refusal.ts';
import { MAX_TEAMS } from '../../session/team-names.ts';
import { check, parseJson, type ApiAnswer, type Route } from '../api.ts';
import { Limit } from '../limits.ts';
import type { HttpServices } from '../services.ts';

const newSession = z.strictObject({
  scenarioId: z.string().max(64),
  teams: z.int().min(1).max(MAX_TEAMS).default(1),
});

const nicknameQuery = z.object({
  n: z.coerce.number().int().min(1).max(50).default(6),
  code: joinCode.optional(),
});

export function sessionRoutes({ book, openRoom }: HttpServices): readonly Route[] {
  const creations = new Limit(20, 1);
  // Guessing codes gets slow; a whole class that mistypes at once does not notice.
  const misses = new Limit(100, 10);

  function sessionWith(text: unknown) {
    const code = joinCode.safeParse(text);
    const session = code.success ? book.byCode(code.data) : undefined;
    if (session) return session;
    misses.take();
    throw new Refusal(notFound('session', String(text).slice(0, 16)));
  }

  async function create(body: Buffer): Promise<ApiAnswer> {
    const { scenarioId, teams } = check(newSession, parseJson(body), 'session');
    creations.take();
    const { session, hostKey } = book.create(scenarioId, teams);
    await openRoom(session);
    return { code: 201, json: { sessionId: session.id, roomId: session.id, code: session.code, hostKey } };
  }

  function look(text: string | undefined): ApiAnswer {
    const { id, code, scenarioId, phase, locked, teams, roster } = sessionWith(text);
    const shown = teams.map((team) => ({ id: team.id, name: team.name, players: roster.countIn(team.id) }));
    return { json: { sessionId: id, roomId: id, code, scenarioId, phase, locked, teams: shown } };
  }

  function nicknames(query: unknown): ApiAnswer {
    const { n, code } = check(nicknameQuery, query, 'nicknames');
    const session = code === undefined ? null : sessionWith(code);
    return { json: { nicknames: freeNicknames(n, (nickname) => session?.roster.hasNickname(nickname) ?? false) } };
  }

  return [
    { method: 'POST', path: '/api/sessions', handle: ({ body }) => create(body) },
    { method: 'GET', path: '/api/sessions/:code', handle: ({ path }) => look(path['code']) },
    { method: 'GET', path: '/api/nicknames', handle: ({ query }) => nicknames(query) },
  ];
}
