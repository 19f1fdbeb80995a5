// The business hall among real villages: away, crowded, and back.
import { describe, expect, test } from 'vitest';
import { must } from '../../../shared/base/assert.ts';
import { Simulation } from '../../../shared/session/simulation.ts';
import { describeDifference } from '../../../shared/store/snapshot.ts';
import { throughText } from '../../support/through-text.ts';
import { aTown, lost, notReadyNodes, ready, restart, scale, strike, WEB } from '../../support/plane-town.ts';

describe('the API server', () => {
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

  test('APISRV-6 a restored run knows who waits to be let in, also for what is gone by then (seed 340047)', () => {
    const session = aTown({ plane: { priorityAndFairness: false, maxMutatingRequestsInFlight: 1 } });
    const { store } = session;
    const managers = ['kube-controller-manager-1', 'kube-controller-manager-2'];
    strike(session, 'api-server-overload');
    const waits = () => [...store.list('Retry')].filter(({ loop }) => loop === 'deployment-status');
    while (waits().length === 0) session.tick();
    session.verb('teacher', { verb: 'limitClient', client: 'report-script' });
    for (const component of managers) session.verb('teacher', { verb: 'stopComponent', component });
    session.tick(30);
    expect(session.verb('teacher', { verb: 'delete', kind: 'Deployment', key: WEB })).toBeNull();
    session.tick(30);
    expect(waits().every(({ untilTick }) => untilTick < store.tick)).toBe(true);
    expect(waits().length).toBeGreaterThan(0);
    const restored = Simulation.open(throughText(store.frame()));
    for (const component of managers) {
      const verb = { verb: 'restartComponent', component } as const;
      session.verb('teacher', verb);
      restored.apply(['c', 'teacher', { type: 'verb', verb }]);
    }
    for (let tick = 0; tick < 60; tick += 1) {
      session.tick();
      restored.apply(1);
      expect(describeDifference(store.frame(), restored.store.frame())).toBeNull();
    }
    expect(waits()).toEqual([]);
  });
});
