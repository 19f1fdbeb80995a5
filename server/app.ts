/** Puts the server together: storage, sessions, rooms, HTTP, all behind one port. Tests start it just like `main.ts`. */
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { matchMaker, Server } from '@colyseus/core';
import { WebSocketTransport } from '@colyseus/ws-transport';
import type { Config } from './config.ts';
import { hardenColyseus } from './colyseus-hardening.ts';
import { createHandler, type Listener } from './http/handler.ts';
import { Origins } from './http/origins.ts';
import { aboutRoutes } from './http/routes/about.ts';
import { leaderboardRoutes } from './http/routes/leaderboard.ts';
import { recordingRoutes } from './http/routes/recordings.ts';
import { sessionRoutes } from './http/routes/sessions.ts';
import type { HttpServices } from './http/services.ts';
import { StaticFiles } from './http/static-files.ts';
import { consoleLog, type ServerLog } from './log.ts';
import { Archive } from './recordings/archive.ts';
import { Verifier } from './recordings/verifier.ts';
import { classRoomFor } from './rooms/class-room.ts';
import { readCatalogue, type Catalogue } from './scenarios/catalogue.ts';
import { SessionBook } from './session/session-book.ts';
import { SqliteStorage } from './storage/sqlite-storage.ts';
import type { Storage } from './storage/storage.ts';

const ROOM = 'class';
/** Blueprints and manifests fit; nothing a player sends is larger. */
const MAX_MESSAGE_BYTES = 64 * 1024;
const DAY_MS = 24 * 60 * 60 * 1000;
const CLIENT_DIST = join(import.meta.dirname, '../client/dist');

/** What a test may bring instead of ours. */
export interface AppParts {
  readonly storage?: Storage;
  readonly catalogue?: Catalogue;
  readonly log?: ServerLog;
}

export interface App {
  readonly port: number;
  readonly sessions: number;
  /** Tells everybody to come back, and closes; what has not closed by the deadline is cut off. */
  stop(): Promise<void>;
}

export async function startApp(config: Config, parts: AppParts = {}): Promise<App> {
  const log = parts.log ?? consoleLog;
  const catalogue = parts.catalogue ?? readCatalogue();
  const storage = parts.storage ?? new SqliteStorage(config.dataDir, config.storageSync);
  storage.removeRecordingsBefore(Date.now() - config.retentionDays * DAY_MS);
  const book = new SessionBook(storage, catalogue, config.maxSessions);
  const verifier = new Verifier();
  const origins = new Origins([
    ...config.allowedOrigins,
    ...(config.publicUrl === undefined ? [] : [config.publicUrl]),
  ]);

  hardenColyseus();
  const http = createServer({ requestTimeout: 60_000, headersTimeout: 20_000 });
  const game = createGame(http, origins);
  game.define(ROOM, classRoomFor({ book, archive: new Archive(storage, verifier, log), log }));

  let matchmaking: Listener | null = null;
  const services: HttpServices = {
    config,
    storage,
    catalogue,
    book,
    verifier,
    log,
    openRoom: async (session) => void (await matchMaker.createRoom(ROOM, { sessionId: session.id })),
    port: () => (http.address() as AddressInfo).port,
    isReady: () => matchmaking !== null,
  };
  await game.listen(config.port, config.host);
  const colyseus = takeListeners(http);
  const routes = [sessionRoutes, leaderboardRoutes, recordingRoutes, aboutRoutes].flatMap((make) => make(services));
  const files = new StaticFiles(CLIENT_DIST);
  http.on('request', createHandler({ routes, origins, files, log, matchmaking: () => matchmaking }));

  const restored = await book.restore(log);
  for (const session of restored) await services.openRoom(session);
  matchmaking = colyseus;
  return { port: services.port(), sessions: restored.length, stop: () => stop(config, game, http, storage) };
}

function createGame(http: HttpServer, origins: Origins): Server {
  const transport = new WebSocketTransport({
    server: http,
    maxPayload: MAX_MESSAGE_BYTES,
    beforeUpgrade: (_url, { headers }) => {
      const origin = headers.get('origin') ?? undefined;
      return origins.isAllowed(origin, headers.get('host') ?? undefined)
        ? undefined
        : new Response(null, { status: 403 });
    },
  });
  return new Server({ transport, greet: false, gracefullyShutdown: false });
}

/** Colyseus answers every request; we keep its listener for the matchmaking alone. */
function takeListeners(http: HttpServer): Listener {
  const listeners = http.listeners('request') as Listener[];
  http.removeAllListeners('request');
  return (request, response) => {
    for (const listener of listeners) listener(request, response);
  };
}

async function stop(config: Config, game: Server, http: HttpServer, storage: Storage): Promise<void> {
  const deadline = new Promise((passed) => setTimeout(passed, config.shutdownDeadlineMs).unref());
  await Promise.race([game.gracefullyShutdown(false), deadline]);
  http.closeAllConnections();
  http.close();
  storage.close();
}
