/** Every HTTP request: whose page it comes from, which route it wants, and what is answered. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { failure, type Status } from '../../shared/api/status.ts';
import type { ServerLog } from '../log.ts';
import { Refusal } from '../session/refusal.ts';
import { matchPath, type ApiRequest, type Route } from './api.ts';
import { setCommonHeaders } from './headers.ts';
import type { Origins } from './origins.ts';
import { readBody, respond, respondRefusal, tooLarge } from './respond.ts';
import type { StaticFiles } from './static-files.ts';

const MAX_BODY_BYTES = 16 * 1024;
const METHODS = 'GET, POST, DELETE, OPTIONS';

export type Listener = (request: IncomingMessage, response: ServerResponse) => void;

export interface HandlerParts {
  readonly routes: readonly Route[];
  readonly origins: Origins;
  readonly files: StaticFiles;
  readonly log: ServerLog;
  /** Colyseus' own listener, for its matchmaking. Null until the sessions have been rebuilt. */
  readonly matchmaking: () => Listener | null;
}

export function createHandler(parts: HandlerParts): Listener {
  return (request, response) => {
    handle(parts, request, response).catch((error: unknown) => {
      if (!(error instanceof Refusal)) parts.log.error(`exception in ${request.method} ${pathOf(request)}`, error);
      if (response.headersSent) response.destroy();
      else respondRefusal(response, error instanceof Refusal ? error.status : INTERNAL);
    });
  };
}

const INTERNAL = failure('InternalError', 'internal', 'something went wrong inside the server', {});
const STARTING = failure('ServiceUnavailable', 'starting', 'the server is starting', {});

async function handle(parts: HandlerParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { origin, host } = request.headers;
  const path = pathOf(request);
  setCommonHeaders(response);
  for (const [name, value] of Object.entries(parts.origins.headersFor(origin))) response.setHeader(name, value);
  const isApi = path.startsWith('/api/') || path.startsWith('/matchmake/');
  if (isApi && !parts.origins.isAllowed(origin, host)) {
    throw new Refusal(failure('Forbidden', 'foreignOrigin', 'this page may not talk to this server', {}));
  }
  if (isApi && request.method === 'OPTIONS') return preflight(response);
  if (path.startsWith('/matchmake/')) return matchmake(parts, request, response);
  if (path.startsWith('/api/')) return api(parts, request, response, path);
  return page(parts, request, response, path);
}

function preflight(response: ServerResponse): void {
  response.setHeader('access-control-allow-methods', METHODS);
  response.setHeader('access-control-allow-headers', 'content-type, x-host-key');
  response.writeHead(204).end();
}

/** Colyseus reads the whole body itself, so its length must be known and small before. */
function matchmake(parts: HandlerParts, request: IncomingMessage, response: ServerResponse): void {
  const listener = parts.matchmaking();
  if (!listener) throw new Refusal(STARTING);
  const length = request.headers['content-length'];
  if (length === undefined && request.method === 'POST') {
    throw new Refusal(failure('BadRequest', 'lengthRequired', 'a body needs a content-length', {}));
  }
  if (Number(length ?? 0) > MAX_BODY_BYTES) throw new Refusal(tooLarge(MAX_BODY_BYTES));
  listener(request, response);
}

async function api(
  parts: HandlerParts,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<void> {
  const here = parts.routes.flatMap((route) => {
    const values = matchPath(route.path, path);
    return values ? [{ route, values }] : [];
  });
  if (here.length === 0) throw new Refusal(nothingAt(path));
  const found = here.find(({ route }) => route.method === request.method);
  if (!found) {
    throw new Refusal(
      failure('MethodNotAllowed', 'methodNotAllowed', `${request.method} is not for ${path.slice(0, 100)}`, {}),
    );
  }
  const maxBytes = found.route.maxBodyBytes ?? MAX_BODY_BYTES;
  const body = await readBody(request, maxBytes);
  if (body === null) throw new Refusal(tooLarge(maxBytes));
  const { searchParams } = urlOf(request);
  const query: ApiRequest['query'] = Object.fromEntries(searchParams);
  respond(response, await found.route.handle({ path: found.values, query, headers: request.headers, body }));
}

function page(parts: HandlerParts, request: IncomingMessage, response: ServerResponse, path: string): void {
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  if (isRead && parts.files.serve(request, response, path)) return;
  if (isRead && !parts.files.isBuilt) {
    response.writeHead(503, { 'content-type': 'text/plain; charset=utf-8' });
    response.end('The client is not built: npm run build\n');
    return;
  }
  throw new Refusal(nothingAt(path));
}

function nothingAt(path: string): Status {
  const shown = path.slice(0, 100);
  return failure('NotFound', 'nothingHere', `nothing is at ${shown}`, { path: shown });
}

function urlOf(request: IncomingMessage): URL {
  const url = request.url ?? '/';
  return URL.canParse(url, 'http://podville') ? new URL(url, 'http://podville') : new URL('http://podville/');
}

function pathOf(request: IncomingMessage): string {
  return urlOf(request).pathname;
}
