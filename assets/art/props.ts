/** Things without a state: yard, slot, village furniture, signs of trouble. */
import { iso, SLOT_HALF } from './iso.ts';
import type { Prop } from './names.ts';
import { GROUND, SIGNAL } from './palette.ts';
import { crateAt, tree } from './kit/props.ts';
import { picture, reach, type Box, type Picture } from './kit/picture.ts';
import { around, box, corners, floor, wire } from './kit/solids.ts';
import { circle, ellipse, element, path, polygon, rectangle, stroke } from './kit/svg.ts';

/** The walled yard of a pod: low walls on all sides, a gap and two gateposts in front. */
function yard(): string {
  const [half, high] = [2.3, 0.3];
  const wall = '#d6cdb9';
  const side = (x0: number, y0: number, x1: number, y1: number): string => box({ x0, y0, x1, y1 }, 0, high, wall);
  const gatepost = (x: number): string => box(around(0.13, 0.13, x, half), 0, 0.5, '#c4573a');
  const path = floor({ x0: -0.45, y0: 1.2, x1: 0.45, y1: half + 0.1 }, 0.01, GROUND.road);
  return (
    floor(around(half, half), 0, GROUND.slot) +
    floor(around(half - 0.1, half - 0.1), 0, '#d3e2b6') +
    path +
    side(-half, -half, half, -half + 0.14) +
    side(-half, -half, -half + 0.14, half) +
    side(half - 0.14, -half, half, half) +
    side(-half, half - 0.14, -0.55, half) +
    side(0.55, half - 0.14, half, half) +
    gatepost(-0.55) +
    gatepost(0.55)
  );
}

const slot = (): string =>
  polygon(corners(around(SLOT_HALF, SLOT_HALF)), GROUND.slot, {
    stroke: GROUND.slotEdge,
    'stroke-width': 1.6,
    'stroke-dasharray': '5 4',
  });

/** A ring of paint on the ground around what is selected. */
const ring = (): string => {
  const outline = corners(around(2.5, 2.5));
  return (
    polygon(outline, 'none', { stroke: SIGNAL.ink, 'stroke-width': 6, 'stroke-linejoin': 'round' }) +
    polygon(outline, 'none', { stroke: '#ffffff', 'stroke-width': 3.4, 'stroke-linejoin': 'round' })
  );
};

/** The village's image cache. */
const backpack = (): string =>
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
const sign = (): string =>
  ellipse([0, 0], 6, 2.6, '#1b2a1b', { opacity: 0.2 }) +
  rectangle(-2, -26, 4, 26, '#7a5230') +
  rectangle(-48, -50, 96, 26, '#8a5f38', { rx: 5 }) +
  rectangle(-45.5, -47.5, 91, 21, '#f7ead0', { rx: 3.5 });

const footMark = (x: number): string => {
  const [px, py] = iso(x, 0);
  return ellipse([px + 3, py], 8, 3.4, '#1b2a1b', { opacity: 0.2 });
};

