/** What the town shows of hosts: like grounds, heavy machines on their own foundations, containers on the common deck. */
import { describe, expect, it } from 'vitest';
import { allFrames } from '../../../assets/art/frames.ts';
import { iso } from '../../../assets/art/iso.ts';
import { kernelFrame, KERNEL_STATES, vmFrame, VM_STAGES } from '../../../assets/art/names.ts';
import type { HostGround } from '../../../client/town/model/hosts.ts';
import type { Plot } from '../../../client/town/model/layout.ts';
import { heavyPlaces, kernelPlace, lightPlaces } from '../../../client/town/model/places.ts';
import { treeItems } from '../../../client/town/overlay/tree-items.ts';
import { groundOf, pick } from '../../../client/town/picking.ts';
import { deriveTown, type TownModel } from '../../../client/town/scene-model.ts';
import { must } from '../../../shared/base/assert.ts';
import { Session } from '../../support/session.ts';
import { VM_AND_CONTAINER } from '../../support/scenarios.ts';

const FRAMES = new Set(allFrames().map(([name]) => name));
const COUNT = 6;

const hostIn = (model: TownModel, name: string): HostGround =>
  must(
    model.hosts.find(({ host }) => host === name),
    name,
  );

/** Six of each on two plots that are alike, and a look at each tick until both kernels' faults have struck. */
function race(each: (model: TownModel) => void): Session {
  const session = Session.of(VM_AND_CONTAINER, 3);
  session.happen({ type: 'phaseChanged', phase: 'running' });
  session.tick();
  expect(session.verb('teacher', { verb: 'startVm', host: 'plot-1', image: 'hut:1.0', count: COUNT })).toBeNull();
  expect(session.verb('teacher', { verb: 'runContainer', host: 'plot-2', image: 'hut:1.0', count: COUNT })).toBeNull();
  let model: TownModel | null = null;
  for (let tick = 0; tick < 330; tick += 1) {
    model = deriveTown(session.store, model);
    each(model);
    session.tick();
  }
  return session;
}

describe('the race on two plots', () => {
  const stages = new Set<string>();
  const containers = new Set<string>();
  const variants = new Set<string>();
  const missing = new Set<string>();
  let firstContainerTick = 0;
  let firstMachineTick = 0;
  let heldAfterPanic = 0;
  const session = race((model) => {
    const [heavy, light] = [hostIn(model, 'plot-1'), hostIn(model, 'plot-2')];
    for (const { frame, state } of heavy.heavy) {
      stages.add(frame);
      if (!FRAMES.has(frame)) missing.add(frame);
      if (state === 'running' && firstMachineTick === 0) firstMachineTick = model.tick;
    }
    for (const { frame, state } of light.light) {
      containers.add(state);
      if (!FRAMES.has(frame)) missing.add(frame);
      if (state === 'running' && firstContainerTick === 0) firstContainerTick = model.tick;
    }
    variants.add(light.variant);
    if (light.kernel === 'panicked') {
      expect(light.light.every(({ state }) => state === 'exited')).toBe(true);
      heldAfterPanic = Math.max(heldAfterPanic, heavy.heavy.filter(({ state }) => state === 'running').length);
    }
  });

  it('TOWN-26 shows each stage of a machine by a picture of its own, with its progress', () => {
    for (const stage of VM_STAGES) {
      expect(FRAMES).toContain(vmFrame(stage));
      if (stage !== 'off') expect(stages, stage).toContain(vmFrame(stage));
    }
    for (const state of KERNEL_STATES) expect(FRAMES).toContain(kernelFrame(state));
    expect([...missing]).toEqual([]);
  });

  it('TOWN-26 shows containers answer long before machines', () => {
    expect(firstContainerTick).toBeGreaterThan(0);
    expect(firstMachineTick - firstContainerTick).toBeGreaterThan(30);
  });

  it('TOWN-26 shows a kernel panic on the whole deck, and on no machine beside it', () => {
    expect(variants).toEqual(new Set(['host', 'host-panicked']));
    expect(containers).toContain('exited');
    expect(heldAfterPanic).toBeGreaterThanOrEqual(COUNT - 1);
  });

  it('TOWN-26 gives hosts like grounds, and shows the machines of nodes on theirs', () => {
    const model = deriveTown(session.store, null);
    expect(model.layout.hosts.length).toBe(4);
    expect(new Set(model.layout.hosts.map(({ width, depth }) => `${width} ${depth}`)).size).toBe(1);
    expect(hostIn(model, 'plot-3').heavy).toMatchObject([{ kind: 'Machine', key: 'node-1', state: 'running' }]);
  });

  it('TOWN-15 and TOWN-19 finds a tenant and its ground by a click, and names both in the mirror', () => {
    const model = deriveTown(session.store, null);
    const at = (reference: string): readonly [number, number] => {
      const ground = must(groundOf(model, reference), reference);
      return iso(ground.x, ground.y);
    };
    expect(pick(model, ...at('VirtualMachine/plot-1/vm-2'))).toEqual({ kind: 'VirtualMachine', key: 'plot-1/vm-2' });
    const [container] = hostIn(model, 'plot-2').light;
    const key = must(container, 'container').key;
    expect(pick(model, ...at(`HostContainer/${key}`))).toEqual({ kind: 'HostContainer', key });
    expect(pick(model, ...at('Host/plot-4'))).toEqual({ kind: 'Host', key: 'plot-4' });
    const lines = treeItems(model, new Set(['Host/plot-2']));
    expect(lines.filter(({ parent }) => parent === 'Host/plot-2').length).toBe(COUNT);
  });
});

describe('a ground full of tenants', () => {
  const plot: Plot = { node: 'plot-1', columns: 5, rows: 3, width: 27.4, depth: 17, column: 0, row: 0, x: 0, y: 0 };

  it('TOWN-26 gives each a place of its own on the ground, smaller where they are many, and counts the rest', () => {
    for (const count of [1, 6, 12, 40, 2500]) {
      for (const { places } of [heavyPlaces(plot, count), lightPlaces(plot, count)]) {
        expect(new Set(places.map(({ x, y }) => `${x} ${y}`)).size).toBe(places.length);
        for (const { x, y } of places) expect(x > 0 && x < plot.width && y > 0 && y < plot.depth).toBe(true);
      }
    }
    expect(heavyPlaces(plot, 6)).toMatchObject({ size: 1 });
    expect(lightPlaces(plot, 12).places.length).toBe(12);
    expect(lightPlaces(plot, 40).size).toBeLessThan(lightPlaces(plot, 12).size);
    expect(lightPlaces(plot, 2500).places.length).toBeLessThan(100);
    const kernel = kernelPlace(plot);
    for (const { x, y } of lightPlaces(plot, 40).places)
      expect(Math.hypot(x - kernel.x, y - kernel.y)).toBeGreaterThan(1.5);
  });
});
