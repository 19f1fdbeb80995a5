// The ledger vault by itself: a real store and driver with etcd's own loops.
import { describe, expect, test } from 'vitest';
import { must } from '../../../shared/base/assert.ts';
import { compactedRevision } from '../../../shared/cluster/etcd/compaction.ts';
import { etcd, etcdMembers } from '../../../shared/cluster/etcd/etcd-loop.ts';
import { etcdOf, etcdTrouble, membersOf } from '../../../shared/cluster/etcd/members.ts';
import { stopComponentNow } from '../../../shared/cluster/plane/stop.ts';
import { Driver } from '../../../shared/session/driver.ts';
import { act, aWorld, storedConfigMap, type SetupSettings } from '../../support/builders.ts';
import { textOf, throughText } from '../../support/through-text.ts';

function aVault(plane: SetupSettings['plane'] = {}) {
  const world = aWorld({ nodes: 1, settings: { plane } });
  const driver = new Driver(world, [etcdMembers, etcd]);
  const tick = (count = 1) => {
    for (let done = 0; done < count; done += 1) {
      world.tick += 1;
      driver.run();
    }
  };
  tick();
  return { world, tick };
}

const leader = (world: ReturnType<typeof aVault>['world']): string => must(etcdOf(world).leader, 'leader');
const write = (world: ReturnType<typeof aVault>['world'], times: number): void => {
  for (let count = 0; count < times; count += 1) storedConfigMap(world, 'diary', { page: `${world.revision}` });
};

