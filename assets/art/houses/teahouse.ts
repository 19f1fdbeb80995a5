/** Teahouse: an open hall with red pillars under two curved green roofs, one above the other. */
import { iso } from '../iso.ts';
import { door, window } from '../kit/openings.ts';
import { pavilionRoof } from '../kit/pavilion.ts';
import { lantern } from '../kit/props.ts';
import { around, box, leftFace, panel, rightFace, shadow, trace, type Face } from '../kit/solids.ts';
import { circle, polyline } from '../kit/svg.ts';
import { lid, rectFootprint, type House, type HouseLook } from './house.ts';

const ROOF = '#3f8273';
const WOOD = '#8f4a34';
const PILLAR = '#b23f2d';
const PLASTER = '#efe4cd';
const FLOOR = 0.24;

function hall(look: HouseLook): string {
  const [left, right] = [leftFace(1.1), rightFace(1.1)];
  const screens = [-0.98, 0.4].map((a) =>
    window(left, { from: a, sill: 0.5, width: 0.58, height: 0.7 }, look, { trim: WOOD, closed: '#7a5a3c' }),
  );
  const side = [-0.95, -0.26, 0.43].map((a) =>
    window(right, { from: a, sill: 0.5, width: 0.54, height: 0.7 }, look, { trim: WOOD, closed: '#7a5a3c' }),
  );
  const entry = door(left, { from: -0.28, sill: FLOOR, width: 0.56, height: 0.96, leaf: '#7a4526', trim: WOOD }, look);
  return box(around(1.1, 1.1), FLOOR, 1.5, PLASTER) + screens.join('') + side.join('') + entry;
}

function pillars(): string {
  const column = (x: number, y: number): string => {
    const [cx, low] = iso(x, y, FLOOR);
    const [, high] = iso(x, y, 1.5);
    return (
      polyline(
        [
          [cx, low],
          [cx, high],
        ],
        '#7c2a1f',
        3.2,
      ) +
      polyline(
        [
          [cx - 0.5, low],
          [cx - 0.5, high],
        ],
        PILLAR,
        1.9,
      )
    );
  };
  const places = [-1.5, -0.55, 0.55, 1.5];
  const rail = (face: Face): string =>
    trace(
      face,
      [
        [-1.5, 0.5],
        [-0.55, 0.5],
      ],
      WOOD,
      1.2,
    ) +
    trace(
      face,
      [
        [0.55, 0.5],
        [1.5, 0.5],
      ],
      WOOD,
      1.2,
    );
  return (
    rail(leftFace(1.5)) +
    rail(rightFace(1.5)) +
    places.map((x) => column(x, 1.5)).join('') +
    places
      .slice(0, -1)
      .reverse()
      .map((y) => column(1.5, y))
      .join('')
  );
}

function upperRoof(): string {
  const [x, y] = iso(0, 0, 3.55);
  const finial =
    polyline(
      [
        [x, y + 2],
        [x, y - 5],
      ],
      '#d9a53a',
      2,
    ) +
    circle([x, y - 2], 2.6, '#e8bd55') +
    circle([x, y - 6.5], 1.6, '#e8bd55');
  return pavilionRoof(1.2, 2.5, 1.05, ROOF, 0.24) + finial;
}

function upperStorey(look: HouseLook): string {
  const [left, right] = [leftFace(0.75), rightFace(0.75)];
  const size = (from: number) => ({ from, sill: 2.05, width: 0.42, height: 0.4 });
  const row = [-0.62, -0.21, 0.2];
  return (
    box(around(0.75, 0.75), 1.75, 2.6, PLASTER) +
    panel(left, -0.75, 0.75, 1.8, 2, WOOD) +
    panel(right, -0.75, 0.75, 1.8, 2, WOOD) +
    row.map((a) => window(left, size(a), look, { trim: WOOD, closed: '#7a5a3c' })).join('') +
    row.map((a) => window(right, size(a), look, { trim: WOOD, closed: '#7a5a3c' })).join('')
  );
}

/** Teahouse. */
export const teahouse: House = {
  footprint: rectFootprint(1.5, 1.5),
  floor: FLOOR,
  eaves: 1.5,
  ridge: [
    [0, 0, 2.3],
    [0, 0, 2.3],
  ],
  overhang: 0.45,
  wires: [
    [
      [-0.75, 0.75, 1.8],
      [-0.75, 0.75, 2.5],
      [0.75, 0.75, 2.5],
      [0.75, 0.75, 1.8],
      [0.75, -0.75, 1.8],
      [0.75, -0.75, 2.5],
      [0.75, 0.75, 2.5],
    ],
    [
      [-1.1, 1.1, 2.6],
      [0, 0, 3.5],
      [1.1, 1.1, 2.6],
      [-1.1, 1.1, 2.6],
    ],
    [
      [1.1, 1.1, 2.6],
      [1.1, -1.1, 2.6],
      [0, 0, 3.5],
    ],
  ],
  wallColour: '#b8573f',
  crackAt: [-0.2, 1.1, 1.15],
  smokeAt: [0, 0, 3.6],
  doorstep: [0, 2.1],
  top: 3.9,
  foundation: () =>
    shadow(around(1.75, 1.75), 1) +
    box(around(1.75, 1.75), 0, FLOOR, '#b9b2a3') +
    box({ x0: -0.42, y0: 1.75, x1: 0.42, y1: 2 }, 0, 0.12, '#cfc7b6'),
  draw: (look) =>
    hall(look) +
    pillars() +
    pavilionRoof(1.85, 1.55, 0.85, ROOF, 0.3) +
    [lantern(iso(-0.75, 1.7, 1.1), look.lit), lantern(iso(0.75, 1.7, 1.1), look.lit)].join('') +
    upperStorey(look) +
    lid(look, upperRoof(), [0, 0, 2.5]),
};
