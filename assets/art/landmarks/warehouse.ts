/** Registry warehouse: planks, a big gate on shelves of plans, a crane, crates with blue bands. */
import { iso } from '../iso.ts';
import { crate } from '../kit/props.ts';
import { gableRoof } from '../kit/roofs.ts';
import { around, box, leftFace, panel, rightFace, shadow, trace } from '../kit/solids.ts';
import { at, circle, path, polygon, stroke } from '../kit/svg.ts';
import { LIGHT } from '../palette.ts';
import { boardedUp, dimmed, outOfService, type LandmarkLook } from './landmark.ts';

const WALL = '#c9b08a';
const [HX, HY, EAVES] = [2.5, 1.7, 2.1];
const GATE = { from: -1.5, width: 1.9, sill: 0.2, height: 1.45 };

function planks(): string {
  const [left, right] = [leftFace(HY), rightFace(HX)];
  const along = (from: number, to: number): number[] =>
    Array.from({ length: Math.floor((to - from) / 0.4) }, (_, i) => from + (i + 1) * 0.4);
  return (
    along(-HX, HX)
      .map((a) =>
        trace(
          left,
          [
            [a, 0.2],
            [a, EAVES],
          ],
          '#a88f68',
          0.7,
        ),
      )
      .join('') +
    along(-HY, HY)
      .map((a) =>
        trace(
          right,
          [
            [a, 0.2],
            [a, EAVES],
          ],
          '#a88f68',
          0.7,
        ),
      )
      .join('')
  );
}

/** The gate: shelves of rolled plans in the light, or a rolled-down shutter. */
function bigGate(look: LandmarkLook): string {
  const face = leftFace(HY);
  const { from, width, sill, height } = GATE;
  const to = from + width;
  const surround = panel(face, from - 0.12, to + 0.12, sill, sill + height + 0.12, '#6b4a2c');
  if (!look.up) {
    const slats = [0.2, 0.4, 0.6, 0.8].map((t) =>
      trace(
        face,
        [
          [from, sill + height * t],
          [to, sill + height * t],
        ],
        '#4a5560',
        1.2,
      ),
    );
    return (
      surround +
      panel(face, from, to, sill, sill + height, '#77828d') +
      slats.join('') +
      boardedUp(face, from, width, sill, height)
    );
  }
  const shelves = [0.1, 0.52, 0.94].map((z) => {
    const rolls = [0.14, 0.36, 0.58, 0.8, 1.02, 1.24, 1.46, 1.68].map((a) =>
      circle(face.at(from + a, sill + z + 0.12), 2.3, '#fff8e6', { stroke: '#0072b2', 'stroke-width': 1.2 }),
    );
    return (
      trace(
        face,
        [
          [from, sill + z],
          [to, sill + z],
        ],
        '#7a5230',
        1.6,
      ) + rolls.join('')
    );
  });
  return surround + panel(face, from, to, sill, sill + height, LIGHT.door) + shelves.join('');
}

/** The sign: a blue box with a plan, no words. */
function sign(): string {
  const face = leftFace(HY);
  const [x, y] = face.at(1.45, 1.35);
  return (
    panel(face, 0.85, 2.1, 0.9, 1.85, '#fff6e2', { stroke: '#6b4a2c', 'stroke-width': 1.2 }) +
    `<g transform="translate(${x.toFixed(1)} ${y.toFixed(1)}) skewY(26.56)">${stroke('M-6 -4 L0 -7 L6 -4 V4 L0 7 L-6 4Z M-6 -4 L0 -1 L6 -4 M0 -1 V7', '#0072b2', 1.6)}</g>`
  );
}

function crane(look: LandmarkLook): string {
  const [x, y] = iso(3.15, -1, 0);
  const hook = look.up ? 14 : 6;
  return (
    stroke(`M${x} ${y} V${y - 66}`, '#5a4028', 4.4) +
    stroke(`M${x} ${y} V${y - 66}`, '#8a6432', 2.6) +
    stroke(`M${x} ${y - 64} L${x + 32} ${y - 50} M${x} ${y - 44} L${x + 16} ${y - 57}`, '#8a6432', 2.8) +
    stroke(`M${x + 30} ${y - 51} v${hook}`, '#3d464e', 1.2) +
    (look.up ? at([x + 30, y - 22], crateShape()) : stroke(`M${x + 30} ${y - 45} q4 4 0 6`, '#3d464e', 1.6))
  );
}

const crateShape = (): string =>
  polygon(
    [
      [0, -15],
      [9, -10.5],
      [0, -6],
      [-9, -10.5],
    ],
    '#e6c08a',
  ) +
  polygon(
    [
      [-9, -10.5],
      [0, -6],
      [0, 4],
      [-9, -0.5],
    ],
    '#c08e4a',
  ) +
  polygon(
    [
      [9, -10.5],
      [0, -6],
      [0, 4],
      [9, -0.5],
    ],
    '#9c6e34',
  ) +
  path('M-9 -7 L0 -2.5 V0 L-9 -4.5Z', '#0072b2') +
  path('M9 -7 L0 -2.5 V0 L9 -4.5Z', '#005a8c');

/** The warehouse's drawing. */
export function warehouse(look: LandmarkLook): string {
  const building =
    box(around(2.6, 1.8), 0, 0.2, '#a9a49a') +
    box(around(HX, HY), 0.2, EAVES, WALL) +
    planks() +
    bigGate(look) +
    sign() +
    panel(rightFace(HX), -0.7, 0.6, 0.9, 1.6, look.lit ? LIGHT.glassSide : '#4d6073', {
      stroke: '#6b4a2c',
      'stroke-width': 1.4,
    }) +
    gableRoof(around(HX, HY), EAVES, 1.4, '#4f7a8c', 'x', { courses: 9, gable: '#b89d74', eaves: 0.25 });
  return (
    shadow(around(2.6, 1.8), 1.2) +
    dimmed(look, building) +
    crane(look) +
    crate(1.15, 2.25) +
    crate(1.9, 2.3, 0.9) +
    crate(1.55, 2.25, 0.85, 0.75) +
    crate(-2.1, 2.3, 0.9) +
    (look.up ? '' : outOfService(...iso(-0.55, HY, 2.75)))
  );
}
