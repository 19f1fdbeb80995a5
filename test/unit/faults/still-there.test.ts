/** A cause that looks gone and is not: another fault, another spelling, or an image that nobody knows any more. */
import { expect, test } from 'vitest';
import { must } from '../../../shared/base/assert.ts';
import type { Container } from '../../../shared/api/container.ts';
import type { PodSpec } from '../../../shared/api/pod.ts';
import { beginFault } from '../../../shared/cluster/faults/begin.ts';
import { faultNamed } from '../../../shared/cluster/faults/catalogue.ts';
import { resolveReference } from '../../../shared/cluster/registry/reference.ts';
import type { Simulation } from '../../../shared/session/simulation.ts';
import { playVerb, run } from '../../support/builders.ts';
import { faultTown, latestFault } from '../../support/fault-town.ts';

const SHOP = 'default/shop';

const open = ({ store }: Simulation, type: string) => latestFault(store, type).healedTick === null;
const readyOf = ({ store }: Simulation) => must(store.get('Deployment', SHOP), SHOP).status.readyReplicas;

function struck(type: string, target = SHOP): Simulation {
  const simulation = faultTown();
  expect(beginFault(simulation.store, type, target)).toBeNull();
  return run(simulation, 10);
}

function rewrite(simulation: Simulation, change: (spec: PodSpec) => PodSpec): void {
  const { metadata, spec } = must(simulation.store.get('Deployment', SHOP), SHOP);
  const manifest = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'shop', namespace: 'default', labels: metadata.labels },
    spec: { ...spec, template: { ...spec.template, spec: change(spec.template.spec) } },
  };
  expect(playVerb(simulation, 'teacher', { verb: 'apply', manifest } as never)).toBeNull();
}

const containers = (change: (container: Container) => Container) => (spec: PodSpec) => ({
  ...spec,
  containers: spec.containers.map(change),
});

function remedy(simulation: Simulation, type: string): void {
  const { store } = simulation;
  for (const { verb } of faultNamed(type).remedy(store, latestFault(store, type)))
    expect(playVerb(simulation, 'teacher', verb)).toBeNull();
  run(simulation, 2);
}

test.each(['never-ready', 'strict-liveness', 'tight-cpu-limit', 'endless-init', 'unsigned-image'])(
  'FAULT-2 %s is not over because nobody knows the image any more',
  (type) => {
    const simulation = struck(type);
    expect(playVerb(simulation, 'teacher', { verb: 'deleteTag', reference: 'team/shop:1.0' })).toBeNull();
    run(simulation, 10);
    expect(open(simulation, type)).toBe(true);
    remedy(simulation, type);
    expect(open(simulation, type)).toBe(false);
  },
);

test('FAULT-2 slow-start is not over by a startup probe that does not wait either', () => {
  const simulation = struck('slow-start');
  const probe = (failureThreshold: number) => ({
    httpGet: { path: '/', port: 8080 },
    initialDelaySeconds: 0,
    periodSeconds: 5,
    timeoutSeconds: 1,
    successThreshold: 1,
    failureThreshold,
  });
  rewrite(
    simulation,
    containers((container) => ({ ...container, startupProbe: probe(2) })),
  );
  run(simulation, 5);
  expect(open(simulation, 'slow-start')).toBe(true);
  rewrite(
    simulation,
    containers((container) => ({ ...container, startupProbe: probe(60) })),
  );
  run(simulation, 5);
  expect(open(simulation, 'slow-start')).toBe(false);
  run(simulation, 300);
  expect(readyOf(simulation)).toBe(4);
});

test('FAULT-2 never-ready is not over by a probe that asks at a port of a name that nobody bears', () => {
  const simulation = struck('never-ready');
  const asking = (port: string) =>
    containers((container) => ({
      ...container,
      readinessProbe: { ...must(container.readinessProbe, 'probe'), httpGet: { path: '/ready', port } },
    }));
  rewrite(simulation, asking('nowhere'));
  run(simulation, 5);
  expect(open(simulation, 'never-ready')).toBe(true);
  rewrite(simulation, asking('http'));
  run(simulation, 5);
  expect(open(simulation, 'never-ready')).toBe(false);
});

/** Another of the team's images begins before the shop does. */
function withInit(type: string): Simulation {
  const simulation = faultTown();
  rewrite(simulation, (spec) => ({
    ...spec,
    initContainers: [{ ...must(spec.containers[0], 'shop'), name: 'first', image: 'team/inn:1.0', command: ['true'] }],
  }));
  run(simulation, 60);
  expect(beginFault(simulation.store, type, SHOP)).toBeNull();
  run(simulation, 30);
  expect(readyOf(simulation)).toBe(3);
  return simulation;
}

test('FAULT-36 an init container’s image must be signed, too', () => {
  const simulation = withInit('unsigned-image');
  remedy(simulation, 'unsigned-image');
  run(simulation, 60);
  expect(open(simulation, 'unsigned-image')).toBe(false);
  expect(readyOf(simulation)).toBe(4);
});

