/** A cause that went another way than the remedy’s. */
import { expect, test } from 'vitest';
import { must } from '../../../shared/base/assert.ts';
import { beginFault, targetsOf } from '../../../shared/cluster/faults/begin.ts';
import { faultNamed } from '../../../shared/cluster/faults/catalogue.ts';
import type { Simulation } from '../../../shared/session/simulation.ts';
import { join, playVerb, run } from '../../support/builders.ts';
import { faultTown, latestFault } from '../../support/fault-town.ts';

const SHOP = 'default/shop';
const isOpen = ({ store }: Simulation, type: string) => latestFault(store, type).healedTick === null;

test.each(['bad-house', 'leaking-house', 'log-flood'])(
  'FAULT-5 %s is over where a sound image runs, by a command of its own, too',
  (type) => {
    const simulation = faultTown();
    const { store } = simulation;
    const good = must(store.get('Deployment', SHOP), SHOP).spec.template.spec.containers[0]?.image;
    expect(beginFault(store, type, SHOP)).toBeNull();
    run(simulation, 10);
    const { metadata, spec } = must(store.get('Deployment', SHOP), SHOP);
    const [container] = spec.template.spec.containers;
    const containers = [{ ...container, image: good, command: ['teahouse'] }];
    const template = { ...spec.template, spec: { ...spec.template.spec, containers } };
    const named = { name: 'shop', namespace: 'default', labels: metadata.labels };
    const manifest = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: named, spec: { ...spec, template } };
    expect(playVerb(simulation, 'teacher', { verb: 'apply', manifest } as never)).toBeNull();
    run(simulation, 60);
    expect(store.get('Deployment', SHOP)?.status).toMatchObject({ readyReplicas: 4, updatedReplicas: 4 });
    expect(isOpen(simulation, type)).toBe(false);
  },
);

const NEVER_ENDS = { name: 'minute-book', image: 'hut:1.0' };

test.each([
  ['whose program ends', { template: { spec: { containers: [{ ...NEVER_ENDS, command: ['true'] }] } } }, false],
  ['for which nobody waits', { activeDeadlineSeconds: 30, template: { spec: { containers: [NEVER_ENDS] } } }, false],
  ['that takes too long', { activeDeadlineSeconds: 300, template: { spec: { containers: [NEVER_ENDS] } } }, true],
  ['that never ends', { template: { spec: { containers: [NEVER_ENDS] } } }, true],
])('FAULT-2 cron-pile-up and work %s', (_name, { template, ...rest }, stillOpen) => {
  const simulation = faultTown();
  expect(beginFault(simulation.store, 'cron-pile-up', '')).toBeNull();
  run(simulation, 70);
  const job = { ...rest, template: { spec: { ...template.spec, restartPolicy: 'Never' } } };
  const spec = { schedule: '* * * * *', concurrencyPolicy: 'Allow', jobTemplate: { spec: job } };
  const manifest = { apiVersion: 'batch/v1', kind: 'CronJob', metadata: { name: 'minute-book' }, spec };
  expect(playVerb(simulation, 'teacher', { verb: 'apply', manifest } as never)).toBeNull();
  run(simulation, 300);
  expect(isOpen(simulation, 'cron-pile-up')).toBe(stillOpen);
});

test.each([
  ['FAULT-22 dns-outage: a Deployment', 'dns-outage', 'Deployment', 'kube-system/coredns'],
  ['FAULT-22 dns-outage: a Service', 'dns-outage', 'Service', 'kube-system/kube-dns'],
  ['FAULT-23 collector-down: a DaemonSet', 'collector-down', 'DaemonSet', 'kube-system/fluentd'],
] as const)('%s that somebody deleted meanwhile is installed again', (_title, type, kind, key) => {
  const simulation = faultTown();
  const { store } = simulation;
  expect(beginFault(store, type, must(targetsOf(store, type)[0], type))).toBeNull();
  run(simulation, 10);
  const player = join(simulation, ['builder', 'controller-manager']);
  expect(playVerb(simulation, player, { verb: 'delete', kind, key })).toBeNull();
  for (let round = 0; round < 3; round += 1) {
    run(simulation, 30);
    for (const { verb } of faultNamed(type).remedy(store, latestFault(store, type)))
      expect(playVerb(simulation, player, verb)).toBeNull();
  }
  run(simulation, 60);
  expect(isOpen(simulation, type)).toBe(false);
});

test('FAULT-17 where nobody keeps old revisions, a look-alike gives way to the image that was meant', () => {
  const simulation = faultTown();
  const { store } = simulation;
  const { metadata, spec } = must(store.get('Deployment', SHOP), SHOP);
  const named = { name: 'shop', namespace: 'default', labels: metadata.labels };
  const manifest = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: named };
  const forgetful = { ...manifest, spec: { ...spec, revisionHistoryLimit: 0 } };
  expect(playVerb(simulation, 'teacher', { verb: 'apply', manifest: forgetful } as never)).toBeNull();
  expect(beginFault(store, 'look-alike-image', SHOP)).toBeNull();
  run(simulation, 90);
  for (const { verb } of faultNamed('look-alike-image').remedy(store, latestFault(store, 'look-alike-image')))
    expect(playVerb(simulation, 'teacher', verb)).toBeNull();
  run(simulation, 5);
  expect(isOpen(simulation, 'look-alike-image')).toBe(false);
});