/** The gate of a service: two posts, a beam, a street sign with an arrow to both sides. */
const gate = (): string => {
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
const plan = (): string =>
  rectangle(-11, -16, 22, 15, '#1f5f99', { rx: 1.5, stroke: '#ffffff', 'stroke-width': 1.4 }) +
  stroke('M-6 -4 v-5 l6 -4 l6 4 v5z M-1.6 -4 v-3.4 h3.2 v3.4', '#d8ecfb', 1.2) +
  rectangle(-13, -18.6, 26, 4.4, '#f7efdc', { rx: 2.2, stroke: '#b9a67f', 'stroke-width': 0.9 });

/** A storm over a village that does not answer. */
const storm = (): string => {
  const puff = (x: number, y: number, r: number, fill: string): string => circle([x, y], r, fill);
  const dark = '#4f5966';
  const rain = Array.from({ length: 9 }, (_, i) =>
    stroke(`M${-64 + i * 16} ${-26 + (i % 3) * 8} l-6 20`, '#3f8fc9', 3.2),
  );
  return (
    rain.join('') +
    puff(-50, -60, 28, dark) +
    puff(-16, -76, 34, dark) +
    puff(26, -70, 32, dark) +
    puff(56, -58, 26, dark) +
    rectangle(-76, -62, 156, 28, dark, { rx: 14 }) +
    puff(-22, -84, 22, '#7b8695') +
    puff(20, -80, 19, '#7b8695') +
    puff(-50, -66, 17, '#6b7684') +
    path('M8 -40 L-8 -8 H4 L-6 24 L22 -16 H8 L20 -40Z', '#f7c92b', {
      stroke: '#6b4a00',
      'stroke-width': 2,
      'stroke-linejoin': 'round',
    })
  );
};

const flame = (): string =>
  path(
    'M0 0 C-16 0 -18 -14 -10 -22 C-9 -16 -5 -16 -5 -20 C-6 -30 2 -36 4 -42 C6 -32 16 -26 15 -13 C14 -4 8 0 0 0Z',
    '#d55e00',
  ) +
  path(
    'M0 -1 C-11 -1 -13 -11 -7 -17 C-5 -12 -2 -13 -1 -18 C3 -23 4 -26 4 -31 C10 -24 12 -16 11 -10 C10 -4 6 -1 0 -1Z',
    '#f39a2b',
  ) +
  path('M0 -1 C-6 -1 -7 -7 -4 -11 C-2 -8 0 -9 1 -13 C5 -10 6 -6 5 -4 C4 -2 3 -1 0 -1Z', '#ffe08a');

/** A pole whose cable is torn, with sparks. */
const cutCable = (): string => {
  const pole = (x: number): string =>
    stroke(`M${x} 0 V-46`, '#5a4028', 4.4) +
    stroke(`M${x - 0.6} 0 V-46`, '#8a6432', 2.6) +
    stroke(`M${x - 7} -42 h14`, '#5a4028', 3);
  const spark = (x: number, y: number): string =>
    path(`M${x} ${y - 6} l1.8 4.2 4.2 1.8 -4.2 1.8 -1.8 4.2 -1.8 -4.2 -4.2 -1.8 4.2 -1.8z`, '#ffd94a', {
      stroke: '#b5260f',
      'stroke-width': 0.8,
    });
  return (
    ellipse([-30, 0], 7, 3, '#1b2a1b', { opacity: 0.2 }) +
    ellipse([30, 0], 7, 3, '#1b2a1b', { opacity: 0.2 }) +
    pole(-30) +
    pole(30) +
    stroke('M-34 -43 q8 14 18 16 q5 2 6 9', '#1f2933', 2) +
    stroke('M34 -43 q-9 16 -18 17 q-4 2 -5 11', '#1f2933', 2) +
    spark(-9, -16) +
    spark(12, -12) +
    stroke('M-4 -30 l8 8 m0 -8 l-8 8', '#ffffff', 5) +
    stroke('M-4 -30 l8 8 m0 -8 l-8 8', '#b5260f', 2.8)
  );
};

/** Soft warm light on the ground before a lit house at night. */
const glow = (): string => {
  const stops = [
    [0, 0.75],
    [0.5, 0.32],
    [1, 0],
  ].map(([offset, opacity]) =>
    element('stop', { offset: offset as number, 'stop-color': '#ffd977', 'stop-opacity': opacity as number }),
  );
  return (
    element('defs', {}, element('radialGradient', { id: 'glow' }, stops.join(''))) +
    ellipse([0, 0], 46, 23, 'url(#glow)')
  );
};

const crateProp = (): string => ellipse([0, 0], 10, 5, '#1b2a1b', { opacity: 0.18 }) + crateAt([0, 0]);

const PROPS: Readonly<Record<Prop, readonly [Box, () => string]>> = {
  yard: [reach(84, 60, 84, 48), yard],
  slot: [reach(72, 40, 72, 40), slot],
  ring: [reach(90, 48, 90, 48), ring],
  backpack: [reach(24, 48, 24, 14), backpack],
  sign: [reach(54, 56, 54, 10), sign],
  gate: [reach(48, 76, 48, 34), gate],
  crate: [reach(16, 20, 16, 12), crateProp],
  plan: [reach(20, 26, 20, 8), plan],
  storm: [reach(96, 118, 96, 34), storm],
  flame: [reach(24, 50, 24, 8), flame],
  'cut-cable': [reach(48, 58, 48, 10), cutCable],
  tree: [reach(24, 44, 24, 10), () => tree(0, 0, 1.7)],
  glow: [reach(52, 30, 52, 30), glow],
};

/** The picture of a thing. */
export const propPicture = (prop: Prop): Picture => picture(PROPS[prop][0], PROPS[prop][1]());
