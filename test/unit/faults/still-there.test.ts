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

test('FAULT-2 strict-liveness is not over by a startup probe at the same wrong door', () => {
  const simulation = struck('strict-liveness');
  const asking = (startup: number) =>
    containers((container) => {
      const at = (port: number) => ({ ...must(container.livenessProbe, 'probe'), httpGet: { path: '/', port } });
      return { ...container, livenessProbe: at(8080), startupProbe: at(startup) };
    });
  rewrite(simulation, asking(9090));
  run(simulation, 5);
  expect(open(simulation, 'strict-liveness')).toBe(true);
  rewrite(simulation, asking(8080));
  run(simulation, 5);
  expect(open(simulation, 'strict-liveness')).toBe(false);
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
