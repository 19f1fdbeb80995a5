/** Careless changes and deliveries: what heals them is that the flaw is gone, not which way it went. */
import { describe, expect, test } from 'vitest';
import { must } from '../../../shared/base/assert.ts';
import type { Container } from '../../../shared/api/container.ts';
import { beginFault } from '../../../shared/cluster/faults/begin.ts';
import { imageOf } from '../../../shared/cluster/faults/bad-delivery.ts';
import { faultNamed } from '../../../shared/cluster/faults/catalogue.ts';
import type { Simulation } from '../../../shared/session/simulation.ts';
import { faultTown, latestFault } from '../../support/fault-town.ts';
import { playVerb, run } from '../../support/builders.ts';

const SHOP = 'default/shop';

const template = ({ store }: Simulation) => must(store.get('Deployment', SHOP), SHOP).spec.template;
const open = ({ store }: Simulation, type: string) => store.by('openFaultsByType', type).length;

/** Somebody writes the template anew, without going back to an old revision. */
function rewrite(simulation: Simulation, change: (container: Container) => Container): void {
  const deployment = must(simulation.store.get('Deployment', SHOP), SHOP);
  const spec = { ...template(simulation).spec, containers: template(simulation).spec.containers.map(change) };
  const metadata = { name: 'shop', namespace: 'default', labels: deployment.metadata.labels };
  const manifest = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata,
    spec: { ...deployment.spec, template: { ...template(simulation), spec } },
  };
  expect(playVerb(simulation, 'teacher', { verb: 'apply', manifest } as never)).toBeNull();
}

describe('careless changes and deliveries', () => {
  test('FAULT-17 a careless change edits the template and no image; enough memory heals it, whoever writes it', () => {
    const simulation = faultTown();
    const before = template(simulation).spec.containers[0];
    expect(beginFault(simulation.store, 'tight-memory', SHOP)).toBeNull();
    const [flawed] = template(simulation).spec.containers;
    expect(flawed?.image).toBe(before?.image);
    expect(flawed?.resources).not.toEqual(before?.resources);
    rewrite(simulation, (container) => ({
      ...container,
      resources: { ...container.resources, limits: { memory: '16Mi' } },
    }));
    run(simulation, 2);
    expect(open(simulation, 'tight-memory')).toBe(1);
    rewrite(simulation, (container) => ({
      ...container,
      resources: { ...container.resources, limits: { memory: '1Gi' } },
    }));
    run(simulation, 2);
    expect(open(simulation, 'tight-memory')).toBe(0);
  });

  test('FAULT-17 a delivery brings the flaw in a new image; a probe that waits heals it as well as the old image', () => {
    const simulation = faultTown();
    const before = must(template(simulation).spec.containers[0], 'container');
    expect(beginFault(simulation.store, 'slow-start', SHOP)).toBeNull();
    const after = must(template(simulation).spec.containers[0], 'container');
    const startTicks = (image: string) => must(imageOf(simulation.store, image), image).config.program.startTicks;
    expect(after.image).not.toBe(before.image);
    expect(startTicks(after.image)).toBeGreaterThan(startTicks(before.image));
    run(simulation, 2);
    expect(open(simulation, 'slow-start')).toBe(1);
    const patient = { ...must(after.livenessProbe, 'probe'), initialDelaySeconds: 120 };
    rewrite(simulation, (container) => ({ ...container, livenessProbe: patient }));
    run(simulation, 2);
    expect(template(simulation).spec.containers[0]?.image).toBe(after.image);
    expect(open(simulation, 'slow-start')).toBe(0);
  });

  const remedyOf = ({ store }: Simulation, type: string) =>
    faultNamed(type)
      .remedy(store, latestFault(store, type))
      .map(({ verb }) => verb);

  test('FAULT-17 where two changes were careless, the remedy goes back past both of them', () => {
    const simulation = faultTown();
    const sound = template(simulation);
    for (const type of ['wrong-tag', 'strict-liveness']) {
      expect(beginFault(simulation.store, type, SHOP)).toBeNull();
      run(simulation, 3);
    }
    expect(remedyOf(simulation, 'strict-liveness')).toEqual([{ verb: 'undoRollout', deployment: SHOP }]);
    const [undo] = remedyOf(simulation, 'wrong-tag');
    expect(undo).toMatchObject({ verb: 'undoRollout', revision: expect.any(Number) });
    expect(playVerb(simulation, 'teacher', must(undo, 'remedy'))).toBeNull();
    run(simulation, 2);
    expect(template(simulation)).toEqual(sound);
    expect(open(simulation, 'wrong-tag') + open(simulation, 'strict-liveness')).toBe(0);
  });

  test('FAULT-17 where somebody holds the roll-out, the remedy lets it go first', () => {
    const simulation = faultTown();
    expect(beginFault(simulation.store, 'strict-liveness', SHOP)).toBeNull();
    expect(playVerb(simulation, 'teacher', { verb: 'pauseRollout', deployment: SHOP, paused: true })).toBeNull();
    run(simulation, 3);
    for (const verb of remedyOf(simulation, 'strict-liveness'))
      expect(playVerb(simulation, 'teacher', verb)).toBeNull();
    run(simulation, 2);
    expect(open(simulation, 'strict-liveness')).toBe(0);
  });

  test('FAULT-47 a port that is right again is healed before any house stands behind it', () => {
    const simulation = faultTown();
    const { store } = simulation;
    expect(beginFault(store, 'wrong-target-port', SHOP)).toBeNull();
    for (const node of store.keys('Node'))
      playVerb(simulation, 'teacher', { verb: 'cordon', node, unschedulable: true });
    for (const key of store.keys('Pod').filter((pod) => pod.startsWith(SHOP)))
      playVerb(simulation, 'teacher', { verb: 'delete', kind: 'Pod', key });
    run(simulation, 30);
    expect(open(simulation, 'wrong-target-port')).toBe(1);
    for (const verb of remedyOf(simulation, 'wrong-target-port'))
      expect(playVerb(simulation, 'teacher', verb)).toBeNull();
    run(simulation, 2);
    expect(store.get('Deployment', SHOP)?.status.readyReplicas).toBe(0);
    expect(open(simulation, 'wrong-target-port')).toBe(0);
  });
});

test('FAULT-2 a forgotten taint is healed when its own sign is down, whatever other sign of that key hangs there', () => {
  const simulation = faultTown();
  const sign = { node: 'node-1', key: 'podville.io/works' } as const;
  expect(beginFault(simulation.store, 'forgotten-taint', sign.node)).toBeNull();
  const other = { verb: 'taintNode', ...sign, value: '', effect: 'NoSchedule' } as const;
  expect(playVerb(simulation, 'teacher', other)).toBeNull();
  expect(open(simulation, 'forgotten-taint')).toBe(1);
  expect(playVerb(simulation, 'teacher', { verb: 'untaintNode', ...sign, effect: 'NoExecute' })).toBeNull();
  run(simulation, 2);
  expect(open(simulation, 'forgotten-taint')).toBe(0);
});
