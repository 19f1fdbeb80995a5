// The town hall among real villages: what stops when it is away, what goes on, and how it comes back.
import { describe, expect, test } from 'vitest';
import { must } from '../../shared/base/assert.ts';
import { isApiKind } from '../../shared/api/kinds.ts';
import { isPodReady } from '../../shared/api/pod.ts';
import { FAULTS } from '../../shared/cluster/faults/catalogue.ts';
import { LOOPS } from '../../shared/cluster/loops.ts';
import { leaderOf } from '../../shared/cluster/plane/leaders.ts';
import { totalsAt } from '../../shared/cluster/traffic/totals.ts';
import { Driver } from '../../shared/session/driver.ts';
import { Simulation } from '../../shared/session/simulation.ts';
import { decodeFrame, encodeFrame } from '../../shared/store/snapshot.ts';
import { Store, type View } from '../../shared/store/store.ts';
import { aDeployment, aService, aSetup } from '../support/builders.ts';
import { Chance } from '../support/chance.ts';
import { playAtRandom } from '../support/random-session.ts';
import { randomVerb } from '../support/random-verbs.ts';
import { Session } from '../support/session.ts';

const WEB = 'default/web';

function aTown(settings: object = {}, replicas = 4): Session {
  const manifests = [aDeployment('web', { replicas, cpu: '100m', memory: '64Mi' }), aService('web')];
  const session = new Session(aSetup({ nodes: 3, manifests, settings: settings as never }));
  session.happen({ type: 'phaseChanged', phase: 'running' });
  session.happen({ type: 'demandChanged', service: WEB, rps: 20 });
  session.tick(40);
  return session;
}

const strike = (session: Session, fault: string, target = '') => session.happen({ type: 'faultBegan', fault, target });
const restart = (session: Session, component: string) =>
  session.verb('teacher', { verb: 'restartComponent', component });
const ready = ({ store }: Session) => [...store.list('Pod')].filter(isPodReady).length;
const lost = ({ store }: Session) => totalsAt(must(store.get('Traffic', WEB), WEB), store.tick).lost;
const scale = (session: Session, replicas: number) =>
  session.verb('teacher', { verb: 'scale', deployment: WEB, replicas });
const notReadyNodes = ({ store }: Session) =>
  [...store.list('Node')].filter(({ status }) =>
    status.conditions.some((one) => one.type === 'Ready' && one.status !== 'True'),
  ).length;

/** References of the objects of the API that were written since this was last asked. */
const written = ({ simulation }: Session): readonly string[] =>
  simulation.drainChanges().flatMap(({ kind, key }) => (isApiKind(kind) ? [`${kind}/${key}`] : []));

describe('etcd among the villages', () => {
  test('ETCD-10 one member dies: nothing; two: no line is written and everybody is served; back: everything goes on', () => {
    const session = aTown();
    const before = lost(session);
    strike(session, 'etcd-member-down', 'etcd-3');
    expect(scale(session, 5)).toBeNull();
    session.tick(30);
    expect([ready(session), lost(session)]).toEqual([5, before]);
    restart(session, 'etcd-3');
    session.tick(20);
    strike(session, 'etcd-quorum-lost');
    written(session);
    session.tick(120);
    expect(written(session)).toEqual([]);
    expect(scale(session, 2)).toMatchObject({ code: 500, message: 'etcdserver: no leader' });
    expect(lost(session)).toBe(before);
    for (const component of ['etcd-1', 'etcd-2']) expect(restart(session, component)).toBeNull();
    session.tick(60);
    expect(scale(session, 2)).toBeNull();
    session.tick(60);
    expect(ready(session)).toBe(2);
    expect(notReadyNodes(session)).toBe(0);
    expect([...session.store.list('Fault')].every(({ healedTick }) => healedTick !== null)).toBe(true);
  });

  test('ETCD-11 a restore goes back in time: old pods are started anew, new houses are cleared away', () => {
    const session = aTown();
    expect(session.verb('teacher', { verb: 'backupEtcd' })).toBeNull();
    const old = session.store.keys('Pod');
    expect(scale(session, 1)).toBeNull();
    session.tick(60);
    session.verb('teacher', { verb: 'addNode' });
    session.verb('teacher', { verb: 'apply', manifest: aDeployment('newer', { replicas: 2 }) });
    session.tick(150);
    expect(session.store.keys('Node')).toHaveLength(4);
    expect(session.store.count('Pod')).toBe(3);
    expect(session.verb('teacher', { verb: 'restoreEtcd', backup: 'snapshot-1' })).toBeNull();
    session.tick(16);
    expect(session.store.keys('Pod')).toEqual(old);
    expect(session.store.get('Deployment', 'default/newer')).toBeUndefined();
    session.tick(120);
    const { store } = session;
    expect(ready(session)).toBe(4);
    expect(store.keys('Sandbox')).toHaveLength(4);
    expect(store.keys('Node')).toHaveLength(4);
    expect(notReadyNodes(session)).toBe(0);
  });

  test('ETCD-12 FAULT-31 a backup that was restored by mistake is undone by what the restore put aside', () => {
    const session = aTown();
    session.verb('teacher', { verb: 'backupEtcd' });
    scale(session, 6);
    session.tick(30);
    strike(session, 'etcd-restored-old', 'snapshot-1');
    session.tick(40);
    expect(session.store.get('Deployment', WEB)?.spec.replicas).toBe(4);
    const open = () => session.store.by('openFaultsByType', 'etcd-restored-old');
    expect(open()).toHaveLength(1);
    session.verb('teacher', { verb: 'restoreEtcd', backup: 'snapshot-2' });
    session.tick(20);
    expect(session.store.get('Deployment', WEB)?.spec.replicas).toBe(6);
    expect(open()).toHaveLength(0);
  });
});

