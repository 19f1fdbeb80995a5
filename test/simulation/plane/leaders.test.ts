// Who leads in the town hall, and who takes over.
import { describe, expect, test } from 'vitest';
import { must } from '../../../shared/base/assert.ts';
import { leaderOf } from '../../../shared/cluster/plane/leaders.ts';
import type { View } from '../../../shared/store/store.ts';
import { aDeployment } from '../../support/builders.ts';
import { aTown, ready, restart, scale, strike, WEB } from '../../support/plane-town.ts';
import { firstDifference } from '../../support/restored.ts';

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
    for (let tick = 0; tick < 180; tick += 1) {
      script.get(tick)?.();
      session.tick();
    }
    expect(firstDifference(session, { fromTick: 40 })).toBeNull();
  });

  test('APISRV-6 nor does one in which loops are turned away', () => {
    const session = aTown({ plane: { priorityAndFairness: false, maxMutatingRequestsInFlight: 1 } });
    strike(session, 'api-server-overload');
    scale(session, 6);
    session.tick(60);
    expect(firstDifference(session, { fromTick: 40 })).toBeNull();
  });
});
