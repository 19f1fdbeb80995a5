/** deleted-namespace: everything that people wrote in a district comes back before it counts as healed. */
import { expect, test } from 'vitest';
import type { WrittenManifest } from '../../../shared/cluster/manifests/written-manifest.ts';
import { beginFault } from '../../../shared/cluster/faults/begin.ts';
import { faultNamed } from '../../../shared/cluster/faults/catalogue.ts';
import type { Verb } from '../../../shared/cluster/verbs/table.ts';
import type { Simulation } from '../../../shared/session/simulation.ts';
import { playVerb, run } from '../../support/builders.ts';
import { faultTown, latestFault } from '../../support/fault-town.ts';

const TYPE = 'deleted-namespace';
const labels = { app: 'loft' };
const hut = { name: 'hut', image: 'hut:1.0', resources: { requests: { cpu: '50m', memory: '32Mi' } } };
const cellar = { name: 'cellar', persistentVolumeClaim: { claimName: 'cellar' } };
const template = {
  metadata: { labels },
  spec: { containers: [{ ...hut, volumeMounts: [{ name: 'cellar', mountPath: '/cellar' }] }], volumes: [cellar] },
};
const errand = { spec: { restartPolicy: 'Never', containers: [hut] } };

const of = (apiVersion: string, kind: string, name: string, spec: object) =>
  ({ apiVersion, kind, metadata: { name, namespace: 'annex' }, spec }) as WrittenManifest;

/** All of it is the district's own: what stands in it, and what it is held to. */
const FURNISHED = [
  of('v1', 'PersistentVolumeClaim', 'cellar', {
    accessModes: ['ReadWriteOnce'],
    resources: { requests: { storage: '1Gi' } },
  }),
  of('apps/v1', 'Deployment', 'loft', { replicas: 1, selector: { matchLabels: labels }, template }),
  of('v1', 'Pod', 'sentry', { containers: [hut] }),
  of('batch/v1', 'Job', 'endless', { template: errand }),
  of('batch/v1', 'CronJob', 'bell', { schedule: '0 0 1 1 *', jobTemplate: { spec: { template: errand } } }),
  of('autoscaling/v2', 'HorizontalPodAutoscaler', 'kiosk', {
    scaleTargetRef: { kind: 'Deployment', name: 'kiosk' },
    maxReplicas: 2,
  }),
  of('policy/v1', 'PodDisruptionBudget', 'loft', { minAvailable: 1, selector: { matchLabels: labels } }),
  of('v1', 'ResourceQuota', 'walls', { hard: { pods: '8' } }),
];

const play = (simulation: Simulation, verb: Verb) => expect(playVerb(simulation, 'teacher', verb)).toBeNull();
const remedyOf = ({ store }: Simulation) => faultNamed(TYPE).remedy(store, latestFault(store, TYPE));
const isHealed = ({ store }: Simulation) => latestFault(store, TYPE).healedTick !== null;

function struck(...more: readonly WrittenManifest[]): Simulation {
  const simulation = faultTown();
  for (const manifest of [...FURNISHED, ...more]) play(simulation, { verb: 'apply', manifest });
  run(simulation, 40);
  expect(simulation.store.get('Deployment', 'annex/loft')?.status.readyReplicas).toBe(1);
  expect(beginFault(simulation.store, TYPE, 'annex')).toBeNull();
  run(simulation, 60);
  expect(simulation.store.get('Namespace', 'annex')).toBeUndefined();
  return simulation;
}

test('FAULT-49 the remedy puts up claims, work, limits and bare pods, too, and the houses open', () => {
  const simulation = struck();
  for (const { verb } of remedyOf(simulation)) play(simulation, verb);
  run(simulation, 60);
  expect(isHealed(simulation)).toBe(true);
  for (const { kind, metadata } of FURNISHED)
    expect(simulation.store.get(kind as 'Pod', `annex/${metadata.name}`), kind).toBeDefined();
  expect(simulation.store.get('Deployment', 'annex/loft')?.status.readyReplicas).toBe(1);
  expect(simulation.store.get('Pod', 'annex/sentry')?.status.phase).toBe('Running');
});

test('FAULT-49 it stays open while any of it is missing', () => {
  for (const { kind, metadata } of FURNISHED) {
    const simulation = struck();
    const isLeftOut = ({ verb }: { readonly verb: Verb }) =>
      verb.verb === 'apply' && verb.manifest.kind === kind && verb.manifest.metadata.name === metadata.name;
    const steps = remedyOf(simulation);
    for (const { verb } of steps.filter((step) => !isLeftOut(step))) play(simulation, verb);
    run(simulation, 2);
    expect(isHealed(simulation), kind).toBe(false);
    for (const { verb } of steps.filter(isLeftOut)) play(simulation, verb);
    run(simulation, 2);
    expect(isHealed(simulation), kind).toBe(true);
  }
});

test('FAULT-49 what a controller made, and work that is over, is nothing that people must write again', () => {
  const simulation = struck(of('batch/v1', 'Job', 'over', { activeDeadlineSeconds: 5, template: errand }));
  const kinds = remedyOf(simulation).map(({ verb }) => (verb.verb === 'apply' ? verb.manifest.kind : verb.verb));
  expect(kinds.filter((kind) => kind === 'Pod')).toHaveLength(1);
  expect(kinds.filter((kind) => kind === 'Job')).toHaveLength(1);
  expect(kinds).not.toContain('ReplicaSet');
});
