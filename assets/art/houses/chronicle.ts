/** Chronicler's house (Fluentd): a writing room with a great quill and an ink-well on its roof; scrolls come in by a chute. */
import { iso } from '../iso.ts';
import { door, window } from '../kit/openings.ts';
import { gableRoof } from '../kit/roofs.ts';
import { around, box, leftFace, rightFace, shadow } from '../kit/solids.ts';
import { circle, ellipse, group, path, rectangle, stroke } from '../kit/svg.ts';
import { lid, rectFootprint, type House } from './house.ts';

const WALL = '#e3dbe8';
const ROOF = '#6b4b8a';

function quill(isDown: boolean): string {
  const [x, y] = iso(0, 0, 2.95);
  const drawn =
    path(`M${x - 8} ${y - 2} q0 -9 8 -9 t8 9 q0 5 -8 5 t-8 -5z`, '#2d3a54') +
    ellipse([x, y - 9.6], 5, 2.2, '#1f2933') +
    path(
      `M${x + 1} ${y - 10} Q${x + 4} ${y - 34} ${x + 24} ${y - 44} Q${x + 24} ${y - 26} ${x + 6} ${y - 16}Z`,
      '#fffdf7',
      { stroke: '#8f7aa8', 'stroke-width': 1.2 },
    ) +
    stroke(`M${x} ${y - 7} Q${x + 6} ${y - 28} ${x + 22} ${y - 42}`, '#8f7aa8', 1.4);
  return isDown ? group({ transform: `rotate(38 ${x} ${y})` }, drawn) : drawn;
}

/** Written rolls beside the door. */
const rolls = ([x, y]: readonly [number, number]): string =>
  [
    [0, 0],
    [7, 3],
    [3, -5],
  ]
    .map(
      ([dx = 0, dy = 0]) =>
        rectangle(x + dx - 6, y + dy - 3, 12, 5, '#f7efdc', { rx: 2.4, stroke: '#b9a67f', 'stroke-width': 1 }) +
        circle([x + dx - 5, y + dy - 0.5], 1.6, '#d9c9a4'),
    )
    .join('');

export const chronicle: House = {
  footprint: rectFootprint(1.15, 1.25),
  floor: 0.15,
  eaves: 1.8,
  ridge: [
    [0, -1.25, 2.95],
    [0, 1.25, 2.95],
  ],
  overhang: 0.25,
  wires: [],
  wallColour: WALL,
  crackAt: [0.1, 1.25, 1.3],
  smokeAt: [0.5, -0.6, 2.6],
  doorstep: [0, 1.8],
  top: 4.2,
  foundation: () => shadow(around(1.3, 1.4), 0.9) + box(around(1.3, 1.4), 0, 0.15, '#b9b2a3'),
  draw: (look) => {
    const [left, right] = [leftFace(1.25), rightFace(1.15)];
    return (
      box(around(1.15, 1.25), 0.15, 1.8, WALL) +
      door(left, { from: -0.3, sill: 0.15, width: 0.6, height: 1.05 }, look) +
      [-0.95, 0.5]
        .map((from) => window(left, { from, sill: 0.75, width: 0.42, height: 0.6 }, look, { trim: ROOF }))
        .join('') +
      [-0.8, 0.2]
        .map((from) => window(right, { from, sill: 0.75, width: 0.5, height: 0.6 }, look, { trim: ROOF }))
        .join('') +
      lid(
        look,
        gableRoof(around(1.15, 1.25), 1.8, 1.15, ROOF, 'y', { courses: 5, gable: WALL, eaves: 0.25 }) +
          quill(look.damaged),
        [0, 0, 1.9],
      ) +
      rolls(iso(1.5, 1.55))
    );
  },
};
