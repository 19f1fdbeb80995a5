/** Pods that may not come in are asked for again and again, ever more rarely. */
import { describe, expect, test } from 'vitest';
import { must } from '../../../shared/base/assert.ts';
import { MANIFESTS } from '../../../shared/api/kinds.ts';
import { act, aDeployment } from '../../support/builders.ts';
import { aTownHall } from '../../support/town-hall.ts';
import type { Store } from '../../../shared/store/store.ts';

const quota = (pods: number) =>
  MANIFESTS.ResourceQuota.parse({
    apiVersion: 'v1',
    kind: 'ResourceQuota',
    metadata: { name: 'small' },
    spec: { hard: { pods: String(pods) } },
  });
const work = { restartPolicy: 'Never', containers: [{ name: 'a', image: 'hut:1.0' }] };
const job = MANIFESTS.Job.parse({
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata: { name: 'sweep' },
  spec: { parallelism: 3, template: { spec: work } },
});

const setQuota = (world: Store, pods: number) => act(world, { verb: 'apply', manifest: quota(pods) });
const refusals = (world: Store) =>
  [...world.list('Event')].filter(({ reason }) => reason === 'FailedCreate').reduce((sum, { count }) => sum + count, 0);
const backoff = (world: Store) => [...world.list('CreateBackoff')][0];

/** A full namespace, and a Deployment that wants three. */
function aFullTown() {
  const hall = aTownHall({ nodes: 1, manifests: [quota(0), aDeployment('web', { replicas: 3 })] });
  hall.tick(2);
  return hall;
}

describe('a refused controller', () => {
  test('QUOTA-2 asks again after 1, 2, 3, 6, 11, 21 ticks, and tells of it each time', () => {
    const { world, tick } = aFullTown();
    const tries: number[] = [];
    const first = must(backoff(world), 'backoff').failures;
    for (let count = 0; count < 60; count += 1) {
      const before = refusals(world);
      tick(1);
      if (refusals(world) > before) tries.push(world.tick);
    }
    expect(tries.slice(1).map((tried, index) => tried - must(tries[index], 'try'))).toEqual([3, 6, 11, 21]);
    expect(backoff(world)).toMatchObject({ owner: 'ReplicaSet', failures: first + tries.length });
  });

  test('QUOTA-2 finds room at its next try, and then forgets its failures', () => {
    const { world, tick } = aFullTown();
    tick(30);
    const next = must(backoff(world), 'backoff').untilTick;
    setQuota(world, 9);
    tick(next - world.tick - 1);
    expect(world.count('Pod')).toBe(0);
    tick(1);
    expect(world.count('Pod')).toBe(3);
    expect(world.count('CreateBackoff')).toBe(0);
  });

  test('QUOTA-2 acts at once on another wish of its own', () => {
    const { world, tick } = aFullTown();
    tick(60);
    setQuota(world, 9);
    act(world, { verb: 'scale', deployment: 'default/web', replicas: 2 });
    tick(3);
    expect(world.count('Pod')).toBe(2);
  });

  test('QUOTA-2 a Job asks after 1 s, and at least each minute', () => {
    const { world, tick } = aTownHall({ nodes: 1, manifests: [quota(0), job] });
    tick(400);
    expect(backoff(world)).toMatchObject({ owner: 'Job' });
    const { untilTick, refusedTick } = must(backoff(world), 'backoff');
    expect(untilTick - refusedTick).toBe(60);
    setQuota(world, 9);
    tick(60);
    expect(world.count('Pod')).toBe(3);
  });

  test('QUOTA-2 is told to a hand, who is then held back by nothing', () => {
    const { world, tick } = aFullTown();
    tick(1);
    const before = backoff(world);
    const [replicaSet = ''] = world.keys('ReplicaSet');
    expect(act(world, { verb: 'createPods', replicaSet, count: 3 })).toMatchObject({ code: 403, key: 'quotaExceeded' });
    expect(backoff(world)).toEqual(before);
  });

  test('QUOTA-2 another owner of the same name asks at once', () => {
    const { world, tick } = aTownHall({ nodes: 1, manifests: [quota(0), job] });
    tick(100);
    setQuota(world, 9);
    act(world, { verb: 'delete', kind: 'Job', key: 'default/sweep' });
    expect(act(world, { verb: 'apply', manifest: job })).toBeNull();
    tick(2);
    expect(world.count('Pod')).toBe(3);
  });

  test('QUOTA-2 whose owner is gone waits for nothing', () => {
    const { world, tick } = aFullTown();
    expect(world.count('CreateBackoff')).toBe(1);
    act(world, { verb: 'delete', kind: 'Deployment', key: 'default/web' });
    tick(5);
    expect(world.count('CreateBackoff')).toBe(0);
  });
});
