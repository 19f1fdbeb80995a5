/** The server's cost: bytes to each client, and its CPU beside a bare Colyseus room with as many clients. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { PROTOCOL_VERSION } from '../../shared/protocol/version.ts';
import { joinMany, LightClient } from '../load/light-client.ts';
import { startServer } from '../support/server.ts';
import { hostSession, SessionClient } from '../support/session-client.ts';
import { bytes, figure, heading } from './print.ts';

const CLIENTS = 30;
const TEAMS = 6;
const PACE = 4;
const SECONDS = 10;
const TICKS_PER_MINUTE = 60;
/** Linux: clock ticks a second of /proc. */
const CLOCK_HZ = 100;
const ROOT = join(import.meta.dirname, '../..');

/** Milliseconds of CPU that a process has used; null where the system does not tell. */
function cpuMs(pid: number | undefined): number | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return ((Number(fields[11]) + Number(fields[12])) * 1000) / CLOCK_HZ;
  } catch {
    return null;
  }
}

interface Load {
  readonly cpuPercent: number | null;
  readonly bytesPerSecond: number;
  readonly messagesPerSecond: number;
}

async function observe(pid: number | undefined, clients: readonly LightClient[]): Promise<Load> {
  await pause(1000);
  const total = (read: (client: LightClient) => number) => clients.reduce((sum, client) => sum + read(client), 0);
  const before = {
    cpu: cpuMs(pid),
    bytes: total((client) => client.bytesReceived),
    messages: total((client) => client.messagesReceived),
  };
  await pause(SECONDS * 1000);
  const cpu = cpuMs(pid);
  return {
    cpuPercent: cpu === null || before.cpu === null ? null : (cpu - before.cpu) / (SECONDS * 10),
    bytesPerSecond: (total((client) => client.bytesReceived) - before.bytes) / SECONDS / clients.length,
    messagesPerSecond: (total((client) => client.messagesReceived) - before.messages) / SECONDS / clients.length,
  };
}

async function ourLoad(): Promise<Load & { readonly joinMs: number }> {
  const server = await startServer({ env: { NODE_ENV: 'production' } });
  try {
    const { roomId, hostKey } = await hostSession(server.url, 'sandbox', TEAMS);
    const teacher = await SessionClient.join(server.url, roomId, { hostKey });
    await teacher.control({ action: 'setPace', pace: PACE });
    await teacher.control({ action: 'start' });
    const start = performance.now();
    const clients = await joinMany(CLIENTS, () =>
      LightClient.join(server.url, roomId, { as: 'player', protocol: PROTOCOL_VERSION }),
    );
    const joinMs = performance.now() - start;
    const load = await observe(server.process.pid, clients);
    for (const client of clients) client.leave();
    await teacher.leave();
    return { ...load, joinMs };
  } finally {
    await server.stop('SIGKILL');
  }
}

async function bareLoad(): Promise<Load> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'test/load/bare-server.ts'], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: 'production', PORT: '0', PACE: String(PACE) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const line = await new Promise<string>((read) => child.stdout.once('data', (chunk) => read(String(chunk))));
    const { port, roomId } = JSON.parse(line) as { port: number; roomId: string };
    const clients = await joinMany(CLIENTS, () => LightClient.join(`http://localhost:${port}`, roomId, {}));
    const load = await observe(child.pid, clients);
    for (const client of clients) client.leave();
    return load;
  } finally {
    child.kill('SIGKILL');
  }
}

const percent = (value: number | null) => (value === null ? '--' : `${value.toFixed(1)} %`);

export async function benchServer(): Promise<void> {
  heading(`server: ${CLIENTS} clients in ${TEAMS} teams at ${PACE} ticks a second, beside a bare Colyseus room`);
  const ours = await ourLoad();
  const bare = await bareLoad();
  figure('all joined after', `${Math.round(ours.joinMs)} ms`);
  figure(
    'bytes per client per simulated minute',
    bytes((ours.bytesPerSecond * TICKS_PER_MINUTE) / PACE),
    `${ours.messagesPerSecond.toFixed(1)} messages a second`,
  );
  figure(
    'the same, bare room',
    bytes((bare.bytesPerSecond * TICKS_PER_MINUTE) / PACE),
    `${bare.messagesPerSecond.toFixed(1)} messages a second`,
  );
  figure('CPU of one core', percent(ours.cpuPercent), 'six simulated towns, log on disk');
  figure('CPU of one core, bare room', percent(bare.cpuPercent));
  if (ours.cpuPercent !== null && bare.cpuPercent)
    figure('ratio', `${(ours.cpuPercent / bare.cpuPercent).toFixed(2)} x`);
}