describe('the API server', () => {
  /** Towns in the middle of something, whose ledger has lost its majority. */
  const shutTowns = [1, 2, 3, 4, 5, 6].map((seed) => {
    const session = playAtRandom(seed, 150, () => undefined);
    // A restore that is under way comes to its end.
    session.tick(20);
    for (const key of ['etcd-1', 'etcd-2']) session.verb('teacher', { verb: 'stopComponent', component: key });
    for (const key of session.store.keys('EtcdMember')) {
      const member = must(session.store.get('EtcdMember', key), key);
      if (key !== 'etcd-3') expect(member.state).toBe('stopped');
    }
    session.tick(2);
    return { seed, session };
  });

  test.each(shutTowns)('APISRV-1 town $seed: without a quorum no loop writes an object of the API', ({ session }) => {
    for (const loop of LOOPS) {
      const store = new Store(session.store.frame());
      const wrote: string[] = [];
      store.listen(({ kind, key }) => void (isApiKind(kind) && wrote.push(`${loop.name}: ${kind}/${key}`)));
      const driver = new Driver(store, [loop]);
      for (let tick = 0; tick < 3; tick += 1) {
        store.tick += 1;
        driver.run();
      }
      expect(wrote).toEqual([]);
    }
  });

  test.each(shutTowns)('APISRV-1 town $seed: nothing that happens writes one in 100 ticks', ({ seed, session }) => {
    const chance = new Chance(seed);
    const remedies = /Etcd|restartComponent|stopComponent/;
    written(session);
    for (let tick = 0; tick < 100; tick += 1) {
      for (let count = 0; count < 3; count += 1) {
        const verb = randomVerb(chance, session.store);
        if (!remedies.test(verb.verb)) session.verb('teacher', verb);
      }
      const fault = chance.pick(Object.values(FAULTS));
      const target = chance.maybe(fault.targets(session.store));
      if (target !== undefined && !fault.type.startsWith('etcd')) strike(session, fault.type, target);
      session.tick();
    }
    expect(written(session)).toEqual([]);
  });

  test('APISRV-2 while it is away nobody is called NotReady, nor when it is back', () => {
    const session = aTown();
    const before = lost(session);
    strike(session, 'api-server-down');
    session.tick(200);
    expect(scale(session, 2)).toMatchObject({ code: 503, key: 'apiServerDown' });
    restart(session, 'kube-apiserver-1');
    let worst = 0;
    for (let tick = 0; tick < 120; tick += 1) {
      session.tick();
      worst = Math.max(worst, notReadyNodes(session));
    }
    expect([worst, lost(session)]).toEqual([0, before]);
  });

  test('APISRV-3 a pod that ends meanwhile is restarted on its node; one that is gone is replaced when it is back', () => {
    const session = aTown();
    strike(session, 'api-server-down');
    strike(session, 'node-crash', 'node-2');
    session.tick(100);
    expect(notReadyNodes(session)).toBe(0);
    restart(session, 'kube-apiserver-1');
    session.tick(100);
    expect(notReadyNodes(session)).toBe(1);
  });

  test('APISRV-4 with one of three servers down the address still answers', () => {
    const session = aTown({ plane: { apiServers: 3 } });
    session.verb('teacher', { verb: 'stopComponent', component: 'kube-apiserver-2' });
    expect(scale(session, 6)).toBeNull();
    session.tick(30);
    expect(ready(session)).toBe(6);
  });

  test('APISRV-7 who scales what they read a while ago is told that it has been modified', () => {
    const session = aTown();
    const { resourceVersion } = must(session.store.get('Deployment', WEB), WEB).metadata;
    const ask = () => session.verb('teacher', { verb: 'scale', deployment: WEB, replicas: 6, resourceVersion });
    expect(ask()).toBeNull();
    expect(ask()).toMatchObject({ code: 409, reason: 'Conflict', key: 'objectModified' });
  });

  test('APISRV-5 a crowd of people takes people’s seats: 429 for most, and the system goes on', () => {
    const session = aTown();
    session.happen({ type: 'playerJoined', player: 'player0001', nickname: 'nobody' });
    strike(session, 'api-server-overload');
    const answers = Array.from({ length: 100 }, () => {
      session.tick();
      return session.verb('player0001', { verb: 'scale', deployment: WEB, replicas: 4 })?.code ?? 200;
    });
    const refused = answers.filter((code) => code === 429).length;
    expect(refused).toBeGreaterThan(50);
    expect(refused).toBeLessThan(95);
    expect(session.store.count('Retry')).toBe(0);
    session.verb('teacher', { verb: 'delete', kind: 'Pod', key: must(session.store.keys('Pod')[0], 'pod') });
    session.tick(40);
    expect(ready(session)).toBe(4);
    expect(session.verb('teacher', { verb: 'limitClient', client: 'report-script' })).toBeNull();
    expect(session.verb('player0001', { verb: 'scale', deployment: WEB, replicas: 5 })).toBeNull();
    session.tick();
    expect(session.store.by('openFaultsByType', 'api-server-overload')).toHaveLength(0);
  });

  test('APISRV-6 without fairness loops are turned away, too, and come again after twice as long each time', () => {
    const session = aTown({ plane: { priorityAndFairness: false, maxMutatingRequestsInFlight: 1 } });
    strike(session, 'api-server-overload');
    const waits = new Set<number>();
    for (let tick = 0; tick < 100; tick += 1) {
      session.tick();
      for (const { failures, untilTick } of session.store.list('Retry')) {
        expect(untilTick - session.store.tick).toBeLessThanOrEqual(Math.ceil(0.64 * 2 ** (failures - 1)));
        waits.add(failures);
      }
    }
    expect(Math.max(...waits)).toBeGreaterThanOrEqual(4);
    session.verb('teacher', { verb: 'limitClient', client: 'report-script' });
    session.tick(200);
    expect(session.store.count('Retry')).toBe(0);
    expect(scale(session, 6)).toBeNull();
    session.tick(40);
    expect(ready(session)).toBe(6);
  });
});

