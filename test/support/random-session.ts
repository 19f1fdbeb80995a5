/** A session that nobody planned: players who come, sit, go and press anything, faults, and a town that gets visitors. */
import { must } from '../../shared/base/assert.ts';
import { FAULT_TYPES, faultNamed } from '../../shared/cluster/faults/catalogue.ts';
import { LOOPS } from '../../shared/cluster/loops.ts';
import { setupFor } from '../../shared/scenarios/setup-for.ts';
import { calmingVerbs } from './calm.ts';
import { Chance } from './chance.ts';
import { randomVerb } from './random-verbs.ts';
import { FIRST_TOWN } from './scenarios.ts';
import { Session } from './session.ts';

const CONTROL_LOOPS = LOOPS.filter((loop) => loop.type === 'control');
const PLAYERS = ['player0001', 'player0002', 'player0003'];
const SERVICES = ['default/guesthouse', 'default/teahouse', 'default/hut', 'default/inn'];

/** Plays `ticks` ticks; `afterTick` is called after each. `mostNodes`: how large the town may be. */
export function playAtRandom(
  seed: number,
  ticks: number,
  afterTick: (session: Session) => void,
  mostNodes = 3,
): Session {
  const chance = new Chance(seed);
  const session = new Session(randomSetup(seed, chance, mostNodes));
  session.happen({ type: 'phaseChanged', phase: 'running' });
  const { orders } = FIRST_TOWN;
  for (const { key, dockerfile, image, manifests } of orders.slice(0, 1 + chance.below(orders.length))) {
    session.happen({ type: 'orderPlaced', order: { key, dockerfile, image, manifests } });
  }
  for (const service of SERVICES) session.happen({ type: 'demandChanged', service, rps: chance.below(80) });
  const restlessness = chance.pick([5, 25, 50]);
  while (session.store.tick < ticks) {
    if (chance.percent(restlessness)) stir(session, chance);
    else {
      session.tick();
      afterTick(session);
    }
  }
  return session;
}

const GIB = 1024 * 1024 * 1024;

function randomSetup(seed: number, chance: Chance, mostNodes: number) {
  const setup = setupFor(FIRST_TOWN, { seed, registryNamespace: 'team' });
  const [node] = setup.nodes;
  const nodes = Array.from({ length: 1 + chance.below(mostNodes) }, (_, index) => ({
    ...must(node, 'a node'),
    name: `node-${index + 1}`,
  }));
  const settings = {
    ...setup.settings,
    proxySyncTicks: 1 + chance.below(3),
    bootTicks: chance.pick([10, 90]),
    registryBandwidthBytesPerTick: chance.percent(60) ? null : 1_000_000 * (1 + chance.below(30)),
    registryPullLimit: chance.percent(60) ? null : { pulls: 1 + chance.below(12), windowTicks: 20 + chance.below(200) },
  };
  const size = { cpuMilli: 8000, memoryBytes: 12 * GIB, diskBytes: 80 * GIB };
  const hosts = chance.percent(40) ? ['plot-1', 'plot-2'].map((name) => ({ name, ...size })) : [];
  return { ...setup, hosts, nodes, settings, startMode: chance.pick(['hand', 'auto'] as const) };
}

function stir(session: Session, chance: Chance): void {
  const { store } = session;
  const player = chance.pick(PLAYERS);
  const seat = chance.pick(store.keys('Seat'));
  const what = chance.below(100);
  if (what < 30) for (let count = 1 + chance.below(6); count > 0; count -= 1) sloppyHand(session, chance);
  else if (what < 58) session.verb(chance.percent(40) ? 'teacher' : player, randomVerb(chance, store));
  else if (what < 64) session.happen({ type: 'demandChanged', service: chance.pick(SERVICES), rps: chance.below(120) });
  else if (what < 70) fault(session, chance);
  else if (what < 74) session.happen({ type: 'playerJoined', player, nickname: 'nobody' });
  else if (what < 76) session.happen({ type: 'playerLeft', player });
  else if (what < 82) session.happen({ type: 'playerConnection', player, connected: chance.percent(60) });
  else if (what < 88) session.command(player, { type: 'takeSeat', seat });
  else if (what < 91) session.command(player, { type: 'leaveSeat', seat });
  else if (what < 93) session.happen({ type: 'seatAssigned', seat, player: chance.percent(50) ? player : null });
  else if (what < 94) session.happen({ type: 'paceChanged', pace: chance.pick([0, 4] as const) });
  else {
    const held = store.keys('LoopSwitch').filter((key) => isHeldBy(session, key, player));
    const key = chance.maybe(held) ?? chance.pick(store.keys('LoopSwitch'));
    const mode = chance.pick(['hand', 'auto'] as const);
    session.command(chance.percent(20) ? 'teacher' : player, { type: 'setLoopMode', switch: key, mode });
  }
}

function isHeldBy({ store }: Session, switchKey: string, player: string): boolean {
  return store.get('Seat', store.get('LoopSwitch', switchKey)?.seat ?? '')?.holder === player;
}

/** Somebody who holds a seat by hand does what the panel shows, now and then. */
function sloppyHand(session: Session, chance: Chance): void {
  const loop = chance.pick(CONTROL_LOOPS);
  const key = chance.maybe([...loop.keys(session.store)]);
  if (key === undefined) return;
  const seat = session.store.get('LoopSwitch', loop.switchOf(key, session.store) ?? '')?.seat ?? '';
  const holder = session.store.get('Seat', seat)?.holder ?? 'teacher';
  for (const verb of loop.plan(session.store, key)) session.verb(holder, verb);
}

function fault(session: Session, chance: Chance): void {
  const type = chance.pick(FAULT_TYPES);
  const target = chance.maybe(faultNamed(type).targets(session.store));
  if (target !== undefined) session.happen({ type: 'faultBegan', fault: type, target });
}

/** The town hall first: without it nobody else can be asked. */
function rebuildPlane(session: Session): void {
  const { store } = session;
  const members = store.keys('EtcdMember');
  for (const member of members) session.verb('teacher', { verb: 'repairEtcdMember', member });
  session.tick(10);
  for (const key of [...members, ...store.keys('PlaneProcess')]) {
    const state = (store.get('EtcdMember', key) ?? store.get('PlaneProcess', key))?.state;
    if (state === 'stopped') session.verb('teacher', { verb: 'restartComponent', component: key });
  }
  session.tick(30);
  for (const verb of ['compactEtcd', 'defragEtcd', 'disarmEtcd'] as const) session.verb('teacher', { verb });
  session.verb('teacher', { verb: 'limitClient', client: 'report-script' });
  session.tick(40);
}

/** Everybody gets up, every cause is removed, and the autopilots have time: what is still wrong now needs a reason. */
export function calmDown(session: Session, ticks: number): void {
  const { store } = session;
  for (const player of PLAYERS) session.happen({ type: 'playerLeft', player });
  for (const seat of store.keys('Seat')) session.happen({ type: 'seatAssigned', seat, player: null });
  session.command('teacher', { type: 'setLoopMode', switch: 'builder', mode: 'auto' });
  rebuildPlane(session);
  for (const verb of calmingVerbs(store)) session.verb('teacher', verb);
  session.tick(ticks);
}
