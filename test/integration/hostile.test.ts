/** Messages and requests that nobody should send: each is refused with its reason, nothing changes, the room lives. */
import { request } from 'node:http';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { PROTOCOL_VERSION } from '../../shared/protocol/version.ts';
import { hostSession, refusalIn, type SessionClient } from '../support/session-client.ts';
import { aClient, aServer } from '../support/server-fixture.ts';

async function joinRefusal(url: string, roomId: string, options: object): Promise<string | undefined> {
  const { Client } = await import('colyseus.js');
  const failed = await new Client(url.replace(/^http/, 'ws')).joinById(roomId, options).then(
    () => null,
    (error: unknown) => refusalIn(error),
  );
  return failed?.key;
}

async function aRunningSession() {
  const server = await aServer();
  const hosted = await hostSession(server.url, 'sandbox', 2);
  const teacher = await aClient(server.url, hosted.roomId, { hostKey: hosted.hostKey });
  const player = await aClient(server.url, hosted.roomId, {});
  await teacher.control({ action: 'setPace', pace: 0 });
  await teacher.control({ action: 'start' });
  await player.until(() => player.simulation.store.get('Clock', 'clock')?.phase === 'running');
  return { server, hosted, teacher, player };
}

const take = { type: 'takeSeat', seat: 'controller-manager' } as const;

async function hashOnServer(url: string, roomId: string): Promise<string> {
  const witness = await aClient(url, roomId, 'projector');
  const hash = witness.simulation.hash();
  await witness.leave();
  return hash;
}

test('SRV-30 malformed, unknown and unauthorised messages are refused with their reason; the state stays as it was', async () => {
  const { server, hosted, teacher, player } = await aRunningSession();
  const before = await hashOnServer(server.url, hosted.roomId);
  const cases: readonly [who: SessionClient, type: string, message: unknown, key: string][] = [
    [player, 'command', undefined, 'badMessage'],
    [player, 'command', 42, 'badMessage'],
    [player, 'command', { cluster: 'maple', command: { type: 'nonsense' } }, 'badMessage'],
    [player, 'command', { cluster: 'maple', command: { type: 'takeSeat', seat: '../etc' } }, 'badMessage'],
    [player, 'command', { cluster: 'maple', command: take, more: 1 }, 'badMessage'],
    [player, 'command', { cluster: 'bamboo', command: take }, 'otherTeam'],
    [player, 'command', { cluster: 'nowhere', command: take }, 'otherTeam'],
    [
      player,
      'command',
      { cluster: 'maple', command: { type: 'injectFault', fault: 'node-crash', target: 'node-1' } },
      'teacherOnly',
    ],
    [player, 'control', { action: 'end' }, 'hostOnly'],
    [player, 'control', { action: 'setPace', pace: 3 }, 'badMessage'],
    [player, 'follow', { cluster: 'bamboo' }, 'otherTeam'],
    [player, 'follow', { cluster: 'nowhere' }, 'notFound'],
    [teacher, 'command', { cluster: 'nowhere', command: take }, 'notFound'],
    [teacher, 'command', { cluster: 'maple', command: take }, 'playersOnly'],
    [teacher, 'control', { action: 'assignSeat', cluster: 'maple', seat: 'kubelet/node-99', player: null }, 'notFound'],
    [teacher, 'control', { action: 'removePlayer', player: 'nobody00' }, 'notFound'],
    [teacher, 'control', { action: 'start' }, 'alreadyStarted'],
  ];
  for (const [who, type, message, key] of cases) {
    const refusal = await who.ask(type, message);
    expect(refusal, JSON.stringify(message)).toMatchObject({ kind: 'Status', status: 'Failure', key });
    expect(refusal?.message.length).toBeGreaterThan(5);
  }
  player.room.send('nonsense', { a: 1 });
  player.room.sendBytes('nonsense', new Uint8Array(10));
  await player.until(() => player.refused.length === 2);
  expect(player.refused.map(({ key }) => key)).toEqual(['unknownMessage', 'unknownMessage']);
  expect(player.isOnline && teacher.isOnline).toBe(true);
  expect(await hashOnServer(server.url, hosted.roomId)).toBe(before);
});

test('SRV-31 too many messages are refused; gross abuse is cut off; the room lives', async () => {
  const { server, hosted, teacher, player } = await aRunningSession();
  const before = await hashOnServer(server.url, hosted.roomId);
  const flood = await Promise.all(Array.from({ length: 150 }, () => player.ask('control', { action: 'end' })));
  expect(new Set(flood.map((refusal) => refusal?.key))).toEqual(new Set(['hostOnly', 'tooManyMessages']));
  expect(flood.filter((refusal) => refusal?.key === 'tooManyMessages').length).toBeGreaterThan(60);
  const abuser = await aClient(server.url, hosted.roomId, 'projector');
  for (let count = 0; count < 1000; count += 1) abuser.room.send('nonsense', count);
  await abuser.until(() => abuser.closeCodes.length > 0);
  expect(await hashOnServer(server.url, hosted.roomId)).toBe(before);
  expect(await teacher.control({ action: 'setPace', pace: 4 })).toBeNull();
});

