/** Thatched hut: a round clay wall with a painted band under a tall cone of straw. */
import { iso, type Point } from '../iso.ts';
import type { Opening } from '../kit/openings.ts';
import { pot } from '../kit/props.ts';
import { cone, cylinder, disc, paintedBand, roundShadow } from '../kit/round.ts';
import { shade } from '../kit/colour.ts';
import { at, circle, path, polyline, stroke } from '../kit/svg.ts';
import { LIGHT } from '../palette.ts';
import { lid, roundFootprint, type House } from './house.ts';

const CLAY = '#c98d58';
const THATCH = '#cfa854';
const RADIUS = 1.12;

function doorway(look: Opening): string {
  const arch = (half: number, height: number): string =>
    `M${-half} 0 v${half - height} a${half} ${half} 0 0 1 ${2 * half} 0 v${height - half}z`;
  const inside = look.open ? (look.lit ? LIGHT.door : '#2f1f15') : '#6b4a2c';
  const boards = look.open
    ? ''
    : stroke('M-1.6 0 v-15 M1.6 0 v-15', '#4f3520', 0.8) +
      (look.shuttered ? stroke('M-5 -5 L5 -11', '#ead7ab', 2) : '');
  return at(iso(0.62, 0.98, 0.06), path(arch(6.2, 19), '#5b3a22') + path(arch(4.7, 17.4), inside) + boards);
}

function roundWindow(look: Opening): string {
  const [x, y] = iso(1.08, 0, 1);
  const place: Point = [x - 1, y];
  const glass = look.lit ? LIGHT.glass : '#3a2a20';
  if (look.shuttered)
    return (
      circle(place, 3.4, '#5b3a22') + circle(place, 2.5, '#8a6432') + stroke(`M${x - 3.4} ${y} h4.8`, '#5b3a22', 0.9)
    );
  return (
    circle(place, 3.4, '#5b3a22') + circle(place, 2.5, glass) + stroke(`M${x - 1} ${y - 2.4} v4.8`, '#5b3a22', 0.8)
  );
}

function roof(): string {
  const [x, y] = iso(0, 0, 3.62);
  const crown =
    path(`M${x - 4} ${y + 6} q4 -10 8 0 q-4 2.4 -8 0z`, '#7b5a2c') +
    polyline(
      [
        [x, y],
        [x, y - 5],
      ],
      '#5b3a22',
      1.5,
    ) +
    circle([x, y - 6], 1.5, '#c4573a');
  return cone(0, 0, 1.46, 1.62, 2.02, THATCH, { straws: 19, rings: [0.36, 0.66] }) + fringe() + crown;
}

/** The ragged lower edge of the thatch. */
function fringe(): string {
  const tufts = Array.from({ length: 22 }, (_, i) => {
    const angle = (Math.PI * (i + 0.5)) / 22;
    const [cx, cy] = iso(0, 0, 1.62);
    const [rx, ry] = [1.46 * 22.63, 1.46 * 11.31];
    const [x, y] = [cx - Math.cos(angle) * rx, cy + Math.sin(angle) * ry];
    return polyline(
      [
        [x, y - 1],
        [x - Math.cos(angle) * 1.2, y + 2.6],
      ],
      shade(THATCH, i > 12 ? -0.34 : -0.06),
      1.7,
    );
  });
  return tufts.join('');
}

/** Thatched hut. */
export const hut: House = {
  footprint: roundFootprint(1.15),
  floor: 0.06,
  eaves: 1.7,
  ridge: [
    [0, 0, 3.6],
    [0, 0, 3.6],
  ],
  overhang: 0.4,
  wires: [],
  wallColour: '#b98456',
  crackAt: [0.1, 1.05, 1.35],
  smokeAt: [0, 0, 3.6],
  hearth: true,
  doorstep: [1.2, 1.6],
  top: 3.9,
  foundation: () => roundShadow(1.75) + disc(0, 0, 0, 1.6, '#c9a874') + disc(0, 0, 0.06, 1.5, '#d8b985'),
  draw: (look) =>
    cylinder(0, 0, RADIUS, 0.06, 1.95, CLAY) +
    paintedBand([0, 0, 0.42], RADIUS, 0.4, ['#f4e6c8', '#7b3b23'], 11) +
    doorway(look) +
    roundWindow(look) +
    lid(look, roof(), [0, 0, 1.8]) +
    pot(1.3, 0.75) +
    pot(0.2, 1.45, '#b8613a'),
};
