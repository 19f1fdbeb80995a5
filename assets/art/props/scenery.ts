/** What makes the town a place: trees, lamps, benches, a fountain. It means nothing, and it never moves. */
import { iso } from '../iso.ts';
import { cylinder, disc, roundShadow } from '../kit/round.ts';
import { shade } from '../kit/colour.ts';
import { footShadow } from '../kit/props.ts';
import { around, box } from '../kit/solids.ts';
import { circle, ellipse, path, polygon, rectangle, stroke } from '../kit/svg.ts';

const PINE = '#3f7d54';

export const pine = (): string => {
  const skirt = (y: number, half: number, high: number): string =>
    path(`M0 ${y - high} L${half} ${y} Q0 ${y + half * 0.4} ${-half} ${y}Z`, PINE) +
    path(
      `M0 ${y - high} L${-half} ${y} Q${-half * 0.5} ${y + half * 0.25} ${-half * 0.1} ${y + half * 0.2}Z`,
      shade(PINE, 0.2),
    );
  return (
    footShadow(10, 5) + rectangle(-2, -9, 4, 9, '#6f5238') + skirt(-6, 12, 18) + skirt(-15, 10, 17) + skirt(-24, 7, 15)
  );
};

export const bush = (): string =>
  footShadow(10, 4) +
  circle([4, -5], 6, '#578f48') +
  circle([-4, -5.5], 6.6, '#66a153') +
  circle([-5.6, -7.4], 3.6, '#86bb6b') +
  circle([3.4, -7], 3, '#78ad5f');

export const lamp = (): string =>
  footShadow(5, 2.4) +
  stroke('M0 0 V-34', '#3d4650', 2.6) +
  stroke('M-3 -1 h6', '#3d4650', 3) +
  stroke('M-4 -30 h8', '#3d4650', 1.6) +
  path('M-4 -44 h8 l1.6 9 h-11.2z', '#ffe9a8', { stroke: '#3d4650', 'stroke-width': 1.4 }) +
  path('M-5.6 -44 L0 -50 L5.6 -44z', '#3d4650');

export const bench = (): string =>
  box({ x0: -0.8, y0: -0.2, x1: 0.8, y1: 0.2 }, 0.2, 0.3, '#b98a4e') +
  box({ x0: -0.8, y0: -0.26, x1: 0.8, y1: -0.18 }, 0.3, 0.62, '#a97a40') +
  box({ x0: -0.75, y0: 0.06, x1: -0.6, y1: 0.2 }, 0, 0.2, '#5f6670') +
  box({ x0: 0.6, y0: 0.06, x1: 0.75, y1: 0.2 }, 0, 0.2, '#5f6670');

export const fountain = (): string => {
  const [x, y] = iso(0, 0, 1.15);
  const jet = (dx: number): string => stroke(`M${x} ${y} q${dx} -13 ${dx * 1.9} 9`, '#e6f4fb', 1.6);
  return (
    roundShadow(1.55) +
    cylinder(0, 0, 1.45, 0, 0.36, '#c9c2b2') +
    disc(0, 0, 0.36, 1.45, '#d9d3c5') +
    disc(0, 0, 0.36, 1.22, '#7fb8d6') +
    disc(-0.2, 0.1, 0.36, 0.8, '#a9d3e6') +
    cylinder(0, 0, 0.2, 0.36, 1, '#bdb5a4') +
    disc(0, 0, 1, 0.5, '#d9d3c5') +
    disc(0, 0, 1.02, 0.4, '#7fb8d6') +
    [-8, -3.4, 3.4, 8].map(jet).join('')
  );
};

const FLOWERS = [
  [-9, 1, '#e76f9a'],
  [-3, -3, '#f2c14e'],
  [3, 2, '#ffffff'],
  [8, -2, '#e76f9a'],
  [1, 5, '#f2c14e'],
  [-6, 5, '#ffffff'],
] as const;

export const flowers = (): string =>
  FLOWERS.map(([x, y, petal]) => stroke(`M${x} ${y} v-4`, '#6f9e54', 1.2) + circle([x, y - 5], 2.1, petal)).join('');

export const rock = (): string =>
  footShadow(9, 4) +
  polygon(
    [
      [-9, -1],
      [-6, -8],
      [1, -10],
      [8, -5],
      [9, 0],
      [2, 3],
    ],
    '#a7a195',
  ) +
  polygon(
    [
      [-9, -1],
      [-6, -8],
      [1, -10],
      [-1, -3],
    ],
    '#c4beb2',
  );

export const haystack = (): string =>
  footShadow(13, 6) +
  path('M-12 -2 Q-13 -17 0 -20 Q13 -17 12 -2 Q0 5 -12 -2Z', '#d8b45a') +
  path('M-12 -2 Q-13 -17 0 -20 Q-7 -12 -5 1Z', '#e9cd7e') +
  stroke('M-7 -9 l2 7 M0 -14 l1 10 M6 -10 l-1 8', '#b18f3e', 1);

/** The chair of the one who leads. Somebody stands before it; or it is empty, and nobody decides. */
export const chair = (): string =>
  ellipse([1, 1], 10, 5, '#1b2a1b', { opacity: 0.2 }) +
  box(around(0.36, 0.36), 0, 0.5, '#8f3a2e') +
  box({ x0: -0.36, y0: -0.36, x1: 0.36, y1: -0.24 }, 0.5, 1.45, '#a8483a') +
  box({ x0: -0.42, y0: -0.4, x1: -0.3, y1: 0.34 }, 0.5, 0.8, '#d9a53a') +
  box({ x0: 0.3, y0: -0.4, x1: 0.42, y1: 0.34 }, 0.5, 0.8, '#d9a53a') +
  circle(iso(0, -0.3, 1.5), 3, '#d9a53a', { stroke: '#7a5a1c', 'stroke-width': 1 });
