/** The land around the town, and the first look at it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allFrames } from '../../../assets/art/frames.ts';
import { LANDMARKS } from '../../../assets/art/names.ts';
import { shorten, unfold } from '../../../assets/art/shorthand.ts';
import { frameTown, type Stand } from '../../../client/town/framing.ts';
import { layOut, type Layout } from '../../../client/town/model/layout.ts';
import { boxAround, landBox, townPoints, townSigns } from '../../../client/town/model/outline.ts';
import { slotPlace } from '../../../client/town/model/places.ts';
import { keptFree, parksOf, sceneryOf, type Pond } from '../../../client/town/model/scenery.ts';
import { must } from '../../../shared/base/assert.ts';

const FRAMES = new Set(allFrames().map(([name]) => name));
const villagesOf = (count: number, slots = 6) =>
  Array.from({ length: count }, (_, index) => ({ node: `node-${index}`, slots }));
const towns: readonly Layout[] = [
  layOut(villagesOf(1), 1, ['plot-1', 'plot-2', 'plot-3']),
  layOut(villagesOf(3), 2),
  layOut(villagesOf(13), 4),
];

/** How far a building's ground reaches from its middle, in each direction. */
const BUILDING = 4;
const GATE = 2;

describe('the land', () => {
  it('TOWN-25 keeps off streets, plots, landmarks and gates', () => {
    for (const layout of [...towns, layOut(villagesOf(1), 6), layOut(villagesOf(2, 50), 9)]) {
      const { things, fields, ponds } = sceneryOf(layout, landBox(layout));
      expect(things.length).toBeGreaterThan(100);
      expect(fields.length).toBeGreaterThan(3);
      /** With so much around it. */
      const onPlot = (x: number, y: number, reach = 0): boolean =>
        [...layout.plots, ...layout.hosts].some(
          (plot) =>
            x > plot.x - reach &&
            x < plot.x + plot.width + reach &&
            y > plot.y - reach &&
            y < plot.y + plot.depth + reach,
        );
      const inBuilding = (x: number, y: number, reach = 0): boolean =>
        [
          ...LANDMARKS.map((id) => ({ ...layout.landmarks[id], half: BUILDING + reach })),
          ...layout.gates.map((gate) => ({ ...gate, half: GATE + reach })),
        ].some((body) => Math.abs(x - body.x) < body.half && Math.abs(y - body.y) < body.half);
      const onStreet = (x: number, y: number, reach = 0): boolean => {
        const [west, east] = [must(layout.streetsX[0], 'west'), must(layout.streetsX.at(-1), 'east')];
        const [north, south] = [must(layout.streetsY[0], 'north'), must(layout.streetsY.at(-1), 'south')];
        const along = x > west - 1 && x < east + 1 && y > north - 1 && y < south + 1;
        return (
          along &&
          (layout.streetsX.some((street) => Math.abs(street - x) < 1.3 + reach) ||
            layout.streetsY.some((street) => Math.abs(street - y) < 1.3 + reach))
        );
      };
      const free = keptFree(layout);
      expect(things.filter(({ frame }) => !FRAMES.has(frame))).toEqual([]);
      expect(things.filter(({ x, y }) => onPlot(x, y) || onStreet(x, y) || inBuilding(x, y))).toEqual([]);
      const inTown = fields.filter(({ x0, y0, x1, y1 }) =>
        free.some((kept) => x0 < kept.x1 && kept.x0 < x1 && y0 < kept.y1 && kept.y0 < y1),
      );
      expect(inTown).toEqual([]);
      const isInTheWay = ({ x, y, half }: Pond): boolean =>
        onPlot(x, y, half) || onStreet(x, y, half) || inBuilding(x, y, half);
      expect(ponds.filter(isInTheWay)).toEqual([]);
    }
  });

  it('TOWN-25 is the same for everybody, and fills each block that is still empty with a park', () => {
    for (const layout of towns) {
      expect(sceneryOf(layout, landBox(layout))).toEqual(sceneryOf(layout, landBox(layout)));
      const blocks = (layout.streetsX.length - 1) * (layout.streetsY.length - 1);
      expect(parksOf(layout).length).toBe(blocks - layout.plots.length - layout.hosts.length);
    }
  });
});

