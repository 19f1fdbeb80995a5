/** A crowd before a door: raised hands, one sign above all. Three sizes, the largest when people are turned away. */
import { picture, reach, type Picture } from '../kit/picture.ts';
import { circle, group, path, stroke } from '../kit/svg.ts';
import { person } from './person.ts';
import { VISITORS } from './visitors.ts';

/** Behind, then before. */
const PLACES = [
  [-20, -12],
  [2, -14],
  [22, -10],
  [-32, -4],
  [-10, -3],
  [12, -2],
  [33, -1],
  [-22, 8],
  [0, 9],
  [21, 9],
] as const;
const SIZES = [3, 6, 10] as const;

const raised = stroke('M3.4 -14.4 L8.6 -25', '#1f2933', 3.6) + stroke('M3.4 -14.4 L8.6 -25', '#d9a273', 2.2);

/** A red hand in a palm-shaped shield: not now. */
const halt = group(
  { transform: 'translate(0 -52)' },
  path('M-12 -12 H12 V6 L0 15 L-12 6Z', '#1f2933', {
    stroke: '#1f2933',
    'stroke-width': 4,
    'stroke-linejoin': 'round',
  }),
  path('M-12 -12 H12 V6 L0 15 L-12 6Z', '#b5260f', {
    stroke: '#ffffff',
    'stroke-width': 2,
    'stroke-linejoin': 'round',
  }),
  stroke('M-5 -1 v-6 M-1.6 -2 v-7.4 M1.8 -2 v-7 M5 -1 v-5.4', '#ffffff', 2.6),
  circle([0, 2], 5, '#ffffff'),
);

/** `size` from 1 to 3; the last one bears the sign. */
export function crowdPicture(size: number): Picture {
  const people = PLACES.slice(0, SIZES[size - 1] ?? SIZES[0]).map(([x, y], i) => {
    const look = VISITORS[i % VISITORS.length];
    if (!look) return '';
    const facing = i % 2 === 0 ? 'right' : 'left';
    return group(
      { transform: `translate(${x} ${y})` },
      person(look, { facing, step: 'still', carries: i % 3 === 1 ? '' : raised }),
    );
  });
  return picture(reach(56, 76, 56, 26), people.join('') + (size >= SIZES.length ? halt : ''));
}
