/** Annotations of a template, and the restart that lives by them. */
import { expect, test } from 'vitest';
import type { Manifest } from '../../../shared/api/kinds.ts';
import { keyOf } from '../../../shared/api/meta.ts';
import { RESTARTED_AT_ANNOTATION } from '../../../shared/cluster/verbs/restart-rollout.ts';
import type { Simulation } from '../../../shared/session/simulation.ts';
import { act, aDeployment, aSetup, run, startedSimulation } from '../../support/builders.ts';
import { publishHouse } from '../../support/village.ts';

const KINDS = ['Deployment', 'StatefulSet', 'DaemonSet'] as const;
const KEY = 'default/web';

const workload = (kind: (typeof KINDS)[number], annotations?: object): Manifest =>
  ({
    apiVersion: 'apps/v1',
    kind,
    metadata: { name: 'web' },
    spec: {
      ...(kind === 'DaemonSet' ? {} : { replicas: 2 }),
      selector: { matchLabels: { app: 'web' } },
      template: {
        metadata: { labels: { app: 'web' }, ...(annotations ? { annotations } : {}) },
        spec: { terminationGracePeriodSeconds: 1, containers: [{ name: 'app', image: 'house:1' }] },
      },
    },
  }) as unknown as Manifest;

function settled(manifest: Manifest): Simulation {
  const simulation = startedSimulation(aSetup({ nodes: 2 }));
  publishHouse(simulation.store, 'house:1');
  expect(act(simulation.store, { verb: 'apply', manifest })).toBeNull();
  return run(simulation, 30);
}

const pods = ({ store }: Simulation) => [...store.list('Pod')].map(({ metadata }) => metadata);

test.each(KINDS)('DEPLOY-18 the annotations of a %s go to its pods, and a change of them replaces those', (kind) => {
  const simulation = settled(workload(kind, { motto: 'tea' }));
  const before = pods(simulation);
  expect(before.map(({ annotations }) => annotations['motto'])).toEqual(['tea', 'tea']);
  act(simulation.store, { verb: 'apply', manifest: workload(kind, { motto: 'soup' }) });
  run(simulation, 60);
  const after = pods(simulation);
  expect(after.map(({ annotations }) => annotations['motto'])).toEqual(['soup', 'soup']);
  expect(after.some(({ uid }) => before.some((pod) => pod.uid === uid))).toBe(false);
});

test('DEPLOY-18 no annotations and empty ones are the same template', () => {
  const { store } = settled(workload('Deployment'));
  const { generation } = store.get('Deployment', KEY)?.metadata ?? {};
  expect(act(store, { verb: 'apply', manifest: workload('Deployment', {}) })).toBeNull();
  expect(store.get('Deployment', KEY)?.metadata.generation).toBe(generation);
});

test.each(KINDS)('DEPLOY-19 a restart replaces all pods of a %s by others of the same plan', (kind) => {
  const simulation = settled(workload(kind));
  const before = pods(simulation);
  const { tick } = simulation.store;
  expect(act(simulation.store, { verb: 'restartRollout', kind, key: KEY })).toBeNull();
  run(simulation, 60);
  const after = pods(simulation);
  expect(after).toHaveLength(2);
  expect(after.some(({ uid }) => before.some((pod) => pod.uid === uid))).toBe(false);
  expect(after.map(({ annotations }) => annotations)).toEqual(
    after.map(() => ({ [RESTARTED_AT_ANNOTATION]: `${tick}` })),
  );
  // An author who never wrote it does not take it back.
  act(simulation.store, { verb: 'apply', manifest: workload(kind) });
  run(simulation, 20);
  expect(pods(simulation).map(keyOf).toSorted()).toEqual(after.map(keyOf).toSorted());
});

test('DEPLOY-19 not while paused, not twice in a second, and nothing that is not there', () => {
  const { store } = settled(aDeployment('web', { image: 'house:1' }));
  const restart = { verb: 'restartRollout', kind: 'Deployment', key: KEY } as const;
  expect(act(store, restart)).toBeNull();
  expect(act(store, restart)).toMatchObject({ code: 400, key: 'alreadyRestarted' });
  act(store, { verb: 'pauseRollout', deployment: KEY, paused: true });
  expect(act(store, restart)).toMatchObject({ code: 400, key: 'restartPaused' });
  expect(act(store, { ...restart, kind: 'StatefulSet' })).toMatchObject({ code: 404 });
});
