/** Visitors: those who walk the roads, and those who were turned away. */
import type { Facing } from '../names.ts';
import { picture, reach, type Picture } from '../kit/picture.ts';
import { path, stroke } from '../kit/svg.ts';
import { person, type Look } from './person.ts';

/** The looks of visitors, told apart by outline as well as by colour. */
export const VISITORS: readonly Look[] = [
  { skin: '#f0c8a0', hair: '#4a3222', top: '#3f7fa6', bottom: '#34495e', hat: 'none' },
  { skin: '#8a5a3a', hair: '#2a1c14', top: '#d08a2e', bottom: '#8f3f2e', hat: 'bun', skirt: true },
  { skin: '#e2b083', hair: '#2d211a', top: '#a8342a', bottom: '#4a4f57', hat: 'straw' },
  { skin: '#6b4630', hair: '#1f1712', top: '#4f8f4a', bottom: '#e0b94a', hat: 'cap' },
  { skin: '#d9a273', hair: '#5b3a22', top: '#7a4f9a', bottom: '#5b3b78', hat: 'scarf', skirt: true },
  { skin: '#f2d0ae', hair: '#c98a3a', top: '#e07a5f', bottom: '#3f6f8f', hat: 'none', size: 0.78 },
];

const BOX = reach(20, 44, 20, 12);

/** A walking visitor; `step` is the other foot. */
export const visitor = (look: Look, facing: Facing, step: boolean): Picture =>
  picture(BOX, person(look, { facing, step: step ? 'right' : 'left' }));

/** A visitor who found no open door: head bowed, a grey cloud overhead. */
export function sadVisitor(look: Look): Picture {
  const size = look.size ?? 1;
  const cloud =
    path('M-6 -30 a3 3 0 0 1 .4 -6 a4 4 0 0 1 7.4 -1.4 a3.6 3.6 0 0 1 3.6 7.4z', '#7d8794', {
      stroke: '#ffffff',
      'stroke-width': 1,
    }) + stroke('M-3.6 -27.6 l-1 2.4 M.4 -27.6 l-1 2.4 M4.2 -27.6 l-1 2.4', '#4b8fc4', 1.2);
  const place = size < 1 ? `<g transform="translate(0 6)">${cloud}</g>` : cloud;
  return picture(BOX, person(look, { facing: 'right', step: 'still', sad: true }) + place);
}
