/** Business hall (API server): columns, a wide stair, a blue roof with a flag. */
import { iso } from '../iso.ts';
import { window } from '../kit/openings.ts';
import { flag } from '../kit/props.ts';
import { gableRoof } from '../kit/roofs.ts';
import { around, box, leftFace, rightFace, shadow, trace } from '../kit/solids.ts';
import { circle, polygon, rectangle, stroke } from '../kit/svg.ts';
import { boardedUp, dimmed, gate, outOfService, type LandmarkLook } from './landmark.ts';

const MARBLE = '#eee7d8';

function column(x: number): string {
  const [cx, low] = iso(x, 1.75, 0.54);
  const [, high] = iso(x, 1.75, 2.6);
  return (
    rectangle(cx - 3, high, 6, low - high, '#f8f2e6') +
    rectangle(cx + 0.8, high, 2.2, low - high, '#cfc6b3') +
    rectangle(cx - 4, high - 1, 8, 3, '#e6dfcf') +
    rectangle(cx - 4, low - 2, 8, 3, '#d9d1bf')
  );
}

function stairs(): string {
  return [0, 1, 2]
    .map((i) => box({ x0: -1.4, y0: 2, x1: 1.4, y1: 2.9 - i * 0.28 }, i * 0.18, (i + 1) * 0.18, '#ddd6c8'))
    .join('');
}

/** The gable over the side, with a ship's wheel in it. */
function pediment(): string {
  const [x, y] = iso(2.3, 0.18, 3.25);
  const wheel =
    circle([x, y], 4.6, 'none', { stroke: '#3f7fa6', 'stroke-width': 1.8 }) + circle([x, y], 1.4, '#3f7fa6');
  const spokes = stroke(
    `M${x - 7} ${y} h14 M${x} ${y - 7} v14 M${x - 4.8} ${y - 4.8} l9.6 9.6 M${x - 4.8} ${y + 4.8} l9.6 -9.6`,
    '#3f7fa6',
    1.1,
  );
  return polygon([iso(2.3, -1.6, 2.9), iso(2.3, 1.95, 2.9), iso(2.3, 0.18, 4.15)], '#d3cab8') + wheel + spokes;
}

/** The hall's drawing. */
export function hall(look: LandmarkLook): string {
  const wall = leftFace(1.1);
  const side = rightFace(2.1);
  const size = (from: number) => ({ from, sill: 1, width: 0.5, height: 1.15 });
  const building =
    box(around(2.7, 2.1), 0, 0.18, '#cfc8ba') +
    box(around(2.5, 1.95), 0.18, 0.36, '#ddd6c8') +
    box(around(2.35, 1.9), 0.36, 0.54, '#e6dfd2') +
    box({ x0: -2.1, y0: -1.5, x1: 2.1, y1: 1.1 }, 0.54, 2.6, MARBLE) +
    [-1.85, -1.15, 0.75, 1.4].map((a) => window(wall, size(a), look, { trim: '#b7ad98' })).join('') +
    gate(wall, -0.42, 0.9, 0.54, 1.5, look) +
    (look.up ? '' : boardedUp(wall, -0.42, 0.9, 0.54, 1.5)) +
    [-1.25, -0.35, 0.55].map((a) => window(side, size(a), look, { trim: '#b7ad98' })).join('') +
    stairs() +
    [-2, -1.25, -0.55, 0.55, 1.25, 2].map(column).join('') +
    box({ x0: -2.3, y0: -1.65, x1: 2.3, y1: 2 }, 2.6, 2.9, '#e6dfcf') +
    trace(
      leftFace(2),
      [
        [-2.3, 2.75],
        [2.3, 2.75],
      ],
      '#c9bfa9',
      1.2,
    ) +
    gableRoof({ x0: -2.3, y0: -1.65, x1: 2.3, y1: 2 }, 2.9, 1.25, '#3f7fa6', 'x', {
      courses: 8,
      gable: '#efe8da',
      eaves: 0.14,
    }) +
    pediment();
  return (
    shadow(around(2.7, 2.1), 1.3) +
    dimmed(look, building) +
    flag(iso(-0.1, 0.18, 4.1), '#0072b2', 26, !look.up) +
    (look.up ? '' : outOfService(...iso(0.03, 2, 3.7)))
  );
}
