/** A plot's heavy tenants: virtual machines, each a walled town on a foundation of its own; and the ground's one engine, the kernel. */
import type { KernelState, VmStage } from './names.ts';
import { iso } from './iso.ts';
import { mix, recolour } from './kit/colour.ts';
import { window } from './kit/openings.ts';
import { picture, reach, type Picture } from './kit/picture.ts';
import { crateAt, darkSmoke } from './kit/props.ts';
import { cylinder, disc, rim } from './kit/round.ts';
import { gableRoof } from './kit/roofs.ts';
import { around, box, corners, leftFace, rightFace, shadow, trace } from './kit/solids.ts';
import { at, circle, group, path, polygon, stroke } from './kit/svg.ts';
import { LIGHT, SIGNAL } from './palette.ts';

const STONE = '#8f97a0';
const WALL = '#c9c2b4';
const HALF = 1.85;
const BASE = 0.7;
const LIT = { lit: true, open: true, shuttered: false } as const;
const DARK = { lit: false, open: false, shuttered: false } as const;

/** A toothed wheel: a kernel. `turn` in degrees. */
const gear = (r: number, fill: string, turn = 0): string =>
  group(
    { transform: `rotate(${turn})` },
    stroke(
      [0, 45, 90, 135]
        .map(
          (a) =>
            `M${(Math.cos((a * Math.PI) / 180) * r * 1.3).toFixed(1)} ${(Math.sin((a * Math.PI) / 180) * r * 1.3).toFixed(1)} L${(-Math.cos((a * Math.PI) / 180) * r * 1.3).toFixed(1)} ${(-Math.sin((a * Math.PI) / 180) * r * 1.3).toFixed(1)}`,
        )
        .join(' '),
      fill,
      r * 0.5,
      { 'stroke-linecap': 'butt' },
    ),
    circle([0, 0], r, fill),
    circle([0, 0], r * 0.42, '#3d4650'),
  );

/** The foundation with its own engine room: what a container does not bring. */
function foundation(isRunning: boolean): string {
  const left = leftFace(HALF);
  const [gx, gy] = left.at(-0.95, BASE / 2);
  const joints = [-1.2, -0.1, 1]
    .map((a) =>
      trace(
        left,
        [
          [a, 0],
          [a, BASE],
        ],
        '#6b737c',
        1,
      ),
    )
    .join('');
  return (
    shadow(around(HALF, HALF), 0.8) +
    box(around(HALF, HALF), 0, BASE, STONE) +
    joints +
    trace(
      left,
      [
        [-HALF, BASE * 0.5],
        [HALF, BASE * 0.5],
      ],
      '#6b737c',
      1,
    ) +
    trace(
      rightFace(HALF),
      [
        [-HALF, BASE * 0.5],
        [HALF, BASE * 0.5],
      ],
      '#6b737c',
      1,
    ) +
    at(
      [gx, gy],
      group({ transform: 'skewY(26.56)' }, circle([0, 0], 8.4, '#3d4650'), gear(5, isRunning ? '#ffd977' : '#aeb4ba')),
    )
  );
}

/** The town wall, with a gate and merlons. */
function wall(share: number): string {
  const high = BASE + 0.62 * share;
  const edge = HALF - 0.12;
  const side = (x0: number, y0: number, x1: number, y1: number): string => box({ x0, y0, x1, y1 }, BASE, high, WALL);
  const merlons =
    share < 1
      ? ''
      : [-1.4, -0.7, 0, 0.7, 1.4]
          .map(
            (a) =>
              box({ x0: a - 0.16, y0: edge - 0.2, x1: a + 0.16, y1: edge }, high, high + 0.18, WALL) +
              box({ x0: edge - 0.2, y0: a - 0.16, x1: edge, y1: a + 0.16 }, high, high + 0.18, WALL),
          )
          .join('');
  return side(-edge, edge - 0.2, edge, edge) + side(edge - 0.2, -edge, edge, edge) + merlons;
}

const backWall = (share: number): string =>
  box({ x0: -HALF + 0.12, y0: -HALF + 0.12, x1: HALF - 0.12, y1: -HALF + 0.32 }, BASE, BASE + 0.62 * share, WALL) +
  box({ x0: -HALF + 0.12, y0: -HALF + 0.12, x1: -HALF + 0.32, y1: HALF - 0.12 }, BASE, BASE + 0.62 * share, WALL);

/** What it is there for: one program in a house. */
function house(isLit: boolean): string {
  const look = isLit ? LIT : DARK;
  const walls = around(0.85, 0.75);
  const left = leftFace(0.75);
  return (
    box(walls, BASE, BASE + 1.5, '#e8d8ba') +
    [-0.62, 0.1].map((from) => window(left, { from, sill: BASE + 0.75, width: 0.46, height: 0.5 }, look)).join('') +
    [-0.5, 0.12]
      .map((from) => window(rightFace(0.85), { from, sill: BASE + 0.75, width: 0.42, height: 0.5 }, look))
      .join('') +
    gableRoof(walls, BASE + 1.5, 0.95, '#5d7fa0', 'x', { courses: 5, gable: '#e8d8ba', eaves: 0.2 })
  );
}

