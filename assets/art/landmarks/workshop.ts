/** Builder's yard: an open shed with a drawing table, and the cauldron of the copy spell. */
import { iso } from '../iso.ts';
import { crate } from '../kit/props.ts';
import { gableRoof } from '../kit/roofs.ts';
import { disc } from '../kit/round.ts';
import { around, box, floor, leftFace, panel, shadow, wire } from '../kit/solids.ts';
import { at, circle, ellipse, path, polygon, rectangle, stroke } from '../kit/svg.ts';
import { boardedUp, dimmed, outOfService, type LandmarkLook } from './landmark.ts';

const post = (x: number, y: number, z: number): string =>
  wire(
    [
      [x, y, 0.1],
      [x, y, z],
    ],
    '#5a4028',
    4,
  ) +
  wire(
    [
      [x, y, 0.1],
      [x, y, z],
    ],
    '#a97d43',
    2.4,
  );

/** A drawing table with a plan on it, and the tools on the wall behind. */
function table(): string {
  const [x, y] = iso(-0.9, -0.35, 0.8);
  return (
    box({ x0: -1.6, y0: -0.75, x1: -0.2, y1: 0.05 }, 0.6, 0.72, '#a97d43') +
    [
      [-1.5, 0],
      [-0.3, 0],
      [-0.3, -0.7],
    ]
      .map(([a, b]) =>
        wire(
          [
            [a as number, b as number, 0.1],
            [a as number, b as number, 0.6],
          ],
          '#6b4a2c',
          2.2,
        ),
      )
      .join('') +
    polygon(
      [iso(-1.45, -0.65, 0.73), iso(-0.4, -0.65, 0.73), iso(-0.4, -0.05, 0.73), iso(-1.45, -0.05, 0.73)],
      '#1f5f99',
    ) +
    stroke(`M${x - 9} ${y + 2} l8 -6 l9 4 v6 l-8 5 l-9 -5z M${x - 1} ${y - 4} v7`, '#d8ecfb', 1)
  );
}

/** The cauldron: its spell draws the same little house again and again. */
function cauldron(look: LandmarkLook): string {
  const brew = look.up ? '#57d6a4' : '#3f5a55';
  const pot =
    ellipse([0, 4], 17, 7, '#1b2a1b', { opacity: 0.25 }) +
    stroke('M-12 4 l-6 3 M12 4 l6 3 M-4 6 l0 3', '#5a4028', 3) +
    path('M-15 -12 Q-20 6 0 7 Q20 6 15 -12Z', '#3a3f47') +
    path('M-15 -12 Q-18 4 -6 6 Q-12 0 -10 -11Z', '#575e68') +
    ellipse([0, -12], 16, 6.4, '#2a2e35') +
    ellipse([0, -12.4], 13.4, 4.8, brew);
  if (!look.up) return at(iso(1.75, 0.1), pot);
  const house = (x: number, y: number, k: number, opacity: number): string =>
    at(
      [x, y],
      path('M-7 0 v-8 h14 v8z', '#f2e3c6', { opacity, stroke: '#1f6f55', 'stroke-width': 1 }) +
        path('M-9 -8 L0 -15 L9 -8z', '#c4573a', { opacity, stroke: '#1f6f55', 'stroke-width': 1 }),
      k,
    );
  const swirl = stroke('M-6 -16 q-8 -8 0 -15 q8 -7 1 -16 M6 -16 q8 -7 2 -14', '#57d6a4', 2.2, { opacity: 0.85 });
  const spark = (x: number, y: number): string =>
    path(`M${x} ${y - 4} l1.2 2.8 2.8 1.2 -2.8 1.2 -1.2 2.8 -1.2 -2.8 -2.8 -1.2 2.8 -1.2z`, '#ffd94a');
  const fire =
    path('M-9 9 q-2 -6 3 -9 q0 4 3 4 q0 -5 4 -8 q1 5 4 6 q2 3 0 7z', '#e8622a') +
    path('M-3 9 q0 -4 3 -6 q3 2 3 6z', '#ffca5e');
  return at(
    iso(1.75, 0.1),
    swirl +
      pot +
      at([0, 2], fire, 0.9) +
      house(-16, -34, 0.72, 0.8) +
      house(1, -46, 0.86, 0.95) +
      house(18, -36, 0.72, 0.8) +
      spark(-22, -26) +
      spark(14, -24) +
      spark(-10, -58),
  );
}

/** The builder's yard's drawing. */
export function workshop(look: LandmarkLook): string {
  const shed = { x0: -2.1, y0: -1.4, x1: 0.4, y1: 0.6 };
  const back =
    floor(shed, 0.1, '#c3b393') +
    box({ x0: -2.1, y0: -1.4, x1: 0.4, y1: -1.25 }, 0.1, 1.8, '#b5946a') +
    box({ x0: -2.1, y0: -1.25, x1: -1.95, y1: 0.6 }, 0.1, 1.8, '#b5946a') +
    panel(leftFace(-1.25), -1.6, 0.1, 0.9, 1.6, '#8a6d48');
  const roof = gableRoof(shed, 1.85, 0.95, '#7a4f9a', 'x', { courses: 7, gable: '#cbb48c', eaves: 0.28 });
  const front = leftFace(0.6);
  const shut = look.up ? '' : panel(front, -2.1, 0.4, 0.1, 1.85, '#8a6d48') + boardedUp(front, -1.75, 1.8, 0.2, 1.4);
  const logs = [0, 1, 2].map((i) =>
    circle(iso(-1.9 + i * 0.36, 1.75, 0.14), 3, '#c89a5c', { stroke: '#7a5230', 'stroke-width': 1.3 }),
  );
  const [sx, sy] = iso(0.75, 2.05);
  const stones =
    rectangle(sx - 9, sy - 7, 9, 7, '#b9b2a3') +
    rectangle(sx - 1, sy - 5, 9, 6, '#a39c8e') +
    rectangle(sx - 5, sy - 12, 9, 6, '#c6bfb1');
  return (
    shadow(around(2, 1.7), 0.8) +
    disc(0, 0, 0, 2.5, '#cdbf9e', 0.9) +
    dimmed(
      look,
      back + table() + post(-2.05, 0.55, 1.9) + post(-0.85, 0.55, 1.9) + shut + stones + post(0.35, 0.55, 1.9) + roof,
    ) +
    logs.join('') +
    circle(iso(-1.72, 1.75, 0.45), 3, '#c89a5c', { stroke: '#7a5230', 'stroke-width': 1.3 }) +
    cauldron(look) +
    crate(-0.6, 2, 0.85) +
    (look.up ? '' : outOfService(...iso(-0.85, 0.6, 2.45)))
  );
}
