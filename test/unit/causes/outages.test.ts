/** What is said of outages: the chain leads to what began them, their time adds up, and to say it changes nothing. */
import { describe, expect, test } from 'vitest';
import { must } from '../../../shared/base/assert.ts';
import type { Outage } from '../../../shared/api/world/network.ts';
import { why } from '../../../shared/cluster/causes/why.ts';
import { FAULTS, faultNamed } from '../../../shared/cluster/faults/catalogue.ts';
import type { Simulation } from '../../../shared/session/simulation.ts';
import { expandLog } from '../../../shared/recording/player.ts';
import { decodeSnapshot, encodeSnapshot } from '../../../shared/protocol/snapshot-message.ts';
import { faultTown, latestFault } from '../../support/fault-town.ts';
import { join, playVerb } from '../../support/builders.ts';
import { FIRST_TOWN } from '../../support/scenarios.ts';
import { react, sitDown } from '../../support/good-team.ts';
import { Session } from '../../support/session.ts';
import { createSimulation } from '../../../shared/session/create.ts';

const BITING: readonly (readonly [type: string, target: string])[] = [
  ...FAULTS.filter(({ harm }) => harm === 'visitors').map(({ type }) => [type, ''] as const),
  // These cost visitors by what others make of the silence, or of old news.
  ['watch-lag', 'controller-manager'],
  ['kubelet-down', 'node-1'],
  ['node-partition', 'node-1'],
];
const MOST_TICKS = 480;
const REACTION_TICKS = 15;

function afflicted(type: string, wanted = ''): Simulation {
  const simulation = faultTown();
  const targets = faultNamed(type).targets(simulation.store);
  const preferred = wanted === '' ? 'default/shop' : wanted;
  const target = targets.find((key) => key === preferred) ?? must(targets[0], type);
  simulation.apply(['e', { type: 'faultBegan', fault: type, target }]);
  return simulation;
}

function untilOutage(simulation: Simulation): Outage {
  const before = new Set(simulation.store.keys('Outage'));
  for (let tick = 0; tick < MOST_TICKS; tick += 1) {
    simulation.apply(1);
    const key = simulation.store.keys('Outage').find((candidate) => !before.has(candidate));
    if (key !== undefined) return must(simulation.store.get('Outage', key), key);
  }
  throw new Error('no outage');
}

describe('outages', () => {
  test.each(BITING)('CAUSE-4 the outage that %s causes leads back to the event that began it', (type, target) => {
    const simulation = afflicted(type, target);
    const outage = untilOutage(simulation);
    const { chain, rootFault } = why(simulation.store, outage.key);
    expect(chain.at(-1)).toMatchObject({ by: 'input', subject: 'faultBegan' });
    expect(rootFault).toMatchObject({ type, key: latestFault(simulation.store, type).key });
  });

  test.each(BITING)(
    'CAUSE-5 the time of the outage of %s is told by seat, and adds up at each tick',
    (type, target) => {
      const simulation = afflicted(type, target);
      const { key } = untilOutage(simulation);
      const sum = () => why(simulation.store, key).phases?.reduce((total, { ticks }) => total + ticks, 0);
      const length = () => {
        const { beganTick, endedTick, quietSinceTick } = must(simulation.store.get('Outage', key), key);
        return (endedTick ?? quietSinceTick ?? simulation.store.tick) - beganTick;
      };
      const player = join(simulation, simulation.store.keys('Seat'));
      for (let tick = 0; tick < MOST_TICKS; tick += 1) {
        simulation.apply(1);
        expect(sum()).toBe(length());
        if (tick !== REACTION_TICKS) continue;
        const fault = latestFault(simulation.store, type);
        if (fault.healedTick !== null) continue;
        for (const { verb } of faultNamed(type).remedy(simulation.store, fault)) playVerb(simulation, player, verb);
      }
      const { phases } = why(simulation.store, key);
      expect(phases?.map(({ name }) => name)).toEqual(['detect', 'decide', 'act', 'start']);
      expect(phases?.[0]?.role).toBe(faultNamed(type).seenFirstBy);
      for (const { ticks } of phases ?? []) expect(ticks).toBeGreaterThanOrEqual(0);
    },
  );

  test('CAUSE-5 a Service that is put up again: seen at once, decided by the builder, acted at once, then started', () => {
    const simulation = afflicted('deleted-service');
    const { key, beganTick } = untilOutage(simulation);
    simulation.apply(19);
    const player = join(simulation);
    const fault = latestFault(simulation.store, 'deleted-service');
    for (const { verb } of faultNamed(fault.type).remedy(simulation.store, fault)) playVerb(simulation, player, verb);
    const commandTick = simulation.store.tick;
    simulation.apply(40);
    const outage = must(simulation.store.get('Outage', key), key);
    const phases = why(simulation.store, key).phases ?? [];
    const ticks = Object.fromEntries(phases.map((phase) => [phase.name, phase.ticks]));
    expect(ticks['detect']).toBe(0);
    expect(ticks['decide']).toBe(commandTick - beganTick);
    expect(phases[1]?.role).toBe('builder');
    // The endpoints are published by the steward's loop one tick later; then the rules follow.
    expect(ticks['act']).toBe(1);
    expect(phases[2]?.role).toBe('controller-manager');
    expect(ticks['start']).toBe(must(outage.endedTick, 'ended') - commandTick - 1);
  });

  test('CAUSE-6 a snapshot carries the stories along', () => {
    const simulation = afflicted('deleted-service');
    const { key } = untilOutage(simulation);
    const late = decodeSnapshot(encodeSnapshot(simulation));
    expect(why(late.store, key).phases).toEqual(why(simulation.store, key).phases);
    expect(why(late.store, key).rootFault).toEqual(why(simulation.store, key).rootFault);
  });

  test('CAUSE-7 in a whole lesson, too, where outages are told as well', () => {
    const session = Session.of(FIRST_TOWN, 3);
    session.happen({ type: 'phaseChanged', phase: 'running' });
    sitDown(session, 'player0001', 'auto');
    const untold = createSimulation(session.setup, false);
    for (let tick = 0; tick < 700; tick += 1) {
      session.tick();
      react(session, 'player0001');
    }
    for (const entry of expandLog(session.log)) untold.apply(entry);
    expect(untold.hash()).toBe(session.simulation.hash());
    const told = [...session.store.list('Outage')].map(({ key }) => why(session.store, key));
    expect(told.length).toBeGreaterThan(0);
    expect(told.every(({ phases }) => phases !== null)).toBe(true);
  });
});
