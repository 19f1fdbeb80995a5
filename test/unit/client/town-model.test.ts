/** What the town shows of real runs: houses, villages, gates, loads. */
import { describe, expect, it } from 'vitest';
import { allFrames } from '../../../assets/art/frames.ts';
import { BADGES, badgeFrame, badgeOf, lightFrame, moodFrame, type State } from '../../../assets/art/names.ts';
import { isAbnormal } from '../../../client/town/model/houses.ts';
import { deriveTown, type TownModel } from '../../../client/town/scene-model.ts';
import { aDeployment, aSetup, aWorld, startedSimulation, storedPod } from '../../support/builders.ts';
import { FIRST_TOWN } from '../../support/scenarios.ts';
import { Session } from '../../support/session.ts';

const FRAMES = new Set(allFrames().map(([name]) => name));

/** A whole lesson under autopilot, with all its faults, as a viewer follows it. */
function lesson(each: (model: TownModel, session: Session) => void): void {
  const session = Session.of(FIRST_TOWN, 5);
  session.happen({ type: 'phaseChanged', phase: 'running' });
  let model: TownModel | null = null;
  for (let tick = 0; tick < FIRST_TOWN.durationTicks; tick += 1) {
    session.tick();
    model = deriveTown(session.store, model);
    each(model, session);
  }
}

describe('the model of a whole lesson', () => {
  const states = new Set<string>();
  const missing = new Set<string>();
  const seen = { loads: 0, builds: 0, losses: 0, dark: 0, queue: 0, closed: 0, countdown: 0 };
  const wrong: string[] = [];
  const places = new Map<string, number>();
  lesson((model) => {
    for (const house of [...model.houses, ...model.queue]) {
      states.add(house.state);
      if (!FRAMES.has(house.frame)) missing.add(house.frame);
      if (!FRAMES.has(lightFrame(house.style))) missing.add(lightFrame(house.style));
      if (house.isDark) seen.dark += 1;
      if (house.countdownTicks !== null) {
        seen.countdown += 1;
        if (house.mood !== 5) wrong.push(`countdown at mood ${house.mood}`);
      }
      if (house.state === 'ready' && isAbnormal(house)) wrong.push('a ready house that shouts');
    }
    for (const { uid, slot } of model.houses) {
      if ((places.get(uid) ?? slot) !== slot) wrong.push(`${uid} moved`);
      places.set(uid, slot);
    }
    const slots = model.houses.map(({ node, slot }) => `${node}/${slot}`);
    if (new Set(slots).size !== slots.length) wrong.push(`two houses on one slot at ${model.tick}`);
    seen.loads += model.loads.length;
    seen.builds += model.builds.length;
    seen.losses += model.gates.filter(({ lostRps }) => lostRps > 0).length;
    seen.queue += model.queue.length;
    seen.closed += model.isRegistryOpen ? 0 : 1;
    for (const { fromTick, toTick } of model.loads)
      if (fromTick > model.tick || toTick < model.tick) wrong.push(`a load of another time at ${model.tick}`);
  });

  it('TOWN-1 names only pictures that the atlas has', () => {
    expect([...missing]).toEqual([]);
    for (const state of states) expect(FRAMES).toContain(badgeFrame(badgeOf(state as State)));
    for (const badge of BADGES) expect(FRAMES).toContain(badgeFrame(badge));
    for (const mood of [0, 1, 2, 3, 4, 5] as const) expect(FRAMES).toContain(moodFrame(mood));
  });

  it('TOWN-3 meets the states of a house in it', () => {
    const expected = ['pulling', 'starting', 'ready', 'notready', 'terminating', 'crash'];
    expect([...states].sort()).toEqual(expect.arrayContaining(expected.sort()));
    expect(seen.dark).toBeGreaterThan(0);
  });

  it('TOWN-4 and TOWN-5 moves no house, shares no slot, and counts down only in fury', () => {
    expect(wrong).toEqual([]);
    expect(seen.countdown).toBeGreaterThan(0);
  });

  it('TOWN-11 shows loads while they are on their way, builds, losses, and the closed warehouse', () => {
    for (const [what, count] of Object.entries(seen)) expect(count, what).toBeGreaterThan(0);
  });
});

