/** Tower house: a tall stone tower with battlements, a slate cap, a corner turret and a banner. */
import { iso, type Point, type Point3 } from '../iso.ts';
import { door, window } from '../kit/openings.ts';
import { bush, flag } from '../kit/props.ts';
import { gableRoof, hipRoof } from '../kit/roofs.ts';
import { cone, cylinder } from '../kit/round.ts';
import { around, box, leftFace, panel, rightFace, shadow, type Rect } from '../kit/solids.ts';
import { shade } from '../kit/colour.ts';
import { rectangle } from '../kit/svg.ts';
import { LIGHT, STUFF } from '../palette.ts';
import { lid, rectFootprint, type House, type HouseLook } from './house.ts';

const STONE = '#c6bfb1';
const SLATE = '#5c648f';
const [HALF, FLOOR, TOP] = [0.95, 0.15, 3.05];
const SHIFT = -0.25;
const TOWER: Rect = around(HALF, HALF, SHIFT, SHIFT);
const WING: Rect = { x0: TOWER.x1, y0: -0.9, x1: 1.6, y1: 0.55 };

/** Single stones, darker or lighter than the wall. */
function stones(): string {
  const [left, right] = [leftFace(TOWER.y1), rightFace(TOWER.x1)];
  const spots = [
    [-1.05, 0.5],
    [-0.2, 0.35],
    [0.3, 1.25],
    [-1, 1.45],
    [-0.75, 2.3],
    [0.35, 2.5],
    [-0.1, 1.95],
    [0.15, 0.72],
  ] as const;
  return spots
    .map(([a, z], i) => {
      const tone = shade(STONE, i % 2 === 0 ? -0.13 : 0.12);
      return panel(left, a, a + 0.26, z, z + 0.14, tone) + panel(right, a - 0.05, a + 0.2, z + 0.2, z + 0.34, tone);
    })
    .join('');
}

function battlements(): string {
  const deck = { x0: TOWER.x0 - 0.14, y0: TOWER.y0 - 0.14, x1: TOWER.x1 + 0.14, y1: TOWER.y1 + 0.14 };
  const step = (deck.x1 - deck.x0) / 7;
  const merlon = (x: number, y: number): string => box({ x0: x, y0: y, x1: x + step, y1: y + step }, 3.25, 3.5, STONE);
  const at = [0, 2, 4, 6].map((i) => i * step);
  const back = at.map((t) => merlon(deck.x0 + t, deck.y0) + merlon(deck.x0, deck.y0 + t)).join('');
  const front =
    at.map((t) => merlon(deck.x0 + t, deck.y1 - step)).join('') +
    [...at].map((t) => merlon(deck.x1 - step, deck.y0 + t)).join('');
  const cap = hipRoof(around(0.6, 0.6, SHIFT, SHIFT), 3.4, 1, SLATE, { eaves: 0.1, courses: 4 });
  return (
    box(deck, TOP, 3.25, shade(STONE, -0.05)) +
    back +
    box(around(0.6, 0.6, SHIFT, SHIFT), 3.25, 3.42, shade(STONE, -0.1)) +
    cap +
    front
  );
}

function turret(look: HouseLook): string {
  const [x, y] = [TOWER.x1 + 0.02, TOWER.y0 - 0.02];
  const [sx, sy] = iso(x, y, 2.86);
  const slit = look.lit ? LIGHT.glass : STUFF.glassOff;
  return (
    cone(x, y, 0.36, 2.42, -0.62, shade(STONE, -0.16)) +
    cylinder(x, y, 0.36, 2.4, 3.5, STONE) +
    rectangle(sx - 1.3, sy - 1, 2.6, 7, look.shuttered ? STUFF.woodDark : slit, { rx: 1.3 }) +
    cone(x, y, 0.46, 3.45, 0.95, SLATE, { rings: [0.45, 0.75] })
  );
}

function wing(look: HouseLook): string {
  const right = rightFace(WING.x1);
  return (
    box(WING, FLOOR, 1.05, shade(STONE, 0.05)) +
    window(right, { from: -0.72, sill: 0.4, width: 0.42, height: 0.45 }, look, { trim: '#8d8678' }) +
    window(right, { from: -0.05, sill: 0.4, width: 0.42, height: 0.45 }, look, { trim: '#8d8678' }) +
    gableRoof(WING, 1.05, 0.5, SLATE, 'y', { courses: 4, eaves: 0.12, gable: STONE })
  );
}

/** The line of the battlements along a side, for the wireframe. */
function crenels(along: (t: number) => Point): Point3[] {
  const step = 2.2 / 7;
  return Array.from({ length: 7 }, (_, i) =>
    [i, i + 1].map((j): Point3 => [...along(-1.1 + j * step), i % 2 === 0 ? 3.55 : 3.25]),
  ).flat();
}

/** Tower house. */
export const towerHouse: House = {
  footprint: rectFootprint(1.1, 1.1),
  floor: FLOOR,
  eaves: TOP,
  ridge: null,
  wires: [
    [
      [-0.6, 0.6, 3.5],
      [0, 0, 4.5],
      [0.6, 0.6, 3.5],
      [-0.6, 0.6, 3.5],
    ],
    [
      [0.6, 0.6, 3.5],
      [0.6, -0.6, 3.5],
      [0, 0, 4.5],
    ],
    crenels((t) => [t, 1.1]),
    crenels((t) => [1.1, -t]),
    [
      [-1.1, 1.1, 2.7],
      [1.1, 1.1, 2.7],
      [1.1, -1.1, 2.7],
    ],
  ],
  wallColour: STONE,
  crackAt: [-0.4, TOWER.y1, 1.8],
  smokeAt: [SHIFT, SHIFT, 4.3],
  doorstep: [-0.25, 1.4],
  top: 4.9,
  foundation: () =>
    shadow({ x0: -1.35, y0: -1.35, x1: 1.7, y1: 0.9 }, 1.3) +
    box({ x0: -1.35, y0: -1.35, x1: 1.7, y1: 0.9 }, 0, FLOOR, '#a9a294'),
  draw: (look) => {
    const left = leftFace(TOWER.y1);
    const right = rightFace(TOWER.x1);
    const slit = (from: number, sill: number) => ({ from, sill, width: 0.3, height: 0.52 });
    const trim = { trim: '#8d8678' };
    const roofing = battlements() + flag(iso(SHIFT, SHIFT, 4.35), '#b8412f', 15, look.damaged || !look.lit);
    return (
      box(TOWER, FLOOR, TOP, STONE) +
      stones() +
      door(left, { from: -0.5, sill: FLOOR, width: 0.5, height: 0.9, arched: true, trim: '#8d8678' }, look) +
      window(left, slit(-0.85, 1.5), look, trim) +
      window(left, slit(-0.05, 1.5), look, trim) +
      window(left, slit(-0.85, 2.25), look, trim) +
      window(left, slit(-0.05, 2.25), look, trim) +
      window(right, slit(-0.55, 2.1), look, trim) +
      wing(look) +
      lid(look, roofing + turret(look), [SHIFT, SHIFT, TOP]) +
      bush(-1.1, 1.2, 0.8)
    );
  },
};