/** Planks and posts of a system that boots: more of them with each third. */
function scaffold(thirds: number): string {
  const post = (x: number, y: number): string => {
    const [px, py] = iso(x, y, BASE);
    return stroke(`M${px} ${py} v${-9 * thirds}`, '#b98a4e', 3);
  };
  const beam = Array.from({ length: thirds }, (_, i) => {
    const points = corners(around(1.2, 1.2), BASE + 0.5 * (i + 1));
    return polygon(points, 'none', { stroke: '#b98a4e', 'stroke-width': 2.2, 'stroke-linejoin': 'round' });
  });
  return (
    [
      [-1.2, -1.2],
      [1.2, -1.2],
      [-1.2, 1.2],
      [1.2, 1.2],
    ]
      .map(([x = 0, y = 0]) => post(x, y))
      .join('') + beam.join('')
  );
}

const BADGE_AT = [0, -66] as const;
const ring = (shape: string, fill: string): string =>
  path(shape, SIGNAL.ink, { stroke: SIGNAL.ink, 'stroke-width': 5.2, 'stroke-linejoin': 'round' }) +
  path(shape, '#ffffff', { stroke: '#ffffff', 'stroke-width': 3.2, 'stroke-linejoin': 'round' }) +
  path(shape, fill);

/** A dial that fills by thirds, in the frame of a screen. */
const progress = (thirds: number, fill: string): string =>
  at(
    BADGE_AT,
    ring('M-14 -7 H14 V7 H-14Z', '#3d4650') +
      Array.from({ length: 3 }, (_, i) =>
        path(`M${-11.5 + i * 8} -4.4 h7 v8.8 h-7z`, i < thirds ? fill : '#6b737c'),
      ).join(''),
  );

const disks = (thirds: number): string =>
  Array.from({ length: thirds * 2 }, (_, i) =>
    crateAt(iso(-0.9 + (i % 3) * 0.8, -0.6 + Math.floor(i / 3) * 0.9, BASE), 0.8),
  ).join('');

const panic = at(
  BADGE_AT,
  ring('M0 -12 L12 9 H-12Z', '#b5260f') + stroke('M0 -4 V2.4', '#ffffff', 2.8) + circle([0, 6], 1.5, '#ffffff'),
);
const noPower = at(
  BADGE_AT,
  ring('M-9 0 a9 9 0 1 1 18 0 a9 9 0 1 1 -18 0Z', SIGNAL.grey) +
    stroke('M0 -5.6 V-.6 M-3.6 -3 a5 5 0 1 0 7.2 0', '#ffffff', 2),
);

const dim = (svg: string, share: number): string => recolour(svg, (hex) => mix(hex, '#2b3550', share));
const town = (isLit: boolean): string => foundation(isLit) + backWall(1) + house(isLit) + wall(1);

const STAGES: Readonly<Record<VmStage, () => string>> = {
  'copying-1': () => foundation(false) + disks(1) + progress(1, SIGNAL.sky),
  'copying-2': () => foundation(false) + disks(2) + progress(2, SIGNAL.sky),
  'copying-3': () => foundation(false) + disks(3) + progress(3, SIGNAL.sky),
  'booting-1': () => foundation(true) + backWall(0.3) + scaffold(1) + wall(0.3) + progress(1, SIGNAL.amber),
  'booting-2': () => foundation(true) + backWall(0.6) + scaffold(2) + wall(0.6) + progress(2, SIGNAL.amber),
  'booting-3': () => foundation(true) + backWall(1) + scaffold(3) + wall(1) + progress(3, SIGNAL.amber),
  starting: () => foundation(true) + backWall(1) + house(false) + wall(1) + progress(3, '#ffffff'),
  running: () => town(true),
  panicked: () => group({ transform: 'rotate(-3)' }, dim(town(false), 0.3)) + darkSmoke(iso(0, 0, 3)) + panic,
  off: () => dim(town(false), 0.55) + noPower,
};

const VM_BOX = reach(76, 96, 84, 56);

export const vmPicture = (stage: VmStage): Picture => picture(VM_BOX, STAGES[stage]());

/** The host's own kernel: one engine for the ground and all containers on it. */
function engine(state: KernelState): string {
  const [gx, gy] = rim(0, 0, 0.9, 1.02, 0.5);
  const isUp = state === 'up';
  const body =
    disc(0.3, 0.2, 0, 1.6, '#1b2a1b', 0.16) +
    disc(0, 0, 0, 1.45, '#9a937f') +
    disc(0, 0, 0.08, 1.35, '#cfc8b6') +
    cylinder(0, 0, 1.02, 0.08, 1.7, '#7d8fa3') +
    disc(0, 0, 1.7, 1.1, '#5f7186') +
    disc(0, 0, 1.78, 1.02, '#9fb0c2') +
    circle([gx, gy], 13, '#3d4650') +
    at([gx, gy], gear(7.6, isUp ? '#ffd977' : '#aeb4ba', isUp ? 12 : 30));
  const [tx, ty] = iso(0, 0, 1.78);
  const light = circle([tx, ty - 6], 5, isUp ? LIGHT.glass : '#4a4f57', { stroke: '#1f2933', 'stroke-width': 1.5 });
  if (isUp) return body + light;
  const mark = state === 'panicked' ? panic : state === 'off' ? noPower : progress(2, SIGNAL.amber);
  const smoke = state === 'panicked' ? darkSmoke([tx, ty - 4]) : '';
  return dim(body, state === 'off' ? 0.5 : 0.25) + light + smoke + at([0, 14], mark);
}

export const kernelPicture = (state: KernelState): Picture => picture(reach(48, 96, 48, 40), engine(state));
