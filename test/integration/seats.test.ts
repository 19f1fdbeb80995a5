/** Seats across reloads, broken lines, second windows and the teacher's hand. */
import { expect, test } from 'vitest';
import { isByHand } from '../../shared/cluster/switches.ts';
import { hostSession, type SessionClient } from '../support/session-client.ts';
import { aClient, aServer } from '../support/server-fixture.ts';

async function aLesson() {
  const server = await aServer();
  const hosted = await hostSession(server.url, 'sandbox', 2);
  const teacher = await aClient(server.url, hosted.roomId, { hostKey: hosted.hostKey });
  const player = await aClient(server.url, hosted.roomId, {});
  await teacher.control({ action: 'start' });
  return { url: server.url, ...hosted, teacher, player };
}

const connectionsOf = (client: SessionClient, player: string) =>
  client.entries.flatMap((entry) =>
    Array.isArray(entry) && entry[0] === 'e' && entry[1].type === 'playerConnection' && entry[1].player === player
      ? [entry[1].connected]
      : [],
  );

test('SRV-40 who goes is played by the autopilot at once and has the seat again on return; both are in the log', async () => {
  const { url, roomId, teacher, player } = await aLesson();
  const { player: id, token, nickname } = player.welcome;
  expect(await player.command({ type: 'setLoopMode', switch: 'scheduler', mode: 'hand' })).toBeNull();
  await teacher.until(() => isByHand(teacher.simulation.store, 'scheduler'));
  player.drop();
  await teacher.until(() => !isByHand(teacher.simulation.store, 'scheduler'));
  expect(teacher.simulation.store.get('Seat', 'scheduler')).toMatchObject({ holder: id, connected: false });
  await teacher.until(() => teacher.lobby.players[0]?.connected === false);
  const back = await aClient(url, roomId, { token });
  expect(back.welcome).toMatchObject({ player: id, nickname, cluster: 'maple' });
  await teacher.until(() => isByHand(teacher.simulation.store, 'scheduler'));
  expect(connectionsOf(teacher, id)).toEqual([false, true]);
});

test('SRV-41 a second window with the same token takes the place of the first, which stays away', async () => {
  const { url, roomId, teacher, player } = await aLesson();
  const second = await aClient(url, roomId, { token: player.welcome.token });
  await player.until(() => player.closeCodes.length === 1);
  expect(player.closeCodes).toEqual([4410]);
  expect(await second.command({ type: 'setLoopMode', switch: 'scheduler', mode: 'hand' })).toBeNull();
  expect(teacher.simulation.store.get('Seat', 'scheduler')?.connected).toBe(true);
  expect(connectionsOf(teacher, player.welcome.player)).toEqual([]);
});

test('SRV-42 the teacher gives seats, moves and removes players, from any device', async () => {
  const { url, roomId, hostKey, player } = await aLesson();
  const phone = await aClient(url, roomId, { hostKey });
  const id = player.welcome.player;
  expect(
    await phone.control({ action: 'assignSeat', cluster: 'maple', seat: 'kubelet/node-2', player: id }),
  ).toBeNull();
  await player.until(() => player.simulation.store.by('seatsByHolder', id).length === 2);
  const { token } = player.welcome;
  expect(await phone.control({ action: 'movePlayer', player: id, cluster: 'bamboo' })).toBeNull();
  await player.until(
    () => player.welcome.cluster === 'bamboo' && player.simulation.store.get('Player', id) !== undefined,
  );
  expect(player.welcome.token).toBe(token);
  expect(player.simulation.store.by('seatsByHolder', id)).toEqual(['scheduler']);
  await phone.until(() => phone.simulation.store.get('Player', id) === undefined);
  expect(phone.simulation.store.get('Seat', 'scheduler')?.holder).toBeNull();
  expect(await phone.control({ action: 'removePlayer', player: id })).toBeNull();
  await player.until(() => player.closeCodes.includes(4410));
  await phone.until(() => phone.lobby.players.length === 0);
});

test("SRV-43 a pause outlives the teacher's line, and time stands still", async () => {
  const { teacher, player } = await aLesson();
  await teacher.control({ action: 'setPace', pace: 0 });
  teacher.drop();
  const { tick } = player.simulation.store;
  await player.command({ type: 'setLoopMode', switch: 'scheduler', mode: 'hand' });
  await new Promise((later) => setTimeout(later, 1000));
  expect(player.simulation.store.tick - tick).toBeLessThanOrEqual(1);
});
