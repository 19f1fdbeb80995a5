/** Chief steward's lodge (controller manager): a big clock, a board of wanted and observed. */
import { iso } from '../iso.ts';
import { window } from '../kit/openings.ts';
import { bush } from '../kit/props.ts';
import { gableRoof } from '../kit/roofs.ts';
import { around, box, leftFace, rightFace, shadow } from '../kit/solids.ts';
import { at, circle, group, path, polyline, rectangle, stroke } from '../kit/svg.ts';
import { boardedUp, dimmed, gate, outOfService, type LandmarkLook } from './landmark.ts';

const WALL = '#e8d8ba';
const TIMBER = '#7a5230';

/** The clock in the gable; it stands still and leans when the steward is away. */
function clock(look: LandmarkLook): string {
  const hands = look.up ? 'M0 -5.4 V0 L3.8 2.2' : 'M0 0 L-3 4.6 M0 0 L3.6 3.4';
  const ticks = [0, 90, 180, 270].map((turn) =>
    group({ transform: `rotate(${turn})` }, rectangle(-0.6, -7.2, 1.2, 1.8, TIMBER)),
  );
  return at(
    iso(0, 1.3, 2.6),
    group(
      { transform: 'skewY(13)' },
      circle([0, 0], 9.6, '#5d3a26'),
      circle([0, 0], 8, look.up ? '#fffdf7' : '#b9b5ab'),
      ...ticks,
      stroke(hands, '#3a2418', 1.8),
    ),
  );
}

/** Two rows of little houses on a board: what is wanted, and what is there. */
function board(): string {
  const house = (x: number, y: number, there: boolean): string =>
    path(`M${x} ${y} v-4 l3 -3 l3 3 v4z`, there ? '#009e73' : 'none', {
      stroke: there ? '#00694d' : '#5f6670',
      'stroke-width': 1,
      ...(there ? {} : { 'stroke-dasharray': '1.4 1' }),
    });
  return at(
    iso(2.05, 1.35),
    rectangle(-11, -6, 2, 8, TIMBER) +
      rectangle(9, -6, 2, 8, TIMBER) +
      rectangle(-15, -27, 30, 22, '#fff8e6', { rx: 1.5, stroke: TIMBER, 'stroke-width': 1.8 }) +
      [-11, -3, 5].map((x) => house(x, -17.4, true)).join('') +
      house(-11, -7.6, true) +
      house(-3, -7.6, true) +
      house(5, -7.6, false),
  );
}

function timbering(): string {
  const left = leftFace(1.2);
  const line = (a0: number, z0: number, a1: number, z1: number): string =>
    polyline([left.at(a0, z0), left.at(a1, z1)], TIMBER, 1.6);
  return (
    line(-1.5, 1.95, 1.5, 1.95) +
    line(-1.5, 0.2, -1.5, 1.95) +
    line(1.5, 0.2, 1.5, 1.95) +
    line(-1.15, 1.95, -1.5, 1.4) +
    line(1.15, 1.95, 1.5, 1.4)
  );
}

/** The lodge's drawing. */
export function lodge(look: LandmarkLook): string {
  const [left, right] = [leftFace(1.2), rightFace(1.5)];
  const size = (from: number) => ({ from, sill: 0.72, width: 0.56, height: 0.72 });
  const building =
    box(around(1.7, 1.4), 0, 0.18, '#b9b2a3') +
    box(around(1.5, 1.2), 0.18, 2, WALL) +
    timbering() +
    [-1.2, 0.66].map((a) => window(left, size(a), look, { trim: TIMBER })).join('') +
    gate(left, -0.32, 0.64, 0.18, 1.15, look) +
    (look.up ? '' : boardedUp(left, -0.32, 0.64, 0.18, 1.15)) +
    [-0.9, 0.3].map((a) => window(right, size(a), look, { trim: TIMBER })).join('') +
    box({ x0: 0.75, y0: -0.8, x1: 1.1, y1: -0.45 }, 2.2, 3.7, '#b5694f') +
    gableRoof(around(1.5, 1.2), 2, 1.45, '#5c7a4a', 'y', { courses: 6, gable: '#dcc9a4', eaves: 0.28 });
  return (
    shadow(around(1.7, 1.4), 1.1) +
    dimmed(look, building) +
    clock(look) +
    board() +
    bush(-1.5, 1.65, 0.9) +
    (look.up ? '' : outOfService(...iso(0, 1.3, 3.75)))
  );
}
