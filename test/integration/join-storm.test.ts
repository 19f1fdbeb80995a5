/** A whole class at once, from one address. */
import { expect, test } from 'vitest';
import { hostSession, type SessionClient } from '../support/session-client.ts';
import { aClient, aServer } from '../support/server-fixture.ts';

const STUDENTS = 40;
const STORM_MS = 5000;

test('SRV-20 forty clients from one address join within five seconds: all are seated, none is lost', async () => {
  const server = await aServer();
  const { roomId, hostKey } = await hostSession(server.url, 'sandbox', 4);
  const teacher = await aClient(server.url, roomId, { hostKey });
  await teacher.control({ action: 'start' });
  const start = performance.now();
  const joins = Array.from({ length: STUDENTS }, (): Promise<SessionClient> => aClient(server.url, roomId, {}));
  const students = await Promise.all(joins);
  const tookMs = performance.now() - start;
  expect(tookMs).toBeLessThan(STORM_MS);
  expect(new Set(students.map(({ welcome }) => welcome.player)).size).toBe(STUDENTS);
  expect(new Set(students.map(({ welcome }) => welcome.nickname)).size).toBe(STUDENTS);
  await teacher.until(() => teacher.lobby.players.length === STUDENTS);
  expect(teacher.lobby.players.every(({ connected }) => connected)).toBe(true);
  for (const { id } of teacher.lobby.teams) {
    const members = students.filter(({ welcome }) => welcome.cluster === id);
    expect(members).toHaveLength(STUDENTS / 4);
    const [member] = members as [SessionClient];
    await member.until(() => member.simulation.store.count('Player') === STUDENTS / 4);
    // One scheduler, one controller manager, three village heads; the others build.
    const { store } = member.simulation;
    expect([...store.list('Seat')].every(({ holder, connected }) => holder !== null && connected)).toBe(true);
  }
  await teacher.until(() => students.every((student) => student.isOnline && student.hashesEqual > 0), 20_000);
  expect(students.flatMap((student) => student.parted)).toEqual([]);
  console.log(`SRV-20: ${STUDENTS} clients joined in ${Math.round(tookMs)} ms`);
});
