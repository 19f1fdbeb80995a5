// The ledger among real villages: what stops when it is away, what goes on, and how it comes back.
import { describe, expect, test } from 'vitest';
import { isApiKind, MANIFESTS } from '../../../shared/api/kinds.ts';
import { aDeployment } from '../../support/builders.ts';
import { aTown, lost, notReadyNodes, ready, restart, scale, strike, WEB } from '../../support/plane-town.ts';
import type { Session } from '../../support/session.ts';

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

  test('ETCD-8 after a restore everybody lists again: who was leaving, and by the backup is not, leaves anew', () => {
    const session = aTown();
    const template = {
      metadata: { labels: { app: 'lamps' } },
      spec: { containers: [{ name: 'lamp', image: 'hut:1.0' }] },
    };
    const lamps = MANIFESTS.DaemonSet.parse({
      apiVersion: 'apps/v1',
      kind: 'DaemonSet',
      metadata: { name: 'lamps' },
      spec: { selector: { matchLabels: { app: 'lamps' } }, template },
    });
    expect(session.verb('teacher', { verb: 'apply', manifest: lamps })).toBeNull();
    session.tick(30);
    strike(session, 'node-partition', 'node-1');
    const lampOn = () =>
      [...session.store.list('Pod')].find(
        ({ metadata, spec }) => metadata.labels['app'] === 'lamps' && spec.nodeName === 'node-1',
      );
    expect(session.verb('teacher', { verb: 'delete', kind: 'DaemonSet', key: 'default/lamps' })).toBeNull();
    expect(session.verb('teacher', { verb: 'backupEtcd' })).toBeNull();
    session.tick(3);
    const left = lampOn()?.metadata.deletionTick ?? 0;
    expect(left).toBeGreaterThan(0);
    expect(session.verb('teacher', { verb: 'restoreEtcd', backup: 'snapshot-1' })).toBeNull();
    session.tick(20);
    expect(lampOn()?.metadata.deletionTick).toBeGreaterThan(left);
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
