/** Layers arriving: the ghost of the house on its plan fills up beside a growing stack of crates. */
import { SLOT_HALF } from '../iso.ts';
import type { House } from '../houses/house.ts';
import { crate } from '../kit/props.ts';
import { around, corners, floor, wire } from '../kit/solids.ts';
import { polyline } from '../kit/svg.ts';
import { layered } from './wireframe.ts';

const LINE = '#0b4a80';

/** The blue plan lying on the slot. */
function planOnGround(half: number): string {
  const r = around(half, half);
  const grid = [-0.5, 0, 0.5].map(
    (t) =>
      wire(
        [
          [t * half, -half, 0],
          [t * half, half, 0],
        ],
        '#6aa9d8',
        0.8,
      ) +
      wire(
        [
          [-half, t * half, 0],
          [half, t * half, 0],
        ],
        '#6aa9d8',
        0.8,
      ),
  );
  const [, right, front, left] = corners(r);
  return floor(r, 0, '#2a6ba6') + grid.join('') + polyline([left, front, right], '#14456f', 1.6);
}

const STACKS: readonly (readonly (readonly [x: number, y: number, z: number])[])[] = [
  [[0, 2.3, 0]],
  [
    [-0.75, 2.3, 0],
    [0.45, 2.3, 0],
    [-0.15, 2.3, 0.62],
  ],
  [
    [-1.3, 2.3, 0],
    [-0.1, 2.3, 0],
    [1.1, 2.3, 0],
    [-0.7, 2.3, 0.62],
    [0.5, 2.3, 0.62],
    [-0.1, 2.3, 1.24],
  ],
];

/** Step 1 to 3 of pulling an image. */
export function pulling(house: House, step: 1 | 2 | 3): string {
  const stack = (STACKS[step - 1] ?? []).map(([x, y, z]) => crate(x, y, 0.95, z));
  return planOnGround(SLOT_HALF - 0.1) + layered(house, step, LINE) + stack.join('');
}
