/** Sign-post house (CoreDNS): an open kiosk under a tall post whose arms point everywhere: here one asks for the way. */
import { iso } from '../iso.ts';
import { hipRoof } from '../kit/roofs.ts';
import { around, box, leftFace, panel, rightFace, shadow } from '../kit/solids.ts';
import { circle, group, path, polygon, stroke } from '../kit/svg.ts';
import { shade } from '../kit/colour.ts';
import { LIGHT } from '../palette.ts';
import { lid, rectFootprint, type House } from './house.ts';

const WALL = '#d9c9a4';
const ROOF = '#2f7f86';

const arm = (x: number, y: number, dx: number, colour: string): string =>
  polygon(
    [
      [x, y - 4.4],
      [x + dx * 0.82, y - 4.4 + Math.abs(dx) * 0.06],
      [x + dx, y + Math.abs(dx) * 0.06],
      [x + dx * 0.82, y + 4.4 + Math.abs(dx) * 0.06],
      [x, y + 4.4],
    ],
    colour,
    { stroke: '#ffffff', 'stroke-width': 1.4, 'stroke-linejoin': 'round' },
  );

function post(isDown: boolean): string {
  const [x, y] = iso(0, 0, 2.6);
  const drawn =
    stroke(`M${x} ${y} v-34`, '#5a4028', 3.4) +
    arm(x, y - 30, 22, '#34558b') +
    arm(x, y - 21, -21, '#a8483a') +
    arm(x, y - 12, 17, '#2f7f86') +
    circle([x, y - 36], 2.6, '#d9a53a');
  return isDown ? group({ transform: `rotate(24 ${x} ${y})` }, drawn) : drawn;
}

export const signpost: House = {
  footprint: rectFootprint(1.2, 1.1),
  floor: 0.15,
  eaves: 1.75,
  ridge: [
    [-0.1, 0, 2.7],
    [0.1, 0, 2.7],
  ],
  overhang: 0.3,
  wires: [
    [
      [0, 0, 2.7],
      [0, 0, 4.6],
    ],
  ],
  wallColour: WALL,
  crackAt: [0.2, 1.1, 1.2],
  smokeAt: [0.6, 0, 2.5],
  doorstep: [0.5, 1.7],
  top: 4.4,
  foundation: () => shadow(around(1.35, 1.25), 0.9) + box(around(1.35, 1.25), 0, 0.15, '#b9b2a3'),
  draw: (look) => {
    const left = leftFace(1.1);
    const hatch = look.open ? (look.lit ? LIGHT.door : '#2f1f15') : '#6b4a2c';
    const counter = (face: typeof left, from: number, to: number): string =>
      panel(face, from - 0.08, to + 0.08, 0.72, 1.48, '#6b4a2c') +
      panel({ at: face.at, dim: 0 }, from, to, 0.8, 1.4, look.lit ? LIGHT.glass : hatch) +
      (look.open ? panel(face, from - 0.14, to + 0.14, 0.62, 0.78, '#b98a4e') : '') +
      (look.shuttered ? panel(face, from, to, 0.8, 1.4, '#8a6432') : '');
    return (
      box(around(1.2, 1.1), 0.15, 1.75, WALL) +
      counter(left, -0.8, 0.75) +
      counter(rightFace(1.2), -0.62, 0.62) +
      lid(
        look,
        hipRoof(around(1.2, 1.1), 1.75, 0.95, ROOF, { eaves: 0.3, courses: 3 }) + post(look.damaged),
        [0, 0, 1.8],
      ) +
      path('M0 0', shade(ROOF, 0.1))
    );
  },
};