describe('a plot that grows', () => {
  it('TOWN-4 moves none of its houses', () => {
    const [small] = layOut(villagesOf(1, 9), 1).plots;
    for (const slots of [12, 20, 30, 48, 80, 120]) {
      const [large] = layOut(villagesOf(1, slots), 1).plots;
      for (let slot = 0; slot < 9; slot += 1)
        expect(slotPlace(must(large, 'plot'), slot)).toEqual(slotPlace(must(small, 'plot'), slot));
    }
  });
});

describe('the first look', () => {
  const CARD = { left: 10, top: 10, right: 280, bottom: 210 };
  const PANEL = { left: 925, top: 10, right: 1356, bottom: 710 };
  const FEED = { left: 10, top: 594, right: 914, bottom: 712 };
  const laptop: Stand = { width: 1366, height: 722, covers: [CARD, PANEL, FEED] };
  const look = (layout: Layout, stand: Stand) => {
    const points = townPoints(layout);
    const box = boxAround(points);
    const zoom = stand.width / (box.right - box.left);
    return frameTown({ points, signs: townSigns(layout) }, stand, 1.1, {
      zoom,
      x: (box.left + box.right) / 2,
      y: (box.top + box.bottom) / 2,
    });
  };
  const onScreen = (layout: Layout, stand: Stand) => {
    const { x, y, zoom } = look(layout, stand);
    return townPoints(layout).map((point) => ({
      x: (point.x - x) * zoom + stand.width / 2,
      y: (point.y - y) * zoom + stand.height / 2,
    }));
  };

  it('TOWN-30 shows the whole town, clear of every card, and larger than the box between the cards would', () => {
    for (const layout of towns) {
      for (const { x, y } of onScreen(layout, laptop)) {
        expect(x >= 0 && x <= laptop.width && y >= 0 && y <= laptop.height).toBe(true);
        for (const { left, top, right, bottom } of laptop.covers)
          expect(x > left && x < right && y > top && y < bottom, 'under a card').toBe(false);
      }
      const box = boxAround(townPoints(layout));
      expect(look(layout, laptop).zoom).toBeGreaterThan((925 - 280) / (box.right - box.left));
    }
  });

  it('TOWN-30 keeps the signs that hang beyond the outline clear of every card', () => {
    for (const layout of towns) {
      const { x, y, zoom } = look(layout, laptop);
      for (const sign of townSigns(layout)) {
        const [sx, sy] = [(sign.x - x) * zoom + laptop.width / 2, (sign.y - y) * zoom + laptop.height / 2];
        for (const { left, top, right, bottom } of laptop.covers) {
          const isBeside = sx + sign.halfWidth <= left || sx - sign.halfWidth >= right;
          expect(isBeside || sy + sign.halfHeight <= top || sy - sign.halfHeight >= bottom).toBe(true);
        }
      }
    }
  });

  it('TOWN-30 prefers most of the town to a strip on a tall screen', () => {
    const phone: Stand = { width: 390, height: 700, covers: [] };
    const layout = must(towns[1], 'town');
    const box = boxAround(townPoints(layout));
    const { zoom } = look(layout, phone);
    expect(zoom).toBeGreaterThan((phone.width / (box.right - box.left)) * 1.3);
    expect(zoom).toBeLessThan((phone.width / (box.right - box.left)) * 1.6);
  });
});

describe('the shorthand of the drawing', () => {
  it('TOWN-21 gives back what was written', () => {
    const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
    const element = fc
      .tuple(colour, colour, fc.integer({ min: 0, max: 9 }))
      .map(([fill, stroke, size]) => `<rect width="${size}" fill="${fill}" stroke="${stroke}"/>`);
    fc.assert(
      fc.property(fc.array(element, { maxLength: 40 }), (elements) => {
        const svg = `<svg>${elements.join('')}</svg>`;
        expect(unfold(shorten(svg))).toBe(svg);
      }),
    );
    expect(() => shorten('<text>no words</text>')).toThrow(/elements/);
  });
});
