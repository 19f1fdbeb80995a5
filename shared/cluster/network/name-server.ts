/** name-server: keeps the names in step with the Services, and comes back after a restart. */
import type { NameRecord, NameServer } from '../../api/world/name-server.ts';
import { sortedKeys } from '../../base/order.ts';
import type { View } from '../../store/store.ts';
import { reflex } from '../loop.ts';
import { inNameServer } from '../processes.ts';
import { NAME_TTL_TICKS, nameServerOf } from './names.ts';

const KEYS = ['dns'];

/** From then on nobody remembers what it was before. */
const forgottenTick = ({ sinceTick }: NameRecord) => sinceTick + NAME_TTL_TICKS;

export const nameServer = reflex({
  name: 'name-server',
  process: inNameServer,
  watches: { Service: () => KEYS, NameServer: () => KEYS },
  deadlines: {
    NameServer: ({ startDoneTick, records }) => [
      ...(startDoneTick === null ? [] : [{ tick: startDoneTick, key: 'dns' }]),
      ...Object.values(records)
        .filter(isTransient)
        .map((record) => ({ tick: forgottenTick(record), key: 'dns' })),
    ],
  },
  keys: () => KEYS,
  run: (world) => {
    const server = nameServerOf(world);
    const isStarted = server.startDoneTick !== null && world.tick >= server.startDoneTick;
    const risen: NameServer = isStarted
      ? { ...server, state: 'running', sinceTick: world.tick, startDoneTick: null }
      : server;
    world.put({ ...risen, records: recordsOf(world, server.records) });
  },
});

const isTransient = ({ address, before }: NameRecord) => address === null || before !== null;

function recordsOf(view: View, known: NameServer['records']): NameServer['records'] {
  const records: Record<string, NameRecord> = {};
  const keys = new Set([...sortedKeys(known), ...view.keys('Service')]);
  for (const key of keys) {
    const address = view.get('Service', key)?.status.clusterIP ?? null;
    const before = known[key];
    if (before?.address !== address) {
      if (address !== null || before) records[key] = { address, sinceTick: view.tick, before: before?.address ?? null };
    } else if (!isTransient(before) || view.tick < forgottenTick(before)) records[key] = before;
    else if (address !== null) records[key] = { ...before, before: null };
  }
  return records;
}
