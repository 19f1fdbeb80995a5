/** About this server: what it offers, where a class finds it, and whether it is well. */
import { classAddresses } from '../../addresses.ts';
import { PROTOCOL_VERSION, RULES_VERSION } from '../../../shared/protocol/version.ts';
import type { ScenarioRow } from '../../../shared/protocol/http.ts';
import type { Route } from '../api.ts';
import type { HttpServices } from '../services.ts';

export function aboutRoutes({ catalogue, book, config, port, isReady }: HttpServices): readonly Route[] {
  const scenarios = [...catalogue.values()].map(({ id, title, briefing, durationTicks, pace }): ScenarioRow => {
    return { id, title, briefing, durationTicks, pace };
  });
  return [
    { method: 'GET', path: '/api/scenarios', handle: () => ({ json: { scenarios } }) },
    {
      method: 'GET',
      path: '/api/addresses',
      handle: () => ({ json: { addresses: classAddresses(config.publicUrl, config.host, port()) } }),
    },
    {
      method: 'GET',
      path: '/api/health',
      handle: () => ({
        code: isReady() ? 200 : 503,
        json: { ready: isReady(), sessions: book.size, protocol: PROTOCOL_VERSION, rules: RULES_VERSION },
      }),
    },
  ];
}
