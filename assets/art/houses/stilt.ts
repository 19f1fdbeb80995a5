/** Stilt house: a bamboo house on posts over a pond, a steep roof with crossed finials, stairs. */
import { iso, type Point3 } from '../iso.ts';
import { door, window } from '../kit/openings.ts';
import { ladder } from '../kit/props.ts';
import { gableRoof } from '../kit/roofs.ts';
import { disc } from '../kit/round.ts';
import { around, box, leftFace, panel, rightFace, trace, wire, type Face } from '../kit/solids.ts';
import { shade } from '../kit/colour.ts';
import { stroke } from '../kit/svg.ts';
import { GROUND } from '../palette.ts';
import { lid, rectFootprint, type House, type HouseLook } from './house.ts';

const BAMBOO = '#dcb96f';
const ROOF = '#7d4b3a';
const POST = '#7a5a38';
const [DECK, EAVES] = [1.05, 2.2];

function posts(): string {
  const post = (x: number, y: number): string =>
    wire(
      [
        [x, y, 0.02],
        [x, y, DECK],
      ],
      '#5a4028',
      3.4,
    ) +
    wire(
      [
        [x - 0.03, y + 0.03, 0.02],
        [x - 0.03, y + 0.03, DECK],
      ],
      POST,
      2,
    );
  const places = [-1.45, 0, 1.45].flatMap((x) => [-1.15, 0, 1.15].map((y) => [x, y] as const));
  const sorted = [...places].sort((a, b) => a[0] + a[1] - b[0] - b[1]);
  const braces =
    wire(
      [
        [-1.45, 1.15, 0.25],
        [0, 1.15, DECK],
      ],
      '#5a4028',
      1.3,
    ) +
    wire(
      [
        [1.45, 0, 0.25],
        [1.45, 1.15, DECK],
      ],
      '#5a4028',
      1.3,
    );
  return sorted.map(([x, y]) => post(x, y)).join('') + braces;
}

function planks(face: Face, from: number, to: number): string {
  const count = Math.round((to - from) / 0.2);
  return Array.from({ length: count - 1 }, (_, i) => {
    const a = from + ((i + 1) * (to - from)) / count;
    return trace(
      face,
      [
        [a, DECK + 0.1],
        [a, EAVES],
      ],
      shade(BAMBOO, -0.2),
      0.7,
    );
  }).join('');
}

function walls(look: HouseLook): string {
  const [left, right] = [leftFace(0.9), rightFace(1.3)];
  const size = (from: number) => ({ from, sill: 1.45, width: 0.48, height: 0.5 });
  const colours = { trim: '#6b4a2c', closed: '#8a6432' };
  return (
    box(around(1.3, 0.9), DECK + 0.1, EAVES, BAMBOO) +
    planks(left, -1.3, 1.3) +
    planks(right, -0.9, 0.9) +
    panel(left, -1.3, 1.3, DECK + 0.1, DECK + 0.2, '#a97d43') +
    window(left, size(-1.05), look, colours) +
    window(left, size(-0.35), look, colours) +
    window(right, size(-0.55), look, colours) +
    window(right, size(0.12), look, colours) +
    door(left, { from: 0.48, sill: DECK + 0.1, width: 0.5, height: 0.86, leaf: '#7a4526', trim: '#6b4a2c' }, look)
  );
}

function railing(): string {
  const rail = (points: readonly Point3[]): string => wire(points, '#8a6432', 1.2);
  const picket = (x: number, y: number): string =>
    wire(
      [
        [x, y, DECK + 0.1],
        [x, y, 1.5],
      ],
      '#8a6432',
      0.9,
    );
  const front = [-1.5, -1.15, -0.8, -0.45, -0.1, 0.3].map((x) => picket(x, 1.3));
  const side = [1.3, 0.9, 0.5, 0.1, -0.3, -0.7, -1.1].map((y) => picket(1.6, y));
  return (
    front.join('') +
    side.join('') +
    rail([
      [-1.55, 1.3, 1.5],
      [0.3, 1.3, 1.5],
    ]) +
    rail([
      [1.6, 1.3, 1.5],
      [1.6, -1.2, 1.5],
    ]) +
    rail([
      [1.1, 1.3, 1.5],
      [1.6, 1.3, 1.5],
    ])
  );
}

function roof(): string {
  const horns = [-1.6, 1.6].map((x) => {
    const [cx, cy] = iso(x, 0, 3.6);
    return stroke(
      `M${cx - 5} ${cy + 4} L${cx + 3} ${cy - 8} M${cx + 5} ${cy + 4} L${cx - 3} ${cy - 8}`,
      '#d9a53a',
      1.8,
    );
  });
  return (
    (horns[0] as string) +
    gableRoof(around(1.3, 0.9), EAVES - 0.12, 1.5, ROOF, 'x', { courses: 8, gable: BAMBOO, eaves: 0.3 }) +
    (horns[1] as string)
  );
}

/** Stilt house. */
export const stilt: House = {
  footprint: rectFootprint(1.45, 1.15),
  floor: DECK,
  eaves: EAVES,
  ridge: [
    [-1.3, 0, 3.55],
    [1.3, 0, 3.55],
  ],
  overhang: 0.35,
  wires: [
    [
      [-1.45, 1.15, DECK],
      [1.45, 1.15, DECK],
      [1.45, -1.15, DECK],
    ],
  ],
  wallColour: BAMBOO,
  crackAt: [-0.4, 0.9, 2],
  smokeAt: [0.4, 0, 3.6],
  hearth: true,
  doorstep: [0.75, 2.2],
  top: 4.1,
  foundation: () =>
    disc(0.1, 0.05, 0, 1.66, '#79a98f') +
    disc(0, 0, 0, 1.6, GROUND.water) +
    disc(-0.5, 0.1, 0, 0.5, '#a9d4e8') +
    stroke('M-26 6 q4 -2 8 0 M10 14 q4 -2 8 0 M22 2 q4 -2 7 0', '#ffffff', 1.1, { opacity: 0.8 }) +
    stroke('M-33 3 q-1 -7 -3 -9 M-32 3 q1 -6 3 -8 M35 -3 q-1 -7 -3 -9 M36 -3 q1 -6 3 -8', '#5c8a4e', 1.4) +
    posts(),
  draw: (look) =>
    box(around(1.6, 1.3), DECK, DECK + 0.1, '#b98a4e') +
    walls(look) +
    railing() +
    ladder(iso(0.55, 2.05, 0), iso(0.55, 1.3, DECK + 0.1), 8, 6) +
    lid(look, roof(), [0, 0, EAVES]),
};