describe('leaders and standbys', () => {
  const leads = (view: View, component: 'scheduler' | 'controller-manager') => leaderOf(view, component)?.key;

  test('LEADER-1 the standby takes over once the lease of 15 s is over; until then nothing is scheduled', () => {
    const session = aTown();
    strike(session, 'scheduler-down', 'kube-scheduler-1');
    const { renewTick } = must(session.store.get('Lease', 'kube-system/kube-scheduler'), 'lease').spec;
    scale(session, 6);
    while (leads(session.store, 'scheduler') === undefined) {
      expect([...session.store.list('Pod')].filter(({ spec }) => spec.nodeName !== null)).toHaveLength(4);
      session.tick();
    }
    expect(session.store.tick).toBe(renewTick + 15);
    expect(leads(session.store, 'scheduler')).toBe('kube-scheduler-2');
    session.tick(40);
    expect(ready(session)).toBe(6);
    const events = [...session.store.list('Event')].filter(({ reason }) => reason === 'LeaderElection');
    expect(events.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^kube-scheduler-2_\d+ became leader$/),
    ]);
  });

  test('LEADER-2 with all of them stopped nothing runs until somebody starts one', () => {
    const session = aTown();
    strike(session, 'controller-manager-down');
    scale(session, 6);
    session.tick(100);
    expect(session.store.count('Pod')).toBe(4);
    expect(session.verb('teacher', { verb: 'publishEndpoints', service: WEB })).toMatchObject({ key: 'nobodyLeads' });
    expect(restart(session, 'kube-controller-manager-2')).toBeNull();
    session.tick(60);
    expect(ready(session)).toBe(6);
    expect(session.store.by('openFaultsByType', 'controller-manager-down')).toHaveLength(0);
  });

  test('LEADER-3 who cannot renew for 10 s ends, and is one of those who wait when the door opens again', () => {
    const session = aTown();
    strike(session, 'api-server-down');
    session.tick(9);
    expect(leads(session.store, 'scheduler')).toBe('kube-scheduler-1');
    session.tick(4);
    expect(leads(session.store, 'scheduler')).toBeUndefined();
    expect(session.store.get('PlaneProcess', 'kube-scheduler-1')?.state).toBe('starting');
    session.tick(30);
    restart(session, 'kube-apiserver-1');
    session.tick(30);
    expect(leads(session.store, 'scheduler')).toBe('kube-scheduler-2');
    expect(leads(session.store, 'controller-manager')).toBe('kube-controller-manager-2');
  });

  test('LEADER-4 the scheduler’s seat restarts schedulers, the steward’s anything', () => {
    const session = aTown();
    const [dispatcher, steward] = ['player0001', 'player0002'] as const;
    for (const player of [dispatcher, steward]) session.happen({ type: 'playerJoined', player, nickname: player });
    session.happen({ type: 'seatAssigned', seat: 'scheduler', player: dispatcher });
    session.happen({ type: 'seatAssigned', seat: 'controller-manager', player: steward });
    const ask = (player: string, component: string) => session.verb(player, { verb: 'restartComponent', component });
    expect(ask(dispatcher, 'kube-scheduler-1')).toBeNull();
    expect(ask(dispatcher, 'etcd-1')).toMatchObject({ code: 403, key: 'notYourComponent' });
    expect(ask(steward, 'etcd-1')).toBeNull();
    expect(ask(steward, 'etcd-1')).toMatchObject({ code: 409, key: 'componentStarting' });
  });

  test('LEADER-5 a new scheduler tries every pod at once, whatever its predecessor waited for', () => {
    const session = aTown();
    session.verb('teacher', { verb: 'apply', manifest: aDeployment('giant', { replicas: 1, cpu: '64' }) });
    session.tick(30);
    const entry = () => [...session.store.list('QueuedPod')][0];
    expect(entry()).toMatchObject({ state: 'unschedulable' });
    strike(session, 'scheduler-down', 'kube-scheduler-1');
    while (leads(session.store, 'scheduler') === undefined) session.tick();
    expect(entry()?.attempts).toBe(1);
    expect(entry()?.sinceTick).toBe(session.store.tick);
  });

  test('LEADER-1 ETCD-8 APISRV-1 restored from text at every tick, an outage never differs', () => {
    const session = aTown();
    const script = new Map<number, () => unknown>([
      [1, () => strike(session, 'etcd-quorum-lost')],
      [5, () => session.verb('teacher', { verb: 'restartRuntime', node: 'node-1' })],
      [14, () => strike(session, 'node-crash', 'node-2')],
      [30, () => session.verb('teacher', { verb: 'restartComponent', component: 'etcd-1' })],
      [60, () => session.verb('teacher', { verb: 'backupEtcd' })],
      [62, () => scale(session, 6)],
      [80, () => session.verb('teacher', { verb: 'restoreEtcd', backup: 'snapshot-1' })],
      [130, () => strike(session, 'scheduler-down', 'kube-scheduler-1')],
      [150, () => strike(session, 'api-server-overload')],
    ]);
    let restored = Simulation.open(decodeFrame(encodeFrame(session.simulation.frame())));
    for (let tick = 0; tick < 180; tick += 1) {
      script.get(tick)?.();
      restored = Simulation.open(decodeFrame(encodeFrame(session.simulation.frame())));
      session.tick();
      restored.apply(1);
      expect(restored.hash(), `tick ${tick}`).toBe(session.simulation.hash());
    }
  });
});
