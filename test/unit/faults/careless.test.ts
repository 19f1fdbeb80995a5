/** Careless changes and deliveries: what heals them is that the flaw is gone, not which way it went. */
import { describe, expect, test } from 'vitest';
import { must } from '../../../shared/base/assert.ts';
import type { Container } from '../../../shared/api/container.ts';
import { beginFault } from '../../../shared/cluster/faults/begin.ts';
import { imageOf } from '../../../shared/cluster/faults/bad-delivery.ts';
import type { Simulation } from '../../../shared/session/simulation.ts';
import { faultTown } from '../../support/fault-town.ts';
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
});
