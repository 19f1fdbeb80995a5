/** Every fault of the catalogue, played in a real town: it bites, it shows, its own remedy heals it, and nothing else does. */
import { describe, expect, test } from 'vitest';
import { API_KINDS } from '../../../shared/api/kinds.ts';
import { must } from '../../../shared/base/assert.ts';
import type { Fault } from '../../../shared/api/world/fault.ts';
import { beginFault, targetsOf } from '../../../shared/cluster/faults/begin.ts';
import { FAULTS, faultNamed } from '../../../shared/cluster/faults/catalogue.ts';
import { FAULT_COMPONENTS, type FaultDefinition } from '../../../shared/cluster/faults/fault-type.ts';
import { showsSymptom } from '../../../shared/cluster/faults/symptoms.ts';
import { parseScenario } from '../../../shared/scenarios/scenario.ts';
import type { Verb } from '../../../shared/cluster/verbs/table.ts';
import type { Simulation } from '../../../shared/session/simulation.ts';
import { TEXTS } from '../../../client/i18n/texts.ts';
import { EVERYDAY } from '../../support/everyday.ts';
import { faultTown, latestFault, lostIn } from '../../support/fault-town.ts';
import { FIRST_TOWN } from '../../support/scenarios.ts';
import { join, playVerb } from '../../support/builders.ts';

/** Long enough for the slowest of them to show all its signs: a bell that rings each minute. */
const MOST_TICKS = 480;
/** Machines boot, houses are built. */
const HEALING_TICKS = 120;
const PATIENCE_TICKS = 40;

function strike(simulation: Simulation, { type }: FaultDefinition): Fault {
  const possible = targetsOf(simulation.store, type);
  const target = possible.find((key) => key === 'default/shop') ?? must(possible[0], `a target for ${type}`);
  simulation.apply(['e', { type: 'faultBegan', fault: type, target }]);
  return latestFault(simulation.store, type);
}

/** Repairs that a team tries when it does not know the cause: it restarts everything that can be restarted. */
function tryEverythingElse(simulation: Simulation, own: ReadonlySet<Verb['verb']>): void {
  const { store } = simulation;
  const attempts: Verb[] = [
    { verb: 'restartRegistry' },
    { verb: 'loginRegistry' },
    { verb: 'collectRegistryGarbage' },
    { verb: 'restartLogStore' },
    { verb: 'compactEtcd' },
    { verb: 'defragEtcd' },
    { verb: 'disarmEtcd' },
    ...[...store.keys('PlaneProcess'), ...store.keys('EtcdMember')].map((component): Verb => ({
      verb: 'restartComponent',
      component,
    })),
    ...store.keys('EtcdMember').map((member): Verb => ({ verb: 'repairEtcdMember', member })),
    ...store.keys('NoisyClient').map((client): Verb => ({ verb: 'limitClient', client })),
    ...store.keys('Node').flatMap((node): Verb[] => [
      { verb: 'repairLink', node },
      { verb: 'restartKubelet', node },
      { verb: 'restartRuntime', node },
      { verb: 'restartProxy', node },
      { verb: 'sweepNode', node },
      { verb: 'cordon', node, unschedulable: false },
      { verb: 'collectImages', node },
    ]),
    ...store.keys('Deployment').map((deployment): Verb => ({ verb: 'pauseRollout', deployment, paused: false })),
    ...store.keys('Pod').map((key): Verb => ({ verb: 'delete', kind: 'Pod', key })),
  ];
  for (const verb of attempts) if (!own.has(verb.verb)) playVerb(simulation, 'teacher', verb);
}

