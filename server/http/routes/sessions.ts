/** Sessions: the only way to make one, and how a code is looked up. */
import { z } from 'zod';
import { failure } from '../../../shared/api/status.ts';
import {
  createSessionBody,
  type createSessionAnswer,
  type findSessionAnswer,
  type nicknamesAnswer,
} from '../../../shared/protocol/http.ts';
import { joinCode } from '../../../shared/protocol/join-code.ts';
import { freeNicknames, LANGUAGES } from '../../session/nicknames.ts';
import { Refusal } from '../../session/refusal.ts';
import { check, parseJson, type ApiAnswer, type Route } from '../api.ts';
import { Limit } from '../limits.ts';
import type { HttpServices } from '../services.ts';

const nicknameQuery = z.object({
  n: z.coerce.number().int().min(1).max(50).default(6),
  language: z.enum(LANGUAGES).default('en'),
  /** Leaves out those that are borne in this session. */
  code: z.optional(joinCode),
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
    const wanted = String(text).slice(0, 16);
    throw new Refusal(failure('NotFound', 'noSuchSession', `no session has the code "${wanted}"`, { code: wanted }));
  }

  async function create(body: Buffer): Promise<ApiAnswer> {
    const { scenario, teams } = check(createSessionBody, parseJson(body), 'session');
    creations.take();
    const { session, hostKey } = book.create(scenario, teams);
    await openRoom(session);
    const answer: z.infer<typeof createSessionAnswer> = { roomId: session.id, code: session.code, hostKey };
    return { code: 201, json: answer };
  }

  function look(text: string | undefined): ApiAnswer {
    const { id, code, phase, teams } = sessionWith(text);
    const shown = teams.map((team) => ({ id: team.id, name: team.name }));
    return { json: { roomId: id, code, phase, teams: shown } satisfies z.infer<typeof findSessionAnswer> };
  }

  function offerNicknames(query: unknown): ApiAnswer {
    const { n, language, code } = check(nicknameQuery, query, 'nicknames');
    const session = code === undefined ? null : sessionWith(code);
    const nicknames = [...freeNicknames(n, language, (nickname) => session?.roster.hasNickname(nickname) ?? false)];
    return { json: { nicknames } satisfies z.infer<typeof nicknamesAnswer> };
  }

  return [
    { method: 'POST', path: '/api/sessions', handle: ({ body }) => create(body) },
    { method: 'GET', path: '/api/sessions/:code', handle: ({ path }) => look(path['code']) },
    { method: 'GET', path: '/api/nicknames', handle: ({ query }) => offerNicknames(query) },
  ];
}
