/** A limit that looks lifted and is not: said another way, or lifted for some only. */
import { expect, test } from 'vitest';
import { must } from '../../../shared/base/assert.ts';
import { beginFault } from '../../../shared/cluster/faults/begin.ts';
import type { Simulation } from '../../../shared/session/simulation.ts';
import { playVerb, run } from '../../support/builders.ts';
import { faultTown, latestFault } from '../../support/fault-town.ts';

const SHOP = 'default/shop';

const open = ({ store }: Simulation, type: string) => latestFault(store, type).healedTick === null;
const readyOf = ({ store }: Simulation) => must(store.get('Deployment', SHOP), SHOP).status.readyReplicas;

/** A StatefulSet of three beside the Deployments. */
function withWeb(image: string): Simulation {
  const simulation = faultTown();
  const template = { metadata: { labels: { app: 'web' } }, spec: { containers: [{ name: 'web', image }] } };
  const manifest = {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name: 'web' },
    spec: { serviceName: 'web', replicas: 3, selector: { matchLabels: { app: 'web' } }, template },
  };
  expect(playVerb(simulation, 'teacher', { verb: 'apply', manifest } as never)).toBeNull();
  return run(simulation, 90);
}

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

test('FAULT-2 autoscaler-blind is not over because it goes by another number that nobody measures', () => {
  const simulation = faultTown();
  expect(beginFault(simulation.store, 'autoscaler-blind', 'default/stall')).toBeNull();
  const goBy = (name: string) => {
    const pods = { metric: { name }, target: { type: 'AverageValue', averageValue: '10' } };
    const scaleTargetRef = { kind: 'Deployment', name: 'stall' };
    const spec = { scaleTargetRef, maxReplicas: 4, metrics: [{ type: 'Pods', pods }] };
    const manifest = {
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata: { name: 'stall' },
      spec,
    };
    expect(playVerb(simulation, 'teacher', { verb: 'apply', manifest } as never)).toBeNull();
    run(simulation, 2);
    return open(simulation, 'autoscaler-blind');
  };
  expect(goBy('frowns-per-guest')).toBe(true);
  expect(goBy('http_requests_per_second')).toBe(false);
});

test('FAULT-2 budget-blocks-drain is not over by another way of saying the same', () => {
  const simulation = faultTown();
  const { store } = simulation;
  expect(beginFault(store, 'budget-blocks-drain', SHOP)).toBeNull();
  run(simulation, 10);
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
  const simulation = withWeb('hut:1.0');
  const { store } = simulation;
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
  const simulation = withWeb('team/nowhere:1');
  expect(beginFault(simulation.store, 'quota-exhausted', SHOP)).toBeNull();
  run(simulation, 60);
  expect({ isOpen: open(simulation, 'quota-exhausted'), ready: readyOf(simulation) }).toEqual({
    isOpen: true,
    ready: 3,
  });
});
