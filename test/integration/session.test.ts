/** The life of a session over the real wire: join, seats, commands, pace, end. */
import { expect, test } from 'vitest';
import { hostSession } from '../support/session-client.ts';
import { aClient, aServer } from '../support/server-fixture.ts';

test('SRV-1 a hosted session is found by its code, and forgotten codes are not', async () => {
  const server = await aServer();
  const { roomId, code } = await hostSession(server.url, 'sandbox', 3);
  const found = await fetch(`${server.url}/api/sessions/${code.toLowerCase()}`);
  expect(await found.json()).toMatchObject({
    roomId,
    phase: 'lobby',
    teams: [{ id: 'maple' }, { id: 'bamboo' }, { id: 'willow' }],
  });
  const missing = await fetch(`${server.url}/api/sessions/ZZZZZ`);
  expect(missing.status).toBe(404);
  expect(await missing.json()).toMatchObject({ kind: 'Status', reason: 'NotFound' });
});

test('SRV-2 newcomers fill the smallest team and its first free useful seat; who comes last builds', async () => {
  const server = await aServer();
  const { roomId } = await hostSession(server.url, 'sandbox', 2);
  const players = [];
  for (let count = 0; count < 4; count += 1) players.push(await aClient(server.url, roomId, {}));
  expect(players.map((player) => player.welcome.cluster)).toEqual(['maple', 'bamboo', 'maple', 'bamboo']);
  const held = players.map(({ simulation, welcome }) => simulation.store.by('seatsByHolder', welcome.player));
  expect(held).toEqual([['scheduler'], ['scheduler'], ['controller-manager'], ['controller-manager']]);
  const asked = await aClient(server.url, roomId, { team: 'bamboo', nickname: 'Brave Otter' });
  expect(asked.welcome).toMatchObject({ cluster: 'bamboo', nickname: 'Brave Otter' });
});

test('SRV-3 everybody follows the same log, tick by tick, and every hash agrees', async () => {
  const server = await aServer();
  const { roomId, hostKey } = await hostSession(server.url, 'sandbox');
  const teacher = await aClient(server.url, roomId, { hostKey });
  const player = await aClient(server.url, roomId, {});
  const projector = await aClient(server.url, roomId, 'projector');
  expect(await teacher.control({ action: 'setPace', pace: 16 })).toBeNull();
  expect(await teacher.control({ action: 'start' })).toBeNull();
  const all = [teacher, player, projector];
  await player.until(() => all.every((client) => client.hashesEqual >= 2), 20_000);
  expect(all.flatMap((client) => client.parted)).toEqual([]);
  expect(await teacher.control({ action: 'setPace', pace: 0 })).toBeNull();
  await player.until(() => new Set(all.map((client) => client.simulation.store.sequence)).size === 1);
  expect(new Set(all.map((client) => client.simulation.hash())).size).toBe(1);
  const late = await aClient(server.url, roomId, {});
  await late.until(() => late.simulation.store.sequence === player.simulation.store.sequence);
  expect(late.simulation.hash()).toBe(player.simulation.hash());
});
