import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDirector } from '../../../shared/scenarios/director.ts';
import { demandAt } from '../../../shared/scenarios/demand-profile.ts';
import type { Scenario } from '../../../shared/scenarios/scenario.ts';
import { setupFor } from '../../../shared/scenarios/setup-for.ts';
import type { EnvironmentEvent } from '../../../shared/commands/environment/table.ts';
import { applyEnvironment } from '../../../shared/commands/environment/table.ts';

import { FIRST_TOWN, SANDBOX } from '../../support/scenarios.ts';
import { createStore } from '../../../shared/session/create.ts';

const TEAM = { seed: 1, registryNamespace: 'team' };

/** All that the director says to a cluster in which no loop runs. */
function script(scenario: Scenario, seed: number): readonly (readonly [tick: number, event: EnvironmentEvent])[] {
  const store = createStore(setupFor(scenario, TEAM));
  applyEnvironment(store, { type: 'phaseChanged', phase: 'running' });
  const director = createDirector(scenario, seed);
  const said: (readonly [number, EnvironmentEvent])[] = [];
  for (; store.tick < scenario.durationTicks; store.tick += 1) {
    for (const event of director.eventsAt(store.tick, store)) {
      applyEnvironment(store, event);
      said.push([store.tick, event]);
    }
  }
  return said;
}

describe('scenarios', () => {
  test.each([FIRST_TOWN, SANDBOX])('SCEN-1 $id is well formed, and its cluster can be set up', (scenario) => {
    expect(createStore(setupFor(scenario, TEAM)).count('Node')).toBe(scenario.setup.nodes.length);
    for (const { profile } of scenario.demand) {
      expect(profile.map(([tick]) => tick)).toEqual(profile.map(([tick]) => tick).sort((a, b) => a - b));
    }
  });

  test('SCEN-1 every objective of the first town has visitors, and an order that brings its service', () => {
    const { objectives, demand, orders } = FIRST_TOWN;
    const services = orders.flatMap(({ manifests }) =>
      manifests.flatMap(({ kind, metadata }) => (kind === 'Service' ? [`default/${metadata.name}`] : [])),
    );
    expect(demand.map(({ service }) => service)).toEqual(services);
    expect(objectives.map(({ service }) => service)).toEqual(services);
  });

  test('SCEN-2 the director is a function of scenario and seed, and another seed moves the faults', () => {
    const scenario = FIRST_TOWN;
    const faults = (seed: number) => script(scenario, seed).filter(([, event]) => event.type === 'faultBegan');
    expect(script(scenario, 5)).toEqual(script(scenario, 5));
    expect(faults(5)).not.toEqual(faults(6));
  });

  test('SCEN-3 asked twice about one tick, it says nothing twice', () => {
    const scenario = FIRST_TOWN;
    const store = createStore(setupFor(scenario, TEAM));
    const director = createDirector(scenario, 3);
    expect(director.eventsAt(0, store)).toEqual([]);
    applyEnvironment(store, { type: 'phaseChanged', phase: 'running' });
    for (; store.tick < scenario.durationTicks; store.tick += 1) {
      for (const event of director.eventsAt(store.tick, store)) applyEnvironment(store, event);
      expect(director.eventsAt(store.tick, store)).toEqual([]);
    }
  });

  test('SCEN-5 a fault that can strike nowhere is left out', () => {
    const faults: Scenario['faults'] = [{ tick: 20, type: 'lost-furniture', target: 'any' }];
    expect(script({ ...FIRST_TOWN, faults }, 1).filter(([, event]) => event.type === 'faultBegan')).toEqual([]);
  });

  test('SCEN-4 demand moves evenly between the points, with a little chance, and begins at the first', () => {
    const profile = [
      [100, 0],
      [200, 100],
    ] as const;
    fc.assert(
      fc.property(fc.nat(400), fc.nat(), (tick, seed) => {
        const expected = tick < 100 ? 0 : Math.min(tick - 100, 100);
        const rps = demandAt(profile, tick, seed);
        expect(Number.isInteger(rps)).toBe(true);
        expect(Math.abs(rps - expected)).toBeLessThanOrEqual(Math.ceil(expected * 0.08));
      }),
    );
  });
});