describe('etcd', () => {
  test('ETCD-1 two of three are a majority, one is not', () => {
    const { world, tick } = aVault();
    expect(etcdTrouble(world)).toBeNull();
    stopComponentNow(world, 'etcd-3');
    tick(3);
    expect(etcdTrouble(world)).toBeNull();
    stopComponentNow(world, 'etcd-2');
    expect(etcdTrouble(world)).toBe('timedOut');
    tick();
    expect([etcdTrouble(world), etcdOf(world).leader]).toEqual(['noLeader', null]);
  });

  test('ETCD-2 a lost leader is replaced within two election timeouts, at a higher term', () => {
    const { world, tick } = aVault();
    const [before, { term }] = [leader(world), etcdOf(world)];
    stopComponentNow(world, before);
    tick();
    expect(etcdTrouble(world)).toBe('noLeader');
    tick(2);
    expect(leader(world)).not.toBe(before);
    expect(etcdOf(world).term).toBe(term + 1);
    expect(etcdTrouble(world)).toBeNull();
  });

  test('ETCD-2 a leader that is cut off is replaced, and follows when its road is mended', () => {
    const { world, tick } = aVault();
    const before = leader(world);
    const member = must(world.get('EtcdMember', before), before);
    world.put({ ...member, link: 'cut', heldRevision: world.revision });
    tick(3);
    expect(leader(world)).not.toBe(before);
    expect(act(world, { verb: 'repairEtcdMember', member: before })).toBeNull();
    tick(3);
    expect(world.get('EtcdMember', before)).toMatchObject({ link: 'up', heldRevision: null });
  });

  test('ETCD-3 who comes back is told what it missed; whoever missed too much is sent the whole ledger', () => {
    const { world, tick } = aVault();
    stopComponentNow(world, 'etcd-3');
    write(world, 4000);
    act(world, { verb: 'restartComponent', component: 'etcd-3' });
    tick(6);
    expect(world.get('EtcdMember', 'etcd-3')).toMatchObject({ state: 'running' });
    expect(world.get('EtcdMember', 'etcd-3')?.heldRevision).not.toBeNull();
    tick(4);
    expect(world.get('EtcdMember', 'etcd-3')?.heldRevision).toBeNull();
    stopComponentNow(world, 'etcd-3');
    write(world, 12_000);
    act(world, { verb: 'restartComponent', component: 'etcd-3' });
    tick(10);
    expect(world.get('EtcdMember', 'etcd-3')?.heldRevision).not.toBeNull();
    tick(6);
    expect(world.get('EtcdMember', 'etcd-3')?.heldRevision).toBeNull();
  });

  test('ETCD-3 nobody who knows less than another is elected', () => {
    for (const behind of ['etcd-1', 'etcd-2', 'etcd-3']) {
      const { world, tick } = aVault();
      stopComponentNow(world, behind);
      write(world, 50);
      tick(3);
      const others = membersOf(world).filter(({ key }) => key !== behind);
      for (const { key } of others) stopComponentNow(world, key);
      tick();
      act(world, { verb: 'restartComponent', component: behind });
      const back = must(others[0], 'other').key;
      act(world, { verb: 'restartComponent', component: back });
      tick(9);
      expect(leader(world)).toBe(back);
    }
  });

  test('ETCD-4 a slow disk cannot lead; with two members every write waits for it', () => {
    const { world, tick } = aVault();
    const slow = leader(world);
    world.put({ ...must(world.get('EtcdMember', slow), slow), disk: 'slow' });
    tick(3);
    expect(leader(world)).not.toBe(slow);
    expect(etcdTrouble(world)).toBeNull();
    const other = must(
      membersOf(world).find(({ key }) => key !== slow && key !== leader(world)),
      'other',
    );
    stopComponentNow(world, other.key);
    const troubles = Array.from({ length: 10 }, () => {
      tick();
      return etcdTrouble(world);
    });
    expect(troubles.filter((trouble) => trouble === 'slow')).toHaveLength(8);
    expect(troubles.filter((trouble) => trouble === null)).toHaveLength(2);
  });

  test('ETCD-5 every 300 s history older than the last round is compacted', () => {
    const { world, tick } = aVault();
    tick(299);
    expect(compactedRevision(world)).toBe(0);
    const marked = world.revision;
    write(world, 20);
    tick(300);
    expect(compactedRevision(world)).toBeGreaterThan(0);
    expect(compactedRevision(world)).toBeLessThanOrEqual(marked);
  });

  test('ETCD-6 over its quota the ledger takes no line until it is compacted, defragmented and disarmed', () => {
    const { world, tick } = aVault({ etcdQuotaBytes: 1024 * 1024 });
    write(world, 1500);
    tick(10);
    expect(etcdTrouble(world)).toBe('noSpace');
    expect(act(world, { verb: 'cordon', node: 'node-1', unschedulable: true })).toMatchObject({
      code: 500,
      message: 'etcdserver: mvcc: database space exceeded',
    });
    act(world, { verb: 'disarmEtcd' });
    tick();
    expect(etcdTrouble(world)).toBe('noSpace');
    expect(act(world, { verb: 'compactEtcd' })).toBeNull();
    const { fileBytes } = etcdOf(world);
    expect(fileBytes).toBeGreaterThan(1024 * 1024);
    expect(act(world, { verb: 'defragEtcd' })).toBeNull();
    expect(etcdOf(world).fileBytes).toBeLessThan(1024 * 1024);
    tick(20);
    expect(etcdTrouble(world)).toBe('noSpace');
    expect(act(world, { verb: 'disarmEtcd' })).toBeNull();
    tick(20);
    expect(etcdTrouble(world)).toBeNull();
  });

  test('ETCD-7 a backup is the objects themselves, and stays so in a snapshot', () => {
    const { world } = aVault();
    storedConfigMap(world, 'menu', { soup: 'yes' });
    storedConfigMap(world, 'gone', {});
    expect(act(world, { verb: 'backupEtcd' })).toBeNull();
    storedConfigMap(world, 'menu', { soup: 'no' });
    world.remove('ConfigMap', 'default/gone');
    const text = textOf(world.frame());
    const again = throughText(world.frame());
    const [backup, copy] = [world.get('EtcdBackup', 'snapshot-1'), again.kinds.EtcdBackup.get('snapshot-1')];
    expect(copy).toEqual(backup);
    const node = (copy as typeof backup)?.objects.find((object) => object.kind === 'Node');
    expect(node).toBe(again.kinds.Node.get('node-1'));
    expect(text).toContain('"Node/node-1"');
  });

  test('ETCD-7 without a majority nothing can be copied, compacted or disarmed', () => {
    const { world, tick } = aVault();
    stopComponentNow(world, 'etcd-1');
    stopComponentNow(world, 'etcd-2');
    tick();
    for (const verb of ['backupEtcd', 'compactEtcd', 'defragEtcd', 'disarmEtcd'] as const) {
      expect(act(world, { verb })).toMatchObject({ key: 'etcdUnavailable', code: 503 });
    }
  });

  test('ETCD-8 a restore needs no majority: it takes the objects back, under revisions that nobody has seen', () => {
    const { world, tick } = aVault();
    const menu = storedConfigMap(world, 'menu', { soup: 'yes' });
    act(world, { verb: 'backupEtcd' });
    storedConfigMap(world, 'menu', { soup: 'no' });
    storedConfigMap(world, 'newer', {});
    stopComponentNow(world, 'etcd-1');
    stopComponentNow(world, 'etcd-2');
    tick(2);
    const { revision } = world;
    expect(act(world, { verb: 'restoreEtcd', backup: 'snapshot-1' })).toBeNull();
    expect(act(world, { verb: 'restoreEtcd', backup: 'snapshot-1' })).toMatchObject({ key: 'etcdRestoring' });
    tick(16);
    expect(etcdTrouble(world)).toBeNull();
    expect(world.get('ConfigMap', 'default/newer')).toBeUndefined();
    const back = must(world.get('ConfigMap', 'default/menu'), 'menu');
    expect([back.data, back.metadata.uid]).toEqual([{ soup: 'yes' }, menu.metadata.uid]);
    expect(back.metadata.resourceVersion).toBeGreaterThan(revision);
    expect(compactedRevision(world)).toBeGreaterThan(revision);
    // What it replaced was put aside.
    expect(world.get('EtcdBackup', 'snapshot-2')).toMatchObject({ by: 'restore' });
  });

  test('ETCD-9 copies are made on schedule, and the oldest is thrown away', () => {
    const { world, tick } = aVault({ etcdBackupEveryTicks: 30 });
    tick(240);
    expect(world.keys('EtcdBackup')).toEqual([4, 5, 6, 7, 8].map((number) => `snapshot-${number}`));
  });
});
