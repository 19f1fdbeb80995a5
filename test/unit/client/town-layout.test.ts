/** Where things stand, which way people go, and what a click finds. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { iso } from '../../../assets/art/iso.ts';
import { LANDMARKS } from '../../../assets/art/names.ts';
import { layOut, type Layout, type Place, type Plot } from '../../../client/town/model/layout.ts';
import { queuePlace, QUEUE_SHOWN, slotPlace } from '../../../client/town/model/places.ts';
import { assignSlots, type Tenant } from '../../../client/town/model/slots.ts';
import { groundOf, pick, plotAt } from '../../../client/town/picking.ts';
import { placeOn, wayFromHall, wayFromWarehouse, wayToHouse, type Way } from '../../../client/town/route.ts';
import { deriveTown } from '../../../client/town/scene-model.ts';
import { aDeployment, aService, aSetup, startedSimulation } from '../../support/builders.ts';

const villages = fc.array(fc.integer({ min: 0, max: 110 }), { minLength: 1, maxLength: 60 });
const layoutOf = (slots: readonly number[], gates = 3): Layout =>
  layOut(
    slots.map((count, index) => ({ node: `node-${index}`, slots: count })),
    gates,
  );
const overlap = (a: Plot, b: Plot): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.depth && b.y < a.y + a.depth;
const within = (plot: Plot, { x, y }: Place): boolean =>
  x > plot.x && x < plot.x + plot.width && y > plot.y && y < plot.y + plot.depth;

describe('layout', () => {
  it('TOWN-10 has plots that hold their slots and never overlap, whatever their sizes', () => {
    fc.assert(
      fc.property(villages, (slots) => {
        const { plots } = layoutOf(slots);
        plots.forEach((plot, index) => {
          expect(plot.columns * plot.rows).toBeGreaterThanOrEqual(slots[index] ?? 0);
          for (let slot = 0; slot < plot.columns * plot.rows; slot += 1)
            expect(within(plot, slotPlace(plot, slot))).toBe(true);
          for (const other of plots.slice(index + 1)) expect(overlap(plot, other)).toBe(false);
        });
      }),
      { numRuns: 40 },
    );
  });

  it('TOWN-10 keeps streets, landmarks, gates and the queue off the plots', () => {
    fc.assert(
      fc.property(villages, (slots) => {
        const layout = layoutOf(slots);
        const places = [
          ...LANDMARKS.map((id) => layout.landmarks[id]),
          ...layout.gates,
          ...Array.from({ length: QUEUE_SHOWN }, (_, index) => queuePlace(layout, index)),
        ];
        for (const plot of layout.plots) {
          for (const place of places) expect(within(plot, place)).toBe(false);
          for (const x of layout.streetsX) expect(x > plot.x && x < plot.x + plot.width).toBe(false);
          for (const y of layout.streetsY) expect(y > plot.y && y < plot.y + plot.depth).toBe(false);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('TOWN-4 gives every slot of a plot a place of its own', () => {
    const [plot] = layoutOf([20]).plots;
    if (!plot) throw new Error('no plot');
    const places = Array.from({ length: plot.columns * plot.rows }, (_, slot) => slotPlace(plot, slot));
    expect(new Set(places.map(({ x, y }) => `${x},${y}`)).size).toBe(places.length);
  });
});

describe('slots', () => {
  const tenants = fc.uniqueArray(
    fc.record({
      uid: fc.integer({ min: 0, max: 60 }).map((number) => `pod-${number}`),
      node: fc.constantFrom('a', 'b'),
    }),
    {
      selector: ({ uid }) => uid,
      maxLength: 30,
    },
  );

  it('TOWN-4 moves nobody who stays, shares no slot, and fills the first gaps', () => {
    fc.assert(
      fc.property(tenants, tenants, (first: Tenant[], second: Tenant[]) => {
        const before = assignSlots(new Map(), first);
        // A pod never changes its node.
        const nodes = new Map(first.map(({ uid, node }) => [uid, node]));
        const then = second.map(({ uid, node }) => ({ uid, node: nodes.get(uid) ?? node }));
        const after = assignSlots(before, then);
        expect(after.size).toBe(then.length);
        for (const { uid } of then) if (before.has(uid)) expect(after.get(uid)).toBe(before.get(uid));
        const taken = then.map(({ uid, node }) => `${node}${after.get(uid)}`);
        expect(new Set(taken).size).toBe(taken.length);
      }),
    );
  });
});

describe('ways', () => {
  const onStreet = (layout: Layout, { x, y }: Place): boolean =>
    layout.streetsX.some((street) => Math.abs(street - x) < 0.01) ||
    layout.streetsY.some((street) => Math.abs(street - y) < 0.01);
  const offStreet = (layout: Layout, way: Way): number => {
    let off = 0;
    for (let step = 0; step <= 200; step += 1) if (!onStreet(layout, placeOn(way, step / 200))) off += 1;
    return off / 200;
  };

  it('TOWN-18 run along the streets, but for the first and last steps, and over no plot', () => {
    fc.assert(
      fc.property(villages, (slots) => {
        const layout = layoutOf(slots);
        for (const plot of layout.plots) {
          const [gate] = layout.gates;
          if (!gate) throw new Error('no gate');
          const ways = [
            wayFromHall(layout, layout.landmarks.dispatch, plot),
            wayFromWarehouse(layout, plot),
            wayToHouse(layout, gate, plot, slotPlace(plot, 0)),
          ];
          for (const way of ways) {
            for (let step = 0; step <= 60; step += 1)
              for (const other of layout.plots) expect(within(other, placeOn(way, step / 60))).toBe(false);
            expect(offStreet(layout, way)).toBeLessThan(0.75);
          }
        }
      }),
      { numRuns: 6 },
    );
  });

  it('TOWN-11 is at its ends at share 0 and 1, and never beyond', () => {
    const layout = layoutOf([3]);
    const [plot] = layout.plots;
    if (!plot) throw new Error('no plot');
    const way = wayFromWarehouse(layout, plot);
    expect(placeOn(way, 0)).toMatchObject(way.points[0] ?? {});
    expect(placeOn(way, 1)).toMatchObject(way.points.at(-1) ?? {});
    expect(placeOn(way, 7)).toMatchObject(way.points.at(-1) ?? {});
  });
});

describe('picking', () => {
  const simulation = startedSimulation(
    aSetup({
      manifests: [
        aDeployment('web', { replicas: 18, cpu: '100m' }),
        aDeployment('huge', { replicas: 3, cpu: '64' }),
        aService('web'),
      ],
    }),
  );
  simulation.apply(90);
  const model = deriveTown(simulation.store, null);
  const centre = (reference: string): readonly [number, number] => {
    const ground = groundOf(model, reference);
    if (!ground) throw new Error(`nothing known of ${reference}`);
    return iso(ground.x, ground.y);
  };

  it('TOWN-15 finds each house by its ground, on the plots and in the queue', () => {
    expect(model.houses.length).toBe(18);
    expect(model.queue.length).toBe(3);
    for (const { key } of [...model.houses, ...model.queue])
      expect(pick(model, ...centre(`Pod/${key}`))).toEqual({ kind: 'Pod', key });
  });

  it('TOWN-15 finds a house by its roof where nothing stands before it', () => {
    const [house] = model.queue;
    if (!house) throw new Error('no queue');
    const [px, py] = centre(`Pod/${house.key}`);
    expect(pick(model, px, py - 45)?.kind).toBe('Pod');
  });

  it('TOWN-15 finds the foremost of two bodies that overlap', () => {
    const [behind, before] = model.queue;
    if (!behind || !before) throw new Error('no queue');
    const [[ax, ay], [bx]] = [centre(`Pod/${behind.key}`), centre(`Pod/${before.key}`)];
    expect(pick(model, (ax + bx) / 2, ay - 40)).toEqual({ kind: 'Pod', key: before.key });
  });

  it('TOWN-15 finds villages, landmarks and gates, and nothing in the meadow', () => {
    for (const { node, x, y, width, depth } of model.layout.plots) {
      const corner = iso(x + width - 0.3, y + depth - 0.3);
      expect(pick(model, ...corner)).toEqual({ kind: 'Node', key: node });
      expect(plotAt(model.layout, ...corner)?.node).toBe(node);
    }
    for (const id of LANDMARKS) expect(pick(model, ...centre(`Landmark/${id}`))).toEqual({ kind: 'Landmark', key: id });
    expect(pick(model, ...centre('Service/default/web'))).toEqual({ kind: 'Service', key: 'default/web' });
    expect(pick(model, -5000, 0)).toBeNull();
  });

  it('TOWN-15 finds no house in the map, where none is drawn', () => {
    const house = model.houses[0];
    const found = pick(model, ...centre(`Pod/${house?.key ?? ''}`), false);
    expect(found).toEqual({ kind: 'Node', key: house?.node });
  });
});