test('FAULT-2 policy-refuses is not over while an init container’s image is named by its tag', () => {
  const simulation = withInit('policy-refuses');
  const { store } = simulation;
  const pin = (image: string) => `${image.split(':')[0]}@${must(resolveReference(store, image), image)}`;
  rewrite(
    simulation,
    containers((container) => ({ ...container, image: pin(container.image) })),
  );
  run(simulation, 5);
  expect(open(simulation, 'policy-refuses')).toBe(true);
  rewrite(simulation, (spec) => ({
    ...spec,
    initContainers: spec.initContainers.map((container) => ({ ...container, image: pin(container.image) })),
  }));
  run(simulation, 60);
  expect(open(simulation, 'policy-refuses')).toBe(false);
  expect(readyOf(simulation)).toBe(4);
});

test('FAULT-2 autoscaler-capped is not over because the least is lowered beneath the cap', () => {
  const simulation = faultTown();
  const bounds = (minReplicas: number, maxReplicas: number) => {
    const scaleTargetRef = { kind: 'Deployment', name: 'stall' };
    const metadata = { name: 'stall', namespace: 'default' };
    const spec = { scaleTargetRef, minReplicas, maxReplicas };
    const manifest = { apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler', metadata, spec };
    expect(playVerb(simulation, 'teacher', { verb: 'apply', manifest } as never)).toBeNull();
    run(simulation, 2);
  };
  bounds(2, 4);
  expect(beginFault(simulation.store, 'autoscaler-capped', 'default/stall')).toBeNull();
  bounds(1, 2);
  expect(open(simulation, 'autoscaler-capped')).toBe(true);
  bounds(1, 3);
  expect(open(simulation, 'autoscaler-capped')).toBe(false);
});

test('FAULT-2 budget-blocks-drain is not over by another way of saying the same', () => {
  const simulation = struck('budget-blocks-drain');
  const { store } = simulation;
  const budget = `${SHOP}-never-less`;
  const { selector } = must(store.get('PodDisruptionBudget', budget), budget).spec;
  const say = (said: object) => {
    const metadata = { name: 'shop-never-less', namespace: 'default' };
    const manifest = { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', metadata, spec: { selector, ...said } };
    expect(playVerb(simulation, 'teacher', { verb: 'apply', manifest } as never)).toBeNull();
    run(simulation, 2);
    return open(simulation, 'budget-blocks-drain');
  };
  expect(
    [{ maxUnavailable: 0 }, { maxUnavailable: '0%' }, { minAvailable: 4 }, { minAvailable: '80%' }].map(say),
  ).toEqual([true, true, true, true]);
  expect(say({ minAvailable: 3 })).toBe(false);
  run(simulation, 120);
  const node = String(latestFault(store, 'budget-blocks-drain').memory['node']);
  expect(store.by('podsByNode', node).filter((key) => key.startsWith(SHOP))).toEqual([]);
});

test('FAULT-2 quota-exhausted is not over while there is no room for what is not a Deployment’s', () => {
  const simulation = faultTown();
  const { store } = simulation;
  const template = { metadata: { labels: { app: 'web' } }, spec: { containers: [{ name: 'web', image: 'hut:1.0' }] } };
  const web = {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name: 'web' },
    spec: { serviceName: 'web', replicas: 3, selector: { matchLabels: { app: 'web' } }, template },
  };
  expect(playVerb(simulation, 'teacher', { verb: 'apply', manifest: web } as never)).toBeNull();
  run(simulation, 90);
  expect(beginFault(store, 'quota-exhausted', SHOP)).toBeNull();
  const allow = (pods: number) => {
    const metadata = { name: 'thrift', namespace: 'default' };
    const manifest = { apiVersion: 'v1', kind: 'ResourceQuota', metadata, spec: { hard: { pods: String(pods) } } };
    expect(playVerb(simulation, 'teacher', { verb: 'apply', manifest } as never)).toBeNull();
    run(simulation, 90);
    return { isOpen: open(simulation, 'quota-exhausted'), ready: readyOf(simulation) };
  };
  const stand = [...store.list('Pod')].filter(({ metadata }) => metadata.namespace === 'default').length;
  expect(allow(stand - 1)).toEqual({ isOpen: true, ready: 3 });
  expect(allow(stand)).toEqual({ isOpen: false, ready: 4 });
});

test('FAULT-15 quota-exhausted bites where not all that is wanted has come yet', () => {
  const simulation = faultTown();
  const { store } = simulation;
  const containers = [{ name: 'web', image: 'team/nowhere:1' }];
  const template = { metadata: { labels: { app: 'web' } }, spec: { containers } };
  const web = {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name: 'web' },
    spec: { serviceName: 'web', replicas: 3, selector: { matchLabels: { app: 'web' } }, template },
  };
  expect(playVerb(simulation, 'teacher', { verb: 'apply', manifest: web } as never)).toBeNull();
  run(simulation, 30);
  expect(beginFault(store, 'quota-exhausted', SHOP)).toBeNull();
  run(simulation, 60);
  expect({ isOpen: open(simulation, 'quota-exhausted'), ready: readyOf(simulation) }).toEqual({
    isOpen: true,
    ready: 3,
  });
});
