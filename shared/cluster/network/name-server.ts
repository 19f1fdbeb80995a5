/** name-server: keeps the names in step with the Services, and knows from where a CoreDNS pod can be reached. */
import type { NamePath, NameRecord, NameServer } from '../../api/world/name-server.ts';
import { RULES_IN_TOUCH } from '../../api/world/network.ts';
import { DNS_ADDRESS, DNS_SERVICE, isSystemKey } from '../../api/system.ts';
import { sortedKeys } from '../../base/order.ts';
import type { View } from '../../store/store.ts';
import { reflex } from '../loop.ts';
import { inNameServer } from '../processes.ts';
import { isAnswering, listensOn, servingDeadlines } from '../runtime/serving.ts';
import { meaningOf, NAME_TTL_TICKS, nameServerOf, pathFrom } from './names.ts';
import { backendsOn } from './rules.ts';

const KEYS = ['dns'];

/** From then on nobody remembers what it was before. */
const forgottenTick = ({ sinceTick }: NameRecord) => sinceTick + NAME_TTL_TICKS;

export const nameServer = reflex({
  name: 'name-server',
  process: inNameServer,
  watches: {
    Service: () => KEYS,
    NameServer: () => KEYS,
    ProxyRules: () => KEYS,
    Machine: () => KEYS,
    Sandbox: ({ before, after }) => (isSystemKey((after ?? before)?.podKey ?? '') ? KEYS : []),
  },
  deadlines: {
    NameServer: ({ records }) =>
      Object.values(records)
        .filter(isTransient)
        .map((record) => ({ tick: forgottenTick(record), key: 'dns' })),
    Sandbox: (sandbox) =>
      isSystemKey(sandbox.podKey) ? servingDeadlines(sandbox).map((tick) => ({ tick, key: 'dns' })) : [],
  },
  keys: () => KEYS,
  run: (world) => {
    const server = nameServerOf(world);
    world.put({ ...server, paths: pathsOf(world, server), records: recordsOf(world, server.records) });
  },
});

/** Costs what is out of touch, not the size of the town. */
function pathsOf(view: View, server: NameServer): NameServer['paths'] {
  const paths: Record<string, NamePath> = {};
  for (const key of view.keys('ProxyRules')) {
    const before = pathFrom(server, key);
    const isReached = isServerReached(view, key);
    paths[key] = before.isReached === isReached ? before : { isReached, sinceTick: view.tick };
  }
  return paths;
}

/** *Simplified*: a resolver that gets no answer tries again until it finds a pod that has one. */
function isServerReached(view: View, rules: string): boolean {
  const service = view.get('Service', DNS_SERVICE);
  if (service && service.status.clusterIP !== DNS_ADDRESS) return false;
  return backendsOn(view, rules === RULES_IN_TOUCH ? '' : rules, DNS_SERVICE).some(({ podUid, port }) => {
    const sandbox = view.get('Sandbox', podUid);
    return sandbox !== undefined && isAnswering(view, sandbox) && listensOn(view, sandbox, port);
  });
}

const isTransient = ({ address, before }: NameRecord) => address === null || before !== null;

function recordsOf(view: View, known: NameServer['records']): NameServer['records'] {
  const records: Record<string, NameRecord> = {};
  const keys = new Set([...sortedKeys(known), ...view.keys('Service')]);
  for (const key of keys) {
    const service = view.get('Service', key);
    const address = service ? meaningOf(service) : null;
    const before = known[key];
    if (before?.address !== address) {
      if (address !== null || before) records[key] = meaningNow(view, before, address);
    } else if (!isTransient(before) || view.tick < forgottenTick(before)) records[key] = before;
    else if (address !== null) records[key] = { ...before, before: null };
  }
  return records;
}

/** Who found nothing while it was gone asks again at once; who asked before that goes on remembering what it was then. */
function meaningNow({ tick }: View, before: NameRecord | undefined, address: string | null): NameRecord {
  return before?.address === null
    ? { ...before, address }
    : { address, sinceTick: tick, before: before?.address ?? null };
}