test('SRV-32 an oversized message closes that line alone; oversized and foreign HTTP requests get their reason', async () => {
  const { server, hosted, teacher, player } = await aRunningSession();
  const big = await aClient(server.url, hosted.roomId, 'projector');
  big.room.send('command', 'x'.repeat(100_000));
  await big.until(() => big.closeCodes.length > 0);
  expect(teacher.isOnline && player.isOnline).toBe(true);
  const post = (path: string, body: string, headers: Record<string, string> = {}) =>
    fetch(server.url + path, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
  const huge = JSON.stringify({ scenario: 'x'.repeat(100_000) });
  expect((await post('/api/sessions', huge)).status).toBe(413);
  expect((await post(`/matchmake/joinById/${hosted.roomId}`, huge)).status).toBe(413);
  expect((await post('/api/sessions', '{"scenario":"sandbox","teams":99}')).status).toBe(400);
  expect((await post('/api/sessions', 'not json')).status).toBe(400);
  expect((await post('/api/sessions', '{"scenario":"no-such","teams":1}')).status).toBe(404);
  const foreign = await post('/api/sessions', '{"scenario":"sandbox","teams":1}', {
    origin: 'https://elsewhere.example',
  });
  expect([foreign.status, ((await foreign.json()) as { key: string }).key]).toEqual([403, 'foreignOrigin']);
  expect((await fetch(`${server.url}/api/sessions`)).status).toBe(405);
  expect((await fetch(`${server.url}/api/nothing`)).status).toBe(404);
  expect((await post('/matchmake/create/class', '{}')).status).toBeGreaterThanOrEqual(400);
  expect((await post('/matchmake/joinOrCreate/class', '{}')).status).toBeGreaterThanOrEqual(400);
});

test('SRV-33 a page of another origin gets no socket, and a body of unknown length no matchmaking', async () => {
  const { server, hosted } = await aRunningSession();
  const socket = new WebSocket(`${server.url.replace(/^http/, 'ws')}/p/${hosted.roomId}?sessionId=x`, {
    origin: 'https://elsewhere.example',
  });
  const error = await new Promise<Error>((failed) => socket.on('error', failed));
  expect(error.message).toContain('403');
  const status = await new Promise<number | undefined>((answered) => {
    const chunked = request(`${server.url}/matchmake/joinById/${hosted.roomId}`, { method: 'POST' }, (response) =>
      answered(response.statusCode),
    );
    chunked.on('error', () => answered(undefined));
    chunked.write('{');
    chunked.end('}');
  });
  expect(status).toBe(400);
});

test('SRV-34 joins that may not be are refused with their reason', async () => {
  const { server, hosted, teacher } = await aRunningSession();
  const player = { as: 'player', protocol: PROTOCOL_VERSION };
  const refusal = (options: object) => joinRefusal(server.url, hosted.roomId, options);
  expect(await refusal({})).toBe('badMessage');
  expect(await refusal({ ...player, protocol: 999 })).toBe('wrongProtocol');
  expect(await refusal({ ...player, nickname: 'My Real Name' })).toBe('unknownNickname');
  expect(await refusal({ ...player, token: '0'.repeat(32) })).toBe('unknownToken');
  expect(await refusal({ as: 'teacher', protocol: PROTOCOL_VERSION, hostKey: '0'.repeat(32) })).toBe('wrongHostKey');
  await aClient(server.url, hosted.roomId, { nickname: '智慧的猫头鹰' });
  expect(await refusal({ ...player, nickname: '智慧的猫头鹰' })).toBe('nicknameTaken');
  await teacher.control({ action: 'lockLobby', locked: true });
  expect(await refusal(player)).toBe('lobbyLocked');
  expect(await joinRefusal(server.url, 'no-such-room', player)).toBeUndefined();
});

test('SRV-35 a projector watches and does nothing', async () => {
  const { server, hosted } = await aRunningSession();
  const projector = await aClient(server.url, hosted.roomId, 'projector');
  expect(await projector.command(take)).toMatchObject({ key: 'watchOnly' });
  expect(await projector.control({ action: 'end' })).toMatchObject({ key: 'hostOnly' });
  expect(await projector.follow('bamboo')).toBeNull();
});