describe('a village whose machine dies', () => {
  it('TOWN-7 and TOWN-8 goes dark at once, and has its storm when the control plane notices', () => {
    const simulation = startedSimulation(aSetup({ manifests: [aDeployment('web', { replicas: 4, cpu: '100m' })] }));
    simulation.apply(60);
    const before = deriveTown(simulation.store, null);
    const target = before.houses.find(({ state }) => state === 'ready')?.node ?? '';
    simulation.apply(['c', 'teacher', { type: 'injectFault', fault: 'node-crash', target }]);
    simulation.apply(1);
    const village = (model: TownModel) => model.villages.find(({ node }) => node === target);
    const dark = deriveTown(simulation.store, before);
    expect(village(dark)).toMatchObject({ power: 'off', variant: 'notready', isReady: true });
    const houses = dark.houses.filter(({ node }) => node === target);
    expect(houses.length).toBeGreaterThan(0);
    for (const house of houses) expect(house).toMatchObject({ isDark: true, state: 'notready' });
    simulation.apply(60);
    expect(village(deriveTown(simulation.store, dark))).toMatchObject({ isReady: false, variant: 'notready' });
  });

  it('TOWN-8 shows a cut link at once, and lets the houses behind it shine', () => {
    const simulation = startedSimulation(aSetup({ manifests: [aDeployment('web', { replicas: 3, cpu: '100m' })] }));
    simulation.apply(60);
    const target = deriveTown(simulation.store, null).houses[0]?.node ?? '';
    simulation.apply(['c', 'teacher', { type: 'injectFault', fault: 'node-partition', target }]);
    simulation.apply(1);
    const model = deriveTown(simulation.store, null);
    expect(model.villages.find(({ node }) => node === target)).toMatchObject({ isCut: true, variant: 'normal' });
    expect(model.houses.filter(({ isDark }) => isDark)).toEqual([]);
  });
});

describe('the queue and the board', () => {
  it('TOWN-6 keeps blueprints in order of age, and houses that wait for none off the plots', () => {
    const world = aWorld();
    storedPod(world, 'b');
    world.tick = 9;
    storedPod(world, 'a');
    storedPod(world, 'bound', { node: 'node-1' });
    const model = deriveTown(world, null);
    expect(model.queue.map(({ name }) => name)).toEqual(['b', 'a']);
    expect(model.houses.map(({ name }) => name)).toEqual(['bound']);
  });

  it('TOWN-2 draws a pod as its image, and hints by the name where the image is unknown', () => {
    const world = aWorld();
    storedPod(world, 'known', { image: 'courtyard:1.0' });
    storedPod(world, 'hinted', { image: 'team/windmill:3' });
    const styles = deriveTown(world, null).queue.map(({ name, style }) => [name, style]);
    expect(styles).toEqual(
      expect.arrayContaining([
        ['known', 'courtyard'],
        ['hinted', 'windmill'],
      ]),
    );
  });

  it('TOWN-13 shows wanted and observed of each workload, side by side', () => {
    const simulation = startedSimulation(aSetup({ manifests: [aDeployment('web', { replicas: 3, cpu: '100m' })] }));
    const before = deriveTown(simulation.store, null).orders;
    expect(before).toMatchObject([{ name: 'web', wanted: 3, ready: 0, observed: [] }]);
    simulation.apply(90);
    const after = deriveTown(simulation.store, null);
    const [order] = after.orders;
    expect(after.orders).toMatchObject([{ name: 'web', wanted: 3, ready: 3 }]);
    expect(order?.observed).toEqual(Array(3).fill(order?.wantedFrame));
    expect(order?.observed.toSorted()).toEqual(
      after.houses.filter(({ name }) => name.startsWith('web-')).map(({ frame }) => frame),
    );
  });
});
