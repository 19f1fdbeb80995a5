/** Servers and clients of one test, closed after it whatever happened. */
import { afterEach } from 'vitest';
import { startServer, type RunningServer } from './server.ts';
import { SessionClient } from './session-client.ts';

const servers: RunningServer[] = [];
const clients: SessionClient[] = [];

afterEach(async () => {
  for (const client of clients.splice(0)) client.drop();
  await Promise.all(servers.splice(0).map((server) => server.stop('SIGKILL')));
});

export async function aServer(options: Parameters<typeof startServer>[0] = {}): Promise<RunningServer> {
  const server = await startServer(options);
  servers.push(server);
  return server;
}

export async function aClient(...parameters: Parameters<typeof SessionClient.join>): Promise<SessionClient> {
  const client = await SessionClient.join(...parameters);
  clients.push(client);
  return client;
}
