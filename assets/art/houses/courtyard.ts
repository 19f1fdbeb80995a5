/** Courtyard house (四合院): four wings with grey roofs around a yard, a red gate with lanterns. */
import { iso, type Point3 } from '../iso.ts';
import { door, window } from '../kit/openings.ts';
import { lantern, tree } from '../kit/props.ts';
import { gableRoof } from '../kit/roofs.ts';
import { around, box, floor, leftFace, panel, rightFace, shadow, wire, type Rect } from '../kit/solids.ts';
import { shade } from '../kit/colour.ts';
import { flash, rectFootprint, type House, type HouseLook } from './house.ts';
import { STUFF } from '../palette.ts';

const WALL = '#d8cfc0';
const ROOF = '#6d7b86';
const RED = '#a8342a';
const HALL: Rect = { x0: -1.8, y0: -1.8, x1: 1.8, y1: -1 };
const WEST: Rect = { x0: -1.8, y0: -1, x1: -1, y1: 1 };
const EAST: Rect = { x0: 1, y0: -1, x1: 1.8, y1: 1 };
const GATE: Rect = { x0: -1.8, y0: 1, x1: 1.8, y1: 1.8 };
const FLOOR = 0.12;

function yard(): string {
  const tiles = [-0.5, 0, 0.5].map(
    (t) =>
      wire(
        [
          [t, -1, 0.13],
          [t, 1, 0.13],
        ],
        '#bfb49e',
        0.6,
      ) +
      wire(
        [
          [-1, t, 0.13],
          [1, t, 0.13],
        ],
        '#bfb49e',
        0.6,
      ),
  );
  return floor(around(1, 1), 0.13, STUFF.paving) + tiles.join('');
}

function mainHall(look: HouseLook): string {
  const front = leftFace(-1);
  const lattice = [-0.9, -0.28, 0.34].map((a) =>
    window(front, { from: a, sill: 0.25, width: 0.46, height: 0.72 }, look, { trim: RED, closed: '#7f2820' }),
  );
  const pillars = [-1, -0.36, 0.26, 0.88].map((a) => panel(front, a, a + 0.09, FLOOR, 1.25, '#b8412f'));
  return (
    box(HALL, FLOOR, 1.3, WALL) +
    lattice.join('') +
    pillars.join('') +
    gableRoof(HALL, 1.3, 0.78, ROOF, 'x', { upturn: 0.16, courses: 7, gable: WALL, eaves: 0.2 })
  );
}

function westWing(look: HouseLook): string {
  const front = rightFace(-1);
  const lattice = [-0.62, 0.08].map((a) =>
    window(front, { from: a, sill: 0.25, width: 0.46, height: 0.58 }, look, { trim: RED, closed: '#7f2820' }),
  );
  return (
    box(WEST, FLOOR, 1, WALL) +
    lattice.join('') +
    gableRoof(WEST, 1, 0.6, ROOF, 'y', { courses: 4, eaves: 0.16, gable: WALL })
  );
}

function eastWing(): string {
  const outer = rightFace(1.8);
  const vents = [-0.6, 0.2].map((a) => panel(outer, a, a + 0.4, 0.5, 0.78, '#7a6a59'));
  return (
    box(EAST, FLOOR, 1, WALL) +
    gableRoof(EAST, 1, 0.6, ROOF, 'y', { courses: 4, eaves: 0.16, gable: WALL }) +
    vents.join('')
  );
}

function gateHouse(look: HouseLook): string {
  const front = leftFace(1.8);
  const vents = [-1.35, -0.45].map((a) => panel(front, a, a + 0.42, 0.42, 0.7, '#7a6a59'));
  const gate = panel(front, 0.42, 1.28, FLOOR, 1.02, shade(ROOF, -0.3));
  const leaf = door(front, { from: 0.56, sill: FLOOR, width: 0.58, height: 0.76, leaf: RED, trim: '#7f2820' }, look);
  const lanterns = [0.36, 1.34].map((a) => lantern(iso(a, 1.84, 0.66), look.lit));
  return (
    box(GATE, FLOOR, 0.9, WALL) +
    vents.join('') +
    gableRoof(GATE, 0.9, 0.55, ROOF, 'x', { upturn: 0.12, courses: 7, gable: WALL, eaves: 0.18 }) +
    gate +
    leaf +
    lanterns.join('') +
    box({ x0: 0.5, y0: 1.9, x1: 1.2, y1: 2.1 }, 0, 0.1, '#cfc7b6')
  );
}

/** A square line around the yard, for the wireframe. */
const ring = (half: number, z: number): Point3[] => [
  [-half, -half, z],
  [half, -half, z],
  [half, half, z],
  [-half, half, z],
  [-half, -half, z],
];

/** Courtyard house. */
export const courtyard: House = {
  footprint: rectFootprint(1.8, 1.8),
  floor: FLOOR,
  eaves: 1.1,
  ridge: null,
  wires: [ring(1.8, 1.1), ring(1.4, 1.7), ring(1, 1.1)],
  wallColour: RED,
  crackAt: [-0.3, 1.8, 0.95],
  smokeAt: [0, 0, 1.3],
  doorstep: [0.85, 2.25],
  top: 2.3,
  foundation: () => shadow(around(1.9, 1.9), 0.8) + box(around(1.9, 1.9), 0, FLOOR, '#b3ada0'),
  draw: (look) =>
    yard() +
    mainHall(look) +
    westWing(look) +
    (look.blown ? flash(iso(0, 0, 0.9), 36) : tree(0, 0.05, 0.95, '#6aa84f')) +
    eastWing() +
    gateHouse(look),
};
