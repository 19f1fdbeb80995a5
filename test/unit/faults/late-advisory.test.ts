/** late-advisory strikes only what a rebuild cures: which package of an image turns out weak. */
import { expect, test } from 'vitest';
import { must } from '../../../shared/base/assert.ts';
import { beginFault, targetsOf } from '../../../shared/cluster/faults/begin.ts';
import { faultNamed } from '../../../shared/cluster/faults/catalogue.ts';
import { resolveReference } from '../../../shared/cluster/registry/reference.ts';
import type { Simulation } from '../../../shared/session/simulation.ts';
import { playVerb, run } from '../../support/builders.ts';
import { faultTown, latestFault } from '../../support/fault-town.ts';

/** A booth, ordered with this blueprint. */
function ordered(dockerfile: string): Simulation {
  const simulation = faultTown();
  const labels = { app: 'booth' };
  const spec = { containers: [{ name: 'booth', image: '{team}/booth:1.0' }] };
  const booth = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'booth' },
    spec: { replicas: 1, selector: { matchLabels: labels }, template: { metadata: { labels }, spec } },
  };
  const order = { key: 'booth', dockerfile, image: '{team}/booth:1.0', manifests: [booth] };
  simulation.apply(['e', { type: 'orderPlaced', order } as never]);
  run(simulation, 120);
  return simulation;
}
const blueprint = (from: string, ...lines: string[]) =>
  [`FROM ${from}`, ...lines, 'COPY teahouse/v1 /srv/teahouse', 'CMD ["teahouse"]', ''].join('\n');

test('FAULT-41 comes with the base, not with the blueprint’s own RUN; a rebuild cures it', () => {
  const simulation = ordered(blueprint('hut:1.0', 'RUN apk add --no-cache bricks'));
  const { store } = simulation;
  expect(beginFault(store, 'late-advisory', 'default/booth')).toBeNull();
  expect(latestFault(store, 'late-advisory').memory['package']).toBe('busybox');
  for (let round = 0; round < 3; round += 1) {
    run(simulation, 40);
    const fault = latestFault(store, 'late-advisory');
    for (const { verb } of faultNamed(fault.type).remedy(store, fault))
      expect(playVerb(simulation, 'teacher', verb)).toBeNull();
  }
  run(simulation, 10);
  expect(latestFault(store, 'late-advisory').healedTick).not.toBeNull();
});

test('FAULT-41 a version that a RUN puts over the base’s is never the one', () => {
  const names = 'musl busybox openssl';
  const { store } = ordered(blueprint('alpine:3.22', `RUN apk add ${names}`));
  expect(targetsOf(store, 'late-advisory')).not.toContain('default/booth');
});

test('FAULT-41 a base that is named by its digest is never patched', () => {
  const digest = must(resolveReference(faultTown().store, 'hut:1.0'), 'hut');
  const { store } = ordered(blueprint(`hut@${digest}`));
  expect(store.get('Deployment', 'default/booth')?.status.readyReplicas).toBe(1);
  expect(targetsOf(store, 'late-advisory')).not.toContain('default/booth');
  expect(targetsOf(store, 'late-advisory')).toContain('default/shop');
});

test('FAULT-23 a collector is renewed under a policy that refuses what is critical: its image was patched, too', () => {
  const simulation = faultTown();
  const { store } = simulation;
  for (const type of ['late-advisory', 'collector-down'])
    expect(beginFault(store, type, must(targetsOf(store, type)[0], type))).toBeNull();
  const fault = latestFault(store, 'collector-down');
  for (const { verb } of faultNamed(fault.type).remedy(store, fault))
    expect(playVerb(simulation, 'teacher', verb)).toBeNull();
  run(simulation, 90);
  expect(latestFault(store, 'collector-down').healedTick).not.toBeNull();
});
