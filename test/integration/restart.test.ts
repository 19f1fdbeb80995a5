/** A server killed in mid-lesson: what was acknowledged is there, who was here comes back, and the state is the same. */
import { gunzipSync } from 'node:zlib';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Command } from '../../shared/commands/table.ts';
import { recording as recordingSchema, type Recording } from '../../shared/recording/recording.ts';
import { hostSession, type SessionClient } from '../support/session-client.ts';
import { aClient, aServer } from '../support/server-fixture.ts';
import { createSimulation } from '../../shared/session/create.ts';

/** Turns the switch of the player's own seat to and fro until told to stop; returns what the server acknowledged. */
function play(client: SessionClient): { readonly acknowledged: Command[]; stop(): void } {
  const acknowledged: Command[] = [];
  const state = { isPlaying: true };
  const run = async () => {
    for (let count = 0; state.isPlaying; count += 1) {
      const seat = client.simulation.store.by('seatsByHolder', client.welcome.player)[0] ?? '';
      const id = client.simulation.store
        .keys('LoopSwitch')
        .find((key) => client.simulation.store.get('LoopSwitch', key)?.seat === seat);
      const command: Command = {
        type: 'setLoopMode',
        switch: id ?? 'builder',
        mode: count % 2 === 0 ? 'auto' : 'hand',
      };
      const refusal = await client.command(command).catch(() => 'not answered');
      if (refusal === null) acknowledged.push(command);
      await pause(40);
    }
  };
  void run();
  return { acknowledged, stop: () => (state.isPlaying = false) };
}

function commandsOf(recording: Recording, player: string): Command[] {
  return recording.log.flatMap((entry) =>
    Array.isArray(entry) && entry[0] === 'c' && entry[1] === player ? [entry[2]] : [],
  );
}

function isSubsequence(part: readonly Command[], whole: readonly Command[]): boolean {
  let found = 0;
  for (const command of whole) if (JSON.stringify(command) === JSON.stringify(part[found])) found += 1;
  return found === part.length;
}

async function downloadRecording(url: string, id: string): Promise<Recording> {
  const response = await fetch(`${url}/api/recordings/${id}`);
  return recordingSchema.parse(JSON.parse(gunzipSync(Buffer.from(await response.arrayBuffer())).toString('utf8')));
}

test('SRV-10 SIGKILL loses no acknowledged input; clients resume by themselves; the hash is that of an undisturbed run', async () => {
  const first = await aServer();
  const { roomId, code, hostKey } = await hostSession(first.url, 'sandbox', 2);
  const teacher = await aClient(first.url, roomId, { hostKey });
  const players: SessionClient[] = [];
  for (let count = 0; count < 4; count += 1) players.push(await aClient(first.url, roomId, {}));
  const seatsOf = (client: SessionClient) => client.simulation.store.by('seatsByHolder', client.welcome.player);
  await teacher.until(() => players.every((player) => seatsOf(player).length > 0));
  const before = players.map((player) => ({ id: player.welcome.player, seats: seatsOf(player) }));
  await teacher.control({ action: 'setPace', pace: 16 });
  await teacher.control({ action: 'start' });
  const games = players.map(play);
  await teacher.until(() => teacher.simulation.store.tick >= 30, 20_000);
  await first.stop('SIGKILL');
  const tickAtDeath = teacher.simulation.store.tick;

  const second = await aServer({ dataDir: first.dataDir, port: first.port });
  const everybody = [teacher, ...players];
  await teacher.until(() => everybody.every((client) => client.joins === 2 && client.snapshots === 2), 20_000);
  expect((await (await fetch(`${second.url}/api/sessions/${code}`)).json()) as object).toMatchObject({
    roomId,
    phase: 'running',
  });
  expect(players.map((player) => ({ id: player.welcome.player, seats: seatsOf(player) }))).toEqual(before);
  expect(teacher.simulation.store.tick).toBeGreaterThanOrEqual(tickAtDeath);
  await teacher.until(() => teacher.simulation.store.tick >= tickAtDeath + 40, 20_000);
  for (const game of games) game.stop();
  expect(await teacher.control({ action: 'end' })).toBeNull();
  await teacher.until(() => teacher.lobby.teams.every(({ verdict }) => verdict === 'true'), 20_000);
  expect(everybody.flatMap((client) => client.parted)).toEqual([]);

  const recordings = await Promise.all(
    teacher.lobby.teams.map(({ recordingId }) => downloadRecording(second.url, recordingId)),
  );
  players.forEach((player, index) => {
    const recording = recordings.find(({ head }) => head.clusterId === player.welcome.cluster) as Recording;
    const acknowledged = games[index]?.acknowledged ?? [];
    expect(acknowledged.length).toBeGreaterThan(10);
    expect(isSubsequence(acknowledged, commandsOf(recording, player.welcome.player))).toBe(true);
  });
  for (const recording of recordings) {
    const undisturbed = createSimulation(recording.head.setup);
    for (const entry of recording.log) undisturbed.apply(entry);
    const witness = players.find(({ welcome }) => welcome.cluster === recording.head.clusterId);
    expect(witness?.simulation.hash()).toBe(undisturbed.hash());
  }
});

test('SRV-11 an orderly stop tells clients to come back, and they do', async () => {
  const first = await aServer();
  const { roomId, hostKey } = await hostSession(first.url, 'sandbox');
  const teacher = await aClient(first.url, roomId, { hostKey });
  const player = await aClient(first.url, roomId, {});
  await teacher.control({ action: 'start' });
  await first.stop('SIGTERM');
  await player.until(() => player.closeCodes.length === 1);
  expect(player.closeCodes).toEqual([4010]);
  await aServer({ dataDir: first.dataDir, port: first.port });
  await player.until(() => player.joins === 2 && player.isOnline, 20_000);
  await teacher.until(() => teacher.joins === 2 && teacher.lobby.phase === 'running', 20_000);
});
