/** Village furniture: backpack, sign, gate, plan, crate. */
import { iso } from '../iso.ts';
import { crateAt } from '../kit/props.ts';
import { wire } from '../kit/solids.ts';
import { ellipse, element, path, polygon, rectangle, stroke } from '../kit/svg.ts';

/** The village's image cache. */
export const backpack = (): string =>
  ellipse([0, 0], 15, 6, '#1b2a1b', { opacity: 0.2 }) +
  stroke('M-8 -30 q8 -10 16 0', '#5a4028', 3) +
  rectangle(-16, -34, 32, 8, '#1f5f99', { rx: 4 }) +
  stroke('M-10 -33.6 v7 M10 -33.6 v7', '#d9a53a', 1.8) +
  path('M-14 -22 q0 -8 14 -8 t14 8 V-4 q0 5 -5 5 H-9 q-5 0 -5 -5Z', '#b5763f') +
  path('M-14 -22 q0 -8 8 -8 q-5 4 -4 12 V1 h1 q-5 0 -5 -5Z', '#cc8f57') +
  path('M-14 -20 q0 -10 14 -10 t14 10 q-6 7 -14 7 t-14 -7Z', '#8f5a2c') +
  rectangle(-8, -11, 16, 10, '#a3682f', { rx: 2.5, stroke: '#7a4a20', 'stroke-width': 1 }) +
  rectangle(-2.4, -16.4, 4.8, 6, '#d9a53a', { rx: 1 });

/** A wooden sign; the client writes its label over the paper. */
export const sign = (): string =>
  ellipse([0, 0], 6, 2.6, '#1b2a1b', { opacity: 0.2 }) +
  rectangle(-2, -26, 4, 26, '#7a5230') +
  rectangle(-48, -50, 96, 26, '#8a5f38', { rx: 5 }) +
  rectangle(-45.5, -47.5, 91, 21, '#f7ead0', { rx: 3.5 });

const footMark = (x: number): string => {
  const [px, py] = iso(x, 0);
  return ellipse([px + 3, py], 8, 3.4, '#1b2a1b', { opacity: 0.2 });
};

/** The gate of a service: two posts, a beam, a street sign with an arrow to both sides. */
export const gate = (): string => {
  const post = (x: number): string =>
    wire(
      [
        [x, 0, 0],
        [x, 0, 2.6],
      ],
      '#7c2a1f',
      6,
    ) +
    wire(
      [
        [x - 0.04, 0.04, 0],
        [x - 0.04, 0.04, 2.6],
      ],
      '#b8412f',
      3.6,
    );
  const beam = (z: number, half: number, width: number): string =>
    wire(
      [
        [-half, 0, z],
        [half, 0, z],
      ],
      '#7c2a1f',
      width + 1.6,
    ) +
    wire(
      [
        [-half, 0, z + 0.03],
        [half, 0, z + 0.03],
      ],
      '#c9503b',
      width,
    );
  const [x, y] = iso(0, 0, 1.95);
  const plate = polygon(
    [iso(-0.75, 0.05, 1.65), iso(0.75, 0.05, 1.65), iso(0.75, 0.05, 2.2), iso(-0.75, 0.05, 2.2)],
    '#34558b',
    { stroke: '#ffffff', 'stroke-width': 1.4 },
  );
  const arrows = element(
    'g',
    { transform: `translate(${x} ${y}) skewY(26.56)` },
    stroke('M-9 0 H9 M-6 -3 L-9 0 L-6 3 M6 -3 L9 0 L6 3', '#ffffff', 1.8),
  );
  return (
    footMark(-1.15) +
    footMark(1.15) +
    post(-1.15) +
    beam(2.35, 1.4, 3.4) +
    post(1.15) +
    beam(2.75, 1.7, 4.4) +
    plate +
    arrows
  );
};

/** A roll of plans. */
export const plan = (): string =>
  rectangle(-11, -16, 22, 15, '#1f5f99', { rx: 1.5, stroke: '#ffffff', 'stroke-width': 1.4 }) +
  stroke('M-6 -4 v-5 l6 -4 l6 4 v5z M-1.6 -4 v-3.4 h3.2 v3.4', '#d8ecfb', 1.2) +
  rectangle(-13, -18.6, 26, 4.4, '#f7efdc', { rx: 2.2, stroke: '#b9a67f', 'stroke-width': 0.9 });

export const crateProp = (): string => ellipse([0, 0], 10, 5, '#1b2a1b', { opacity: 0.18 }) + crateAt([0, 0]);
