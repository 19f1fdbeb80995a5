/** European villa: two storeys, blue shutters, a red hipped roof. */
import { iso } from '../iso.ts';
import { door, window, type WindowSize } from '../kit/openings.ts';
import { bush } from '../kit/props.ts';
import { hipRoof } from '../kit/roofs.ts';
import { around, box, leftFace, panel, rightFace, shadow, trace } from '../kit/solids.ts';
import { shade } from '../kit/colour.ts';
import { polygon } from '../kit/svg.ts';
import { STUFF } from '../palette.ts';
import { lid, rectFootprint, type House, type HouseLook } from './house.ts';

const WALL = '#f2e3c6';
const ROOF = '#c4573a';
const SHUTTER = '#3f7fa6';
const [HX, HY, FLOOR, EAVES] = [1.5, 1.2, 0.18, 2.5];

const pane = (from: number, sill: number): WindowSize => ({ from, sill, width: 0.44, height: 0.68 });

function walls(): string {
  const [left, right] = [leftFace(HY), rightFace(HX)];
  const quoins = [0.3, 0.72, 1.14, 1.56, 1.98].map(
    (z) => panel(left, 1.28, HX, z, z + 0.24, '#d9c9ae') + panel(right, 1.02, HY, z, z + 0.24, '#d3c2a5'),
  );
  return (
    box(around(HX, HY), FLOOR, EAVES, WALL) +
    quoins.join('') +
    panel(left, -HX, HX, 1.26, 1.36, shade(WALL, -0.18)) +
    panel(right, -HY, HY, 1.26, 1.36, shade(WALL, -0.22)) +
    panel(left, -HX, HX, 2.36, EAVES, shade(WALL, -0.16)) +
    panel(right, -HY, HY, 2.36, EAVES, shade(WALL, -0.22))
  );
}

function openings(look: HouseLook): string {
  const [left, right] = [leftFace(HY), rightFace(HX)];
  const trimmed = { shutter: SHUTTER };
  const upper = [-1.2, 0.72].map((a) => window(left, pane(a, 1.52), look, trimmed));
  const lower = [-1.2, 0.72].map((a) => window(left, pane(a, 0.44), look, trimmed));
  const side = [-0.85, 0.3].flatMap((a) => [
    window(right, pane(a, 1.52), look, { closed: SHUTTER }),
    window(right, pane(a, 0.44), look, { closed: SHUTTER }),
  ]);
  return upper.join('') + lower.join('') + side.join('');
}

function entrance(look: HouseLook): string {
  const left = leftFace(HY);
  const balconyDoor = window(left, { from: -0.2, sill: 1.4, width: 0.42, height: 0.82 }, look, { closed: SHUTTER });
  const slab = box({ x0: -0.5, y0: HY, x1: 0.52, y1: HY + 0.3 }, 1.24, 1.34, '#e6dcc6');
  const rail = leftFace(HY + 0.3);
  const bars = [-0.46, -0.25, -0.04, 0.17, 0.38, 0.48].map((a) =>
    trace(
      rail,
      [
        [a, 1.34],
        [a, 1.62],
      ],
      '#4a4f57',
      0.8,
    ),
  );
  const handrail = trace(
    rail,
    [
      [-0.5, 1.62],
      [0.52, 1.62],
    ],
    '#4a4f57',
    1.1,
  );
  const step = box({ x0: -0.5, y0: HY, x1: 0.54, y1: HY + 0.35 }, 0, 0.14, '#cfc7b6');
  const front = door(left, { from: -0.24, sill: FLOOR, width: 0.52, height: 0.95, arched: true }, look);
  return front + balconyDoor + slab + bars.join('') + handrail + step;
}

function roof(): string {
  const chimney =
    box({ x0: 0.5, y0: -0.72, x1: 0.82, y1: -0.4 }, 2.95, 4, STUFF.brick) +
    box({ x0: 0.45, y0: -0.77, x1: 0.87, y1: -0.35 }, 4, 4.12, '#d9c9ae');
  const dormer =
    box({ x0: -0.3, y0: 0.62, x1: 0.34, y1: 1.02 }, 2.72, 3.12, WALL) +
    panel(leftFace(1.02), -0.14, 0.18, 2.8, 3.06, STUFF.glassOff) +
    polygon([iso(-0.4, 1.1, 3.1), iso(0.44, 1.1, 3.1), iso(0.02, 1.1, 3.42)], shade(ROOF, 0.14)) +
    polygon([iso(0.44, 1.1, 3.1), iso(0.44, 0.6, 3.1), iso(0.02, 0.6, 3.42), iso(0.02, 1.1, 3.42)], shade(ROOF, -0.16));
  return hipRoof(around(HX, HY), EAVES, 1.15, ROOF, { eaves: 0.24, courses: 5 }) + dormer + chimney;
}

/** European villa. */
export const villa: House = {
  footprint: rectFootprint(HX, HY),
  floor: FLOOR,
  eaves: EAVES,
  ridge: [
    [-0.3, 0, 3.85],
    [0.3, 0, 3.85],
  ],
  overhang: 0.26,
  wires: [
    [
      [-HX, HY, 1.3],
      [HX, HY, 1.3],
      [HX, -HY, 1.3],
    ],
  ],
  wallColour: WALL,
  crackAt: [0.2, HY, 1.6],
  smokeAt: [0.66, -0.56, 4.15],
  hearth: true,
  doorstep: [0, 1.85],
  top: 4.15,
  foundation: () => shadow(around(1.6, 1.3), 1.1) + box(around(1.6, 1.3), 0, FLOOR, STUFF.stone),
  draw: (look) =>
    walls() +
    openings(look) +
    entrance(look) +
    lid(look, roof(), [0, 0, EAVES]) +
    bush(-1.2, 1.7, 0.8) +
    bush(1.25, 1.7, 0.8),
};
