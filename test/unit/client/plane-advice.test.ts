// What the town hall's card advises, followed to the end.
import { describe, expect, test } from 'vitest';
import { planeAdvice } from '../../../client/panels/plane/plane-advice.ts';
import { soundAt } from '../../../client/game/sounds.ts';
import { fullView, keptNumber, soundOn } from '../../../client/panels/preferences.ts';
import { storage } from '../../../client/state/storage.ts';
import { must } from '../../../shared/base/assert.ts';
import { etcdOf } from '../../../shared/cluster/etcd/members.ts';
import { stopComponentNow } from '../../../shared/cluster/plane/stop.ts';
import { isPlaneWhole } from '../../../shared/cluster/plane/gate.ts';
import type { Simulation } from '../../../shared/session/simulation.ts';
import { act, aSetup, run, startedSimulation, storedConfigMap } from '../../support/builders.ts';

/** Every piece of advice in turn, and what was asked for. */
function follow(simulation: Simulation): { readonly keys: readonly string[]; readonly verbs: readonly string[] } {
  const keys: string[] = [];
  const verbs: string[] = [];
  for (let round = 0; round < 60; round += 1) {
    const advice = planeAdvice(simulation.store);
    if (advice === null) break;
    if (keys.at(-1) !== advice.key) keys.push(advice.key);
    const [kind = '', ...key] = advice.about.split('/');
    expect(simulation.store.get(kind as 'Lease', key.join('/')), advice.about).toBeDefined();
    if (advice.verb) {
      verbs.push(advice.verb.verb);
      expect(act(simulation.store, advice.verb), advice.key).toBeNull();
    }
    run(simulation, 1);
  }
  return { keys, verbs };
}

describe('the town hall’s card', () => {
  test('PANEL-24 nothing is advised while nothing is wrong', () => {
    const { store } = startedSimulation(aSetup());
    expect(planeAdvice(store)).toBeNull();
  });

  test('PANEL-24 a hall in which everybody stopped is whole again for who follows the advice', () => {
    const simulation = startedSimulation(aSetup());
    const { store } = simulation;
    for (const kind of ['PlaneProcess', 'EtcdMember'] as const) {
      for (const key of store.keys(kind)) stopComponentNow(store, key);
    }
    const { keys, verbs } = follow(simulation);
    expect(keys[0]).toBe('apiServerDown');
    expect(keys).toContain('quorumLost');
    expect(new Set(verbs)).toEqual(new Set(['restartComponent']));
    expect(planeAdvice(store)).toBeNull();
    run(simulation, 30);
    expect(isPlaneWhole(store)).toBe(true);
  });

  test('PANEL-24 a full ledger: forget, give the room back, disarm, in this order', () => {
    const simulation = startedSimulation(aSetup({ settings: { plane: { etcdQuotaBytes: 1024 * 1024 } } }));
    for (let count = 0; count < 1500; count += 1) storedConfigMap(simulation.store, 'diary', { page: `${count}` });
    run(simulation, 12);
    expect(follow(simulation).verbs).toEqual(['compactEtcd', 'defragEtcd', 'disarmEtcd']);
    expect(planeAdvice(simulation.store)).toBeNull();
  });

  test('PANEL-24 what stops the town comes before what does not: no leader and no space before one that follows badly', () => {
    const simulation = startedSimulation(aSetup());
    const { store } = simulation;
    const { leader } = etcdOf(store);
    stopComponentNow(store, must(leader, 'leader'));
    run(simulation, 1);
    if (etcdOf(store).leader === null) expect(planeAdvice(store)).toMatchObject({ key: 'election', verb: null });
    run(simulation, 10);
    expect(etcdOf(store).leader).not.toBeNull();
    expect(planeAdvice(store)).toMatchObject({ key: 'memberUnsound' });
    store.put({ ...etcdOf(store), noSpace: true });
    expect(planeAdvice(store)?.key).toBe('disarm');
  });

  test('PANEL-24 a client that crowds nobody out is nobody’s trouble', () => {
    const { store } = startedSimulation(aSetup());
    store.put({ kind: 'NoisyClient', key: 'crawler', requestsPerTick: 1, sinceTick: 0 });
    expect(planeAdvice(store)).toBeNull();
  });

  test('PANEL-24 who crowds the counter is named, and limited', () => {
    const simulation = startedSimulation(aSetup());
    simulation.store.put({ kind: 'NoisyClient', key: 'crawler', requestsPerTick: 9000, sinceTick: 0 });
    expect(planeAdvice(simulation.store)).toEqual({
      key: 'crowd',
      values: { client: 'crawler', count: 9000 },
      verb: { verb: 'limitClient', client: 'crawler' },
      about: 'NoisyClient/crawler',
    });
  });

  test('PANEL-26 a viewer who has chosen nothing hears nothing and begins with the beginner’s view', () => {
    expect([soundOn.value, fullView.value]).toEqual([false, false]);
  });

  test('PANEL-26 each sound is as loud as the viewer wants it, and otherwise the same', () => {
    const [loud = 0, ...rest] = soundAt('outage', 100);
    expect(soundAt('outage', 50)).toEqual([loud / 2, ...rest]);
    expect(soundAt('outage', 0)[0]).toBe(0);
  });

  test('PANEL-26 a volume is kept, and what is no volume counts as nothing', () => {
    storage.set('test.volume', '30');
    expect(keptNumber('test.volume', 70, 0, 100).value).toBe(30);
    for (const nonsense of ['loud', '-10', '101', '33.3']) {
      storage.set('test.volume', nonsense);
      expect(keptNumber('test.volume', 70, 0, 100).value).toBe(70);
    }
  });
});
