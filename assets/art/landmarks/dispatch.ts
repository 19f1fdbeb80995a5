/** Dispatch room (scheduler): a tower with a glass room, a signal arm and a lamp on top. */
import { iso } from '../iso.ts';
import { window } from '../kit/openings.ts';
import { hipRoof } from '../kit/roofs.ts';
import { around, box, corners, leftFace, panel, rightFace, shadow, trace } from '../kit/solids.ts';
import { circle, polygon, stroke } from '../kit/svg.ts';
import { boardedUp, dimmed, gate, glassOf, outOfService, type LandmarkLook } from './landmark.ts';

const WALL = '#dcb38a';

function glassRoom(look: LandmarkLook): string {
  const pane = look.up ? '#cfe5ef' : glassOf(look);
  const room = box(around(1.2, 1.2), 3.5, 4.35, pane, look.up ? { left: '#bfe0ef', right: '#8fb9cc' } : {});
  const glow = look.up
    ? panel(leftFace(1.2), -1.1, 1.1, 3.55, 3.85, '#ffd977', { opacity: 0.75 }) +
      panel(rightFace(1.2), -1.1, 1.1, 3.55, 3.85, '#f0c25c', { opacity: 0.75 })
    : '';
  const bars = [-1.2, -0.4, 0.4, 1.2].map(
    (a) =>
      trace(
        leftFace(1.2),
        [
          [a, 3.5],
          [a, 4.35],
        ],
        '#6b4a2c',
        1.6,
      ) +
      trace(
        rightFace(1.2),
        [
          [a, 3.5],
          [a, 4.35],
        ],
        '#6b4a2c',
        1.6,
      ),
  );
  return room + glow + bars.join('');
}

function signalArm(look: LandmarkLook): string {
  const [x, y] = iso(0, 0, 5.3);
  const raised = look.up ? `M${x} ${y - 13} L${x + 15} ${y - 21}` : `M${x} ${y - 13} L${x + 12} ${y - 2}`;
  return (
    stroke(`M${x} ${y + 2} V${y - 18}`, '#4a4f57', 2) +
    stroke(raised, '#b8412f', 4.4) +
    circle([x, y - 20], 3.6, look.up ? '#ffd94a' : '#5f6670', { stroke: '#4a4f57', 'stroke-width': 1 })
  );
}

/** The balcony that goes round the tower below the glass. */
function gallery(): string {
  const deck = box(around(1.42, 1.42), 3.3, 3.5, '#8a5a34');
  const rail = (z: number): string => {
    const [, right, front, left] = corners(around(1.4, 1.4), z);
    return stroke(`M${left.join(' ')} L${front.join(' ')} L${right.join(' ')}`, '#6b4a2c', 1.2);
  };
  return deck + rail(3.72);
}

/** The dispatch room's drawing. */
export function dispatch(look: LandmarkLook): string {
  const [left, right] = [leftFace(1), rightFace(1)];
  const size = (sill: number) => ({ from: -0.32, sill, width: 0.62, height: 0.72 });
  const [sx, sy] = iso(-0.62, 1, 1.05);
  const slots = [0, 1, 2].map((i) =>
    polygon(
      [
        [sx - 5, sy - 6 + i * 6 - 2.5],
        [sx + 5, sy - 1 + i * 6 - 2.5],
        [sx + 5, sy + 2 + i * 6 - 2.5],
        [sx - 5, sy - 3 + i * 6 - 2.5],
      ],
      '#fff8e6',
      { stroke: '#8a5a34', 'stroke-width': 0.7 },
    ),
  );
  const building =
    box(around(1.25, 1.25), 0, 0.2, '#b9b2a3') +
    box(around(1, 1), 0.2, 3.3, WALL) +
    [0.5, 1.45, 2.4]
      .map(
        (z) =>
          trace(
            left,
            [
              [-1, z],
              [1, z],
            ],
            '#c49a70',
            0.8,
          ) +
          trace(
            right,
            [
              [-1, z],
              [1, z],
            ],
            '#c49a70',
            0.8,
          ),
      )
      .join('') +
    window(left, size(2.2), look, { trim: '#8a5a34' }) +
    window(right, size(2.2), look, { trim: '#8a5a34' }) +
    window(right, size(0.9), look, { trim: '#8a5a34' }) +
    gate(left, -0.15, 0.62, 0.2, 1.15, look) +
    (look.up ? '' : boardedUp(left, -0.15, 0.62, 0.2, 1.15)) +
    slots.join('') +
    gallery() +
    glassRoom(look) +
    hipRoof(around(1.2, 1.2), 4.35, 0.95, '#b5543a', { eaves: 0.28 });
  return (
    shadow(around(1.25, 1.25), 1.4) +
    dimmed(look, building) +
    signalArm(look) +
    (look.up ? '' : outOfService(...iso(0, 1.2, 3.95)))
  );
}
