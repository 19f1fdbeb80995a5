/** A claim that was deleted while somebody used it. */
import { expect, test } from 'vitest';
import { must } from '../../../shared/base/assert.ts';
import { scoreOf } from '../../../shared/cluster/score/score.ts';
import type { Simulation } from '../../../shared/session/simulation.ts';
import { act, aDeployment, aService, aSetup, run, startedSimulation } from '../../support/builders.ts';
import { publishHouse } from '../../support/village.ts';

const CLAIM = 'default/chest';
const claim = {
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name: 'chest' },
  spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
};

/** One pod keeps what its visitors leave in a claim. */
function aTown(seed = 7): Simulation {
  const simulation = startedSimulation(aSetup({ nodes: 1, settings: { seed } }));
  const { store } = simulation;
  publishHouse(store, 'store:1', { keepsAt: '/var/lib/house' });
  act(store, { verb: 'apply', manifest: claim } as never);
  const container = { image: 'store:1', volumeMounts: [{ name: 'room', mountPath: '/var/lib/house' }] };
  const volumes = [{ name: 'room', persistentVolumeClaim: { claimName: 'chest' } }];
  act(store, { verb: 'apply', manifest: aDeployment('house', { replicas: 1, container, volumes }) });
  act(store, { verb: 'apply', manifest: aService('house') });
  simulation.apply(['e', { type: 'demandChanged', service: 'default/house', rps: 10 }]);
  run(simulation, 40);
  return simulation;
}

const deleteClaim = ({ store }: Simulation) =>
  act(store, { verb: 'delete', kind: 'PersistentVolumeClaim', key: CLAIM });
const deletionTick = ({ store }: Simulation) => store.get('PersistentVolumeClaim', CLAIM)?.metadata.deletionTick;

test('BELONG-8 is only marked, and its house goes on', () => {
  const simulation = aTown();
  expect(deleteClaim(simulation)).toBeNull();
  const marked = simulation.store.tick;
  run(simulation, 60);
  expect(deletionTick(simulation)).toBe(marked);
  expect(simulation.store.get('Traffic', 'default/house')?.servedRps).toBe(10);
  expect(scoreOf(simulation.store).belongingsLost).toBe(0);
  expect(deleteClaim(simulation)).toBeNull();
  expect(deletionTick(simulation)).toBe(marked);
});

test('BELONG-8 goes with its last pod, and what was in it is lost; who comes after waits for a new one', () => {
  const simulation = aTown();
  const { store } = simulation;
  deleteClaim(simulation);
  const kept = scoreOf(store).belongingsKept;
  expect(act(store, { verb: 'delete', kind: 'Pod', key: must(store.keys('Pod')[0], 'pod') })).toBeNull();
  run(simulation, 40);
  expect(deletionTick(simulation)).toBeUndefined();
  expect(scoreOf(store).belongingsLost).toBeGreaterThanOrEqual(kept);
  expect([...store.list('Event')].map(({ reason }) => reason)).toContain('FailedMount');
  expect(store.get('Traffic', 'default/house')?.servedRps).toBe(0);
  expect(act(store, { verb: 'apply', manifest: claim } as never)).toBeNull();
  run(simulation, 40);
  expect(store.get('Traffic', 'default/house')?.servedRps).toBe(10);
  expect(scoreOf(store).belongingsKept).toBeGreaterThan(0);
});

test('BELONG-8 loses what was in it, whatever uid its last pod has, and leaves nothing to the next of its name', () => {
  const firstDigits = new Set<string>();
  for (let seed = 1; seed <= 24; seed += 1) {
    const simulation = aTown(seed);
    const { store } = simulation;
    const pod = must(store.get('Pod', store.keys('Pod')[0] ?? ''), 'pod');
    firstDigits.add(pod.metadata.uid.slice(0, 1));
    deleteClaim(simulation);
    act(store, { verb: 'delete', kind: 'Pod', key: `default/${pod.metadata.name}` });
    run(simulation, 40);
    expect(store.keys('Belongings'), `seed ${seed}`).toEqual([]);
    expect(scoreOf(store).belongingsLost, `seed ${seed}`).toBe(scoreOf(store).served);
  }
  // Before and after `claim:` in the order of keys.
  expect([...firstDigits].some((digit) => digit < 'c') && [...firstDigits].some((digit) => digit > 'c')).toBe(true);
});

test('BELONG-8 lets nobody new in while it waits for its last pod', () => {
  const simulation = aTown();
  const { store } = simulation;
  deleteClaim(simulation);
  run(simulation, 1);
  act(store, { verb: 'scale', deployment: 'default/house', replicas: 2 });
  run(simulation, 30);
  expect([...store.list('Event')].map(({ message }) => message)).toContain(
    "can't start pod because PVC default/chest is being deleted",
  );
  const old = store.by('podsByClaim', CLAIM).find((key) => store.get('Pod', key)?.status.phase === 'Running');
  expect(act(store, { verb: 'delete', kind: 'Pod', key: must(old, 'pod') })).toBeNull();
  run(simulation, 10);
  expect(deletionTick(simulation)).toBeUndefined();
});

test('BELONG-8 whoever was made before the claim was to go, and comes to a node after it, is not let in either', () => {
  const simulation = aTown();
  const { store } = simulation;
  for (const node of store.keys('Node')) act(store, { verb: 'cordon', node, unschedulable: true });
  act(store, { verb: 'scale', deployment: 'default/house', replicas: 2 });
  run(simulation, 5);
  deleteClaim(simulation);
  run(simulation, 5);
  for (const node of store.keys('Node')) act(store, { verb: 'cordon', node, unschedulable: false });
  run(simulation, 30);
  const phases = () => store.by('podsByClaim', CLAIM).map((key) => store.get('Pod', key)?.status.phase);
  expect([...phases()].sort()).toEqual(['Pending', 'Running']);
  const old = store.by('podsByClaim', CLAIM).find((key) => store.get('Pod', key)?.status.phase === 'Running');
  expect(act(store, { verb: 'delete', kind: 'Pod', key: must(old, 'pod') })).toBeNull();
  run(simulation, 10);
  expect(deletionTick(simulation)).toBeUndefined();
});
