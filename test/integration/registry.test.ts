/** One registry for the whole session. */
import { expect, test } from 'vitest';
import { hostSession } from '../support/session-client.ts';
import { aClient, aServer } from '../support/server-fixture.ts';

test("SRV-50 a finished push is on every team's shelves, in every log, under the pusher's namespace", async () => {
  const server = await aServer();
  const { roomId, hostKey } = await hostSession(server.url, 'sandbox', 3);
  const teacher = await aClient(server.url, roomId, { hostKey });
  const pusher = await aClient(server.url, roomId, { team: 'maple' });
  const others = [
    await aClient(server.url, roomId, { team: 'bamboo' }),
    await aClient(server.url, roomId, { team: 'willow' }),
  ];
  await teacher.control({ action: 'setPace', pace: 16 });
  await teacher.control({ action: 'start' });
  const reference = 'maple/hut:mine';
  expect(
    await pusher.command({
      type: 'verb',
      verb: { verb: 'build', dockerfile: 'FROM hut:1.0\nCMD ["hut"]\n', reference },
    }),
  ).toBeNull();
  const tag = 'docker.io/maple/hut:mine';
  await pusher.until(() => pusher.simulation.store.get('LocalTag', tag) !== undefined, 30_000);
  expect(await pusher.command({ type: 'verb', verb: { verb: 'push', reference } })).toBeNull();
  const all = [pusher, ...others];
  await pusher.until(() => all.every(({ simulation }) => simulation.store.get('Tag', tag) !== undefined), 30_000);
  const digest = pusher.simulation.store.get('Tag', tag)?.digest ?? '';
  for (const { simulation } of all) {
    expect(simulation.store.get('Tag', tag)).toMatchObject({ digest, namespace: 'maple' });
    expect(simulation.store.get('Image', digest)).toBeDefined();
  }
  const publications = others.map(({ entries }) =>
    entries.filter((entry) => Array.isArray(entry) && entry[0] === 'e' && entry[1].type === 'imagePublished'),
  );
  expect(publications.map((list) => list.length)).toEqual([1, 1]);
  const denied = await others[0]?.command({ type: 'verb', verb: { verb: 'push', reference } });
  expect(denied).not.toBeNull();
});
