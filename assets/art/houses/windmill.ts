/** Windmill: a white tapered tower with a dark cap and four sails of lattice and cloth. */
import { iso, type Point, type Point3 } from '../iso.ts';
import type { Opening } from '../kit/openings.ts';
import { bush, crate } from '../kit/props.ts';
import { disc, rim, roundShadow, tower } from '../kit/round.ts';
import { shade } from '../kit/colour.ts';
import { at, circle, path, polygon, polyline, stroke } from '../kit/svg.ts';
import { LIGHT, STUFF } from '../palette.ts';
import { lid, roundFootprint, type House, type HouseLook } from './house.ts';

const WHITE = '#efe9dc';
const CAP = '#5a4a46';
const CLOTH = '#fbf3df';
const HUB: readonly [number, number, number] = [0.2, 1.12, 2.85];

/** A point of the wheel: so far along a sail and across it, the sail turned by degrees from straight up. */
function onSail(turn: number, along: number, across: number): Point3 {
  const angle = (turn * Math.PI) / 180;
  return [
    HUB[0] + Math.sin(angle) * along + Math.cos(angle) * across,
    HUB[1],
    HUB[2] + Math.cos(angle) * along - Math.sin(angle) * across,
  ];
}

const TURNS = [38, 128, 218, 308];

const sailOutline = (turn: number): Point3[] => [
  onSail(turn, 0, 0),
  onSail(turn, 1.75, 0),
  onSail(turn, 1.75, 0.46),
  onSail(turn, 0.35, 0.46),
  onSail(turn, 0.35, 0),
];

/** One sail in the plane of the wheel; `turn` is measured in degrees from straight up. */
function sail(turn: number): string {
  const spoke = (along: number, across: number): Point => iso(...onSail(turn, along, across));
  const cloth = polygon([spoke(0.35, 0), spoke(1.75, 0), spoke(1.75, 0.46), spoke(0.35, 0.46)], CLOTH, {
    stroke: '#8a6432',
    'stroke-width': 0.9,
  });
  const laths = [0.7, 1.05, 1.4].map((along) => polyline([spoke(along, 0), spoke(along, 0.46)], '#a98352', 0.8));
  const middle = polyline([spoke(0.35, 0.23), spoke(1.75, 0.23)], '#a98352', 0.7);
  return cloth + laths.join('') + middle + polyline([spoke(0, 0), spoke(1.85, 0)], '#6b4a2c', 2);
}

function sails(look: HouseLook): string {
  const turns = look.damaged ? [38, 128, 262] : TURNS;
  const hub = iso(...HUB);
  return turns.map(sail).join('') + circle(hub, 3.4, '#4a3520') + circle(hub, 1.6, '#d9a53a');
}

function cap(look: HouseLook): string {
  const [x, y] = iso(0, 0, 2.62);
  const w = 0.86 * 22.63;
  const dome = path(
    `M${x - w} ${y} C${x - w} ${y - 18} ${x - 6} ${y - 20} ${x} ${y - 21} C${x + 6} ${y - 20} ${x + w} ${y - 18} ${x + w} ${y} A${w} ${w / 2} 0 0 1 ${x - w} ${y}Z`,
    CAP,
  );
  const light = path(
    `M${x - w + 2} ${y - 1} C${x - w + 2} ${y - 16} ${x - 7} ${y - 22} ${x - 1} ${y - 23} C${x - 8} ${y - 16} ${x - 9} ${y - 4} ${x - 8} ${y + 7} Z`,
    shade(CAP, 0.16),
  );
  const ribs = [0.28, 0.52, 0.76].map((t) => {
    const [rx, ry] = rim(0, 0, 2.62, 0.86, t);
    return stroke(`M${rx} ${ry} Q${x + (rx - x) * 0.9} ${y - 14} ${x} ${y - 24}`, shade(CAP, -0.25), 0.9, {
      opacity: 0.7,
    });
  });
  const shaft = polyline([iso(0.1, 0.4, 2.85), iso(...HUB)], '#4a3520', 4);
  return dome + light + ribs.join('') + circle([x, y - 26], 1.8, '#d9a53a') + shaft + sails(look);
}

function doorway(look: Opening): string {
  const inside = look.open ? (look.lit ? LIGHT.door : STUFF.hollow) : '#4f6f86';
  const leaf = look.open
    ? ''
    : stroke('M0 0 v-16', '#38536a', 0.9) + (look.shuttered ? stroke('M-5 -5 L5 -11', '#ead7ab', 2) : '');
  return at(
    iso(0.6, 0.95, 0.3),
    path('M-6.4 1 v-13 a6.4 6.4 0 0 1 12.8 0 v13z', '#c9bda6') +
      path('M-4.6 1 v-12.6 a4.6 4.6 0 0 1 9.2 0 v12.6z', inside) +
      leaf,
  );
}

function hatch(share: number, z: number, r: number, look: Opening): string {
  const [x, y] = rim(0, 0, z, r, share);
  const glass = look.shuttered ? '#8a6432' : look.lit ? LIGHT.glass : STUFF.glassOff;
  return (
    path(`M${x - 3.2} ${y} v-6 a3.2 3.2 0 0 1 6.4 0 v6z`, '#c9bda6') +
    path(`M${x - 2.2} ${y - 0.8} v-5 a2.2 2.2 0 0 1 4.4 0 v5z`, glass)
  );
}

function gallery(): string {
  const rail = (z: number): string => {
    const [x0, y0] = rim(0, 0, z, 1.24, 0);
    const [x1] = rim(0, 0, z, 1.24, 1);
    return stroke(`M${x0} ${y0} A${1.24 * 22.63} ${1.24 * 11.31} 0 0 0 ${x1} ${y0}`, '#7a5230', 1.2);
  };
  const posts = Array.from({ length: 9 }, (_, i) =>
    polyline([rim(0, 0, 1.3, 1.24, i / 8), rim(0, 0, 1.6, 1.24, i / 8)], '#7a5230', 0.9),
  );
  return (
    tower(0, 0, 1.26, 1.26, 1.2, 1.3, '#a57a48') +
    disc(0, 0, 1.3, 1.26, '#b98a4e') +
    tower(0, 0, 0.98, 0.78, 1.3, 2.66, WHITE) +
    rail(1.6) +
    posts.join('')
  );
}

/** Windmill. */
export const windmill: House = {
  footprint: roundFootprint(1.15),
  floor: 0.1,
  eaves: 2.6,
  ridge: [
    [0, 0, 4.1],
    [0, 0, 4.1],
  ],
  overhang: 0.02,
  wires: TURNS.map(sailOutline),
  wallColour: '#d8d0c0',
  crackAt: [0.1, 1.05, 1.2],
  smokeAt: [0, 0, 4.2],
  doorstep: [1.15, 1.55],
  top: 4.5,
  foundation: () => roundShadow(1.75) + disc(0, 0, 0, 1.5, '#a9a294') + disc(0, 0, 0.08, 1.4, '#c3bcae'),
  draw: (look) =>
    tower(0, 0, 1.24, 1.18, 0.08, 0.4, '#a39a8a') +
    tower(0, 0, 1.16, 0.98, 0.4, 1.3, WHITE) +
    doorway(look) +
    gallery() +
    hatch(0.78, 2, 0.88, look) +
    hatch(0.84, 0.85, 1.08, look) +
    bush(-0.6, 1.6, 0.8) +
    crate(1.55, 0.55, 0.6) +
    lid(look, cap(look), [0, 0, 2.6]),
};