describe('faults', () => {
  test('FAULT-13 there are over forty, each of another name, over most of the components', () => {
    expect(FAULTS.length).toBeGreaterThanOrEqual(40);
    expect(new Set(FAULTS.map(({ type }) => type)).size).toBe(FAULTS.length);
    for (const { type } of FAULTS) expect(faultNamed(type).type).toBe(type);
    expect(new Set(FAULTS.map(({ component }) => component)).size).toBeGreaterThanOrEqual(FAULT_COMPONENTS.length - 1);
  });

  test('FAULT-14 the town is quiet without them', () => {
    const simulation = faultTown();
    const lost = lostIn(simulation.store);
    simulation.apply(MOST_TICKS);
    expect(lostIn(simulation.store)).toBe(lost);
  });

  test.each(FAULTS.map((fault) => [fault.type, fault] as const))(
    'FAULT-15 %s bites, and each of its symptoms shows',
    (_type, definition) => {
      const simulation = faultTown();
      const twin = faultTown();
      const fault = strike(simulation, definition);
      const { harm, symptoms } = definition;
      const unseen = new Set(symptoms);
      let isHarmed = false;
      for (let tick = 0; tick < MOST_TICKS && (unseen.size > 0 || !isHarmed); tick += 1) {
        simulation.apply(1);
        twin.apply(1);
        for (const town of [simulation, twin]) EVERYDAY[fault.type]?.(town, tick + 1);
        const now = latestFault(simulation.store, fault.type);
        for (const symptom of unseen)
          if (showsSymptom(simulation.store, now, symptom) && !showsSymptom(twin.store, now, symptom))
            unseen.delete(symptom);
        isHarmed ||=
          harm === 'visitors'
            ? lostIn(simulation.store) > lostIn(twin.store)
            : harm(simulation.store, now) && !harm(twin.store, now);
      }
      expect([...unseen]).toEqual([]);
      expect(isHarmed).toBe(true);
    },
  );

  test.each(FAULTS.filter(({ type }) => type !== 'traffic-surge').map((fault) => [fault.type, fault] as const))(
    'FAULT-2 %s stays open whatever else is done, and its own remedy heals it',
    (_type, definition) => {
      const simulation = faultTown();
      const { type } = strike(simulation, definition);
      simulation.apply(PATIENCE_TICKS);
      const open = () => latestFault(simulation.store, type);
      const steps = definition.remedy(simulation.store, open());
      tryEverythingElse(simulation, new Set(steps.map(({ verb }) => verb.verb)));
      simulation.apply(PATIENCE_TICKS);
      expect(open().healedTick).toBeNull();

      const healing = definition.remedy(simulation.store, open());
      expect(healing.length).toBeGreaterThan(0);
      const player = join(
        simulation,
        healing.flatMap(({ seat }) => (seat === 'builder' ? [] : [seat])),
      );
      for (const { verb } of healing) expect(playVerb(simulation, player, verb)).toBeNull();
      const done = new Set(healing.map(({ verb }) => JSON.stringify(verb)));
      for (let tick = 0; tick < HEALING_TICKS && open().healedTick === null; tick += 1) {
        simulation.apply(1);
        // Some remedies have several steps, each of which takes its time.
        for (const { verb } of definition.remedy(simulation.store, open())) {
          const step = JSON.stringify(verb);
          if (!done.has(step) && playVerb(simulation, player, verb) === null) done.add(step);
        }
      }
      expect(open().healedTick).not.toBeNull();
    },
  );

  test.each(FAULTS.map(({ type }) => type))(
    'FAULT-1 %s is refused where it cannot strike, and nothing has changed',
    (type) => {
      const { store } = faultTown();
      const { revision } = store;
      expect(beginFault(store, type, 'nowhere')).toMatchObject({ reason: 'BadRequest', key: 'faultCannotStrike' });
      expect(store.revision).toBe(revision);
    },
  );

  test.each(FAULTS.map(({ type }) => type))(
    'FAULT-35 %s changes no object of the API while no API server answers',
    (type) => {
      const simulation = faultTown();
      simulation.apply(['e', { type: 'faultBegan', fault: 'api-server-down', target: '' }]);
      const { store } = simulation;
      const before = API_KINDS.map((kind) => [...store.list(kind)]);
      for (const target of faultNamed(type).targets(store)) beginFault(store, type, target);
      expect(API_KINDS.map((kind) => [...store.list(kind)])).toEqual(before);
    },
  );

  test.each(FAULTS.map((fault) => [fault.type, fault] as const))(
    'FAULT-1 %s does not strike twice in the same place',
    (_type, definition) => {
      const simulation = faultTown();
      const { target } = strike(simulation, definition);
      expect(targetsOf(simulation.store, definition.type)).not.toContain(target);
    },
  );

  test.each(FAULTS.map((fault) => [fault.type, fault] as const))(
    'FAULT-16 %s is explained in both languages, and a scenario may ask for it',
    (type, { component, symptoms }) => {
      for (const part of ['title', 'symptom', 'remedy', 'explanation']) {
        expect(TEXTS.en).toHaveProperty([`fault.${type}.${part}`]);
        expect(TEXTS.zh).toHaveProperty([`fault.${type}.${part}`]);
      }
      for (const symptom of symptoms) {
        if (symptom.type !== 'gauge') continue;
        expect(TEXTS.en).toHaveProperty([`faultGauge.${symptom.name}`]);
        expect(TEXTS.zh).toHaveProperty([`faultGauge.${symptom.name}`]);
      }
      // The real term stands beside the picture.
      expect(TEXTS.en[`fault.${type}.title` as never]).toMatch(/\(.+\)/);
      expect(TEXTS.zh[`fault.${type}.title` as never]).toMatch(/（.+）/);
      expect(TEXTS.en).toHaveProperty([`faultComponent.${component}`]);
      expect(TEXTS.zh).toHaveProperty([`faultComponent.${component}`]);
      expect(parseScenario({ ...FIRST_TOWN, faults: [{ tick: 5, type }] }).faults).toMatchObject([{ type }]);
    },
  );

  test('FAULT-16 a scenario that asks for a fault which does not exist is refused', () => {
    expect(() => parseScenario({ ...FIRST_TOWN, faults: [{ tick: 5, type: 'rain' }] })).toThrow(
      /there is no such fault/,
    );
  });
});
