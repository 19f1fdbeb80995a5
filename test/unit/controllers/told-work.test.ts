// What controllers tell of what they make and take down, on what keeps it.
import { expect, test } from 'vitest';
import type { Event } from '../../../shared/api/event.ts';
import type { Verb } from '../../../shared/cluster/verbs/table.ts';
import type { Store } from '../../../shared/store/store.ts';
import { act, aSetup, playVerb, run, startedSimulation } from '../../support/builders.ts';
import { publishHouse } from '../../support/village.ts';

const template = (image: string, restartPolicy = 'Always') => ({
  metadata: { labels: { app: 'a' } },
  spec: { restartPolicy, terminationGracePeriodSeconds: 1, containers: [{ name: 'a', image }] },
});
const selector = { matchLabels: { app: 'a' } };

function town() {
  const simulation = startedSimulation(aSetup({ nodes: 1 }));
  const world = simulation.store;
  for (const tag of ['1', '2']) publishHouse(world, `house:${tag}`);
  publishHouse(world, 'errand:1', { exit: { afterTicks: 3, code: 0, lastWords: '' } });
  const apply = (apiVersion: string, kind: string, name: string, spec: object) => {
    const manifest = { apiVersion, kind, metadata: { name }, spec };
    expect(playVerb(simulation, 'teacher', { verb: 'apply', manifest } as Verb)).toBeNull();
  };
  return { world, apply, tick: (count: number) => run(simulation, count) };
}

const told = (world: Store, kind: string, reason: string) =>
  [...world.list('Event')]
    .filter((event: Event) => event.involvedObject.kind === kind && event.reason === reason)
    .sort((a, b) => a.firstTick - b.firstTick || a.metadata.resourceVersion - b.metadata.resourceVersion)
    .map(({ message, count }) => [message, count]);

test('STS-5 a StatefulSet tells of pods and claims as its controller does', () => {
  const { world, apply, tick } = town();
  const chest = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } };
  const set = (replicas: number) =>
    apply('apps/v1', 'StatefulSet', 'web', {
      serviceName: 'web',
      replicas,
      selector,
      template: template('house:1'),
      volumeClaimTemplates: [{ metadata: { name: 'www' }, spec: chest }],
    });
  set(2);
  tick(20);
  expect(told(world, 'StatefulSet', 'SuccessfulCreate')).toEqual([
    ['create Claim www-web-0 Pod web-0 in StatefulSet web success', 1],
    ['create Pod web-0 in StatefulSet web successful', 1],
    ['create Claim www-web-1 Pod web-1 in StatefulSet web success', 1],
    ['create Pod web-1 in StatefulSet web successful', 1],
  ]);
  set(1);
  tick(8);
  expect(told(world, 'StatefulSet', 'SuccessfulDelete')).toEqual([
    ['delete Pod web-1 in StatefulSet web successful', 1],
  ]);
  // Somebody else takes this one down.
  expect(act(world, { verb: 'delete', kind: 'Pod', key: 'default/web-0' })).toBeNull();
  tick(10);
  expect(told(world, 'StatefulSet', 'SuccessfulDelete')).toHaveLength(1);
});

test('STS-5 a DaemonSet tells whom it takes down for another plan', () => {
  const { world, apply, tick } = town();
  for (const image of ['house:1', 'house:2']) {
    apply('apps/v1', 'DaemonSet', 'well', { selector, template: template(image) });
    tick(12);
  }
  expect(told(world, 'DaemonSet', 'SuccessfulCreate')).toHaveLength(2);
  expect(told(world, 'DaemonSet', 'SuccessfulDelete')).toEqual([
    [expect.stringMatching(/^Deleted pod: well-\w{5}$/), 1],
  ]);
});

test('STS-5 a Job tells whom it gives up', () => {
  const { world, apply, tick } = town();
  apply('batch/v1', 'Job', 'dig', { template: template('house:1', 'Never'), activeDeadlineSeconds: 10 });
  tick(20);
  expect(told(world, 'Job', 'SuccessfulDelete')).toEqual([[expect.stringMatching(/^Deleted pod: dig-\w{5}$/), 1]]);
});

test('STS-5 a CronJob tells of Jobs that end, that are forgotten, and that make room', () => {
  const { world, apply, tick } = town();
  const bell = (image: string, more: object = {}) =>
    apply('batch/v1', 'CronJob', 'bell', {
      schedule: '* * * * *',
      successfulJobsHistoryLimit: 1,
      jobTemplate: { spec: { template: template(image, 'Never') } },
      ...more,
    });
  bell('errand:1');
  tick(170);
  expect(told(world, 'CronJob', 'SawCompletedJob')).toEqual([
    ['Saw completed job: bell-1, condition: Complete', 1],
    ['Saw completed job: bell-2, condition: Complete', 1],
  ]);
  expect(told(world, 'CronJob', 'SuccessfulDelete')).toEqual([['Deleted job bell-1', 1]]);
  bell('house:1', { concurrencyPolicy: 'Replace' });
  tick(80);
  expect(told(world, 'CronJob', 'SuccessfulDelete')).toContainEqual(['Deleted job bell-3', 1]);
});
